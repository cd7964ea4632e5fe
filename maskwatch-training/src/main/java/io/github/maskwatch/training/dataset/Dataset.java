package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The photos of a folder, each for training, validation or test. It holds paths and names, no pixels: 50,000 photos take some
 * twenty megabytes. Immutable.
 */
public final class Dataset {
    private final Path folder;
    private final Map<Split, List<Example>> examples;
    private final List<MaskState> states;
    private final SplitManifest manifest;
    private final List<String> warnings;
    private final List<BrokenPhoto> broken;

    Dataset(Path folder, SplitManifest manifest, List<String> warnings, List<BrokenPhoto> broken) {
        this.folder = folder;
        this.manifest = manifest;
        this.examples = examples(folder, manifest);
        this.states = Stream.of(MaskState.values())
                .filter(state -> manifest.photos().stream().anyMatch(photo -> photo.label() == state))
                .toList();
        this.warnings = List.copyOf(warnings);
        this.broken = List.copyOf(broken);
    }

    private static Map<Split, List<Example>> examples(Path folder, SplitManifest manifest) {
        Map<Split, List<Example>> examples = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            examples.put(
                    split,
                    manifest.photos().stream()
                            .filter(photo -> photo.split() == split)
                            .map(photo -> new Example(folder.resolve(photo.name()), photo.face(), photo.group()))
                            .toList());
        }
        return examples;
    }

    /**
     * Reads a folder to train from. Every photo is opened once, on all processors: broken ones are named and left out. A folder
     * with train, val and test keeps its split; otherwise one is made, with near-duplicates on one side.
     *
     * @throws IOException one line, if there is no such folder, no photo in it, only one class, or a class with one photo
     */
    public static Dataset open(Path folder, DatasetConfig config, PhotoReader reader, Progress progress)
            throws IOException {
        return new DatasetBuilder(folder, config).build(reader, progress);
    }

    /**
     * The data set of a run that goes on: the split that {@link #writeSplit} wrote, over the same photos. All bytes are read, to
     * see that nothing changed.
     *
     * @throws IOException one line, if the file is no split, or the photos are not the same any more
     */
    public static Dataset reopen(Path folder, Path splitFile, PhotoReader reader, Progress progress)
            throws IOException {
        return DatasetBuilder.rebuild(folder, SplitManifest.read(splitFile, SplitManifest.FACES), reader, progress);
    }

    /** Writes which photo is for what, as JSON; beside its place first, so that the file is whole or not there. */
    public void writeSplit(Path file) throws IOException {
        manifest.write(file);
    }

    /** Told of progress, from any thread. */
    @FunctionalInterface
    public interface Progress {
        void done(int photos, int ofPhotos);

        /** For nobody. */
        static Progress none() {
            return (photos, ofPhotos) -> {};
        }
    }

    /** As it was given. */
    public Path folder() {
        return folder;
    }

    /** The classes, in the enum's order: with and without mask, and perhaps worn incorrectly. */
    public List<MaskState> states() {
        return states;
    }

    /** Sorted by name; empty only for a test set that was not wanted or not given. */
    public List<Example> examples(Split split) {
        return examples.getOrDefault(split, List.of());
    }

    /** SHA-256, hexadecimal, over the sorted names, labels and bytes of all photos used. */
    public String hash() {
        return manifest.dataHash();
    }

    /** What was done about the split, for people. */
    public String splitSentence() {
        return manifest.sentence();
    }

    /** One line each. */
    public List<String> warnings() {
        return warnings;
    }

    /** Files that look like photos by their names and could not be used, sorted by name. */
    public List<BrokenPhoto> broken() {
        return broken;
    }
}
