package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The photos of a folder, each for training, validation or test. It holds paths and hashes, no pixels: 50,000 photos take some
 * ten megabytes. Immutable.
 */
public final class Dataset {
    private final Path folder;
    private final List<MaskState> states;
    private final Map<Split, List<Example>> examples;
    private final String hash;
    private final String splitSentence;
    private final List<String> warnings;
    private final List<BrokenPhoto> broken;

    Dataset(
            Path folder,
            Map<Split, List<Example>> examples,
            String hash,
            String splitSentence,
            List<String> warnings,
            List<BrokenPhoto> broken) {
        this.folder = folder;
        this.examples = Map.copyOf(examples);
        this.states = java.util.Arrays.stream(MaskState.values())
                .filter(s -> examples.values().stream().flatMap(List::stream).anyMatch(e -> e.label() == s))
                .toList();
        this.hash = hash;
        this.splitSentence = splitSentence;
        this.warnings = List.copyOf(warnings);
        this.broken = List.copyOf(broken);
    }

    /**
     * Reads a folder to train from; every photo is opened once.
     *
     * @param progress told after each photo how many are done
     * @throws IOException one line, if there is nothing to train from
     */
    public static Dataset open(Path folder, DatasetConfig config, PhotoReader reader, Progress progress)
            throws IOException {
        return DatasetBuilder.build(folder, config, reader, progress);
    }

    /** Told of progress, from any thread. */
    @FunctionalInterface
    public interface Progress {
        void done(int photos, int ofPhotos);
    }

    /** As it was given. */
    public Path folder() {
        return folder;
    }

    /** The classes, in the enum's order: two or three, the first two always with and without mask. */
    public List<MaskState> states() {
        return states;
    }

    /** Sorted by name; empty only for a test set that was not wanted or not given. */
    public List<Example> examples(Split split) {
        return examples.getOrDefault(split, List.of());
    }

    /** SHA-256, hexadecimal, over the sorted names, labels and bytes of all photos used. */
    public String hash() {
        return hash;
    }

    /** What was done about the split, for people. */
    public String splitSentence() {
        return splitSentence;
    }

    /** One line each. */
    public List<String> warnings() {
        return warnings;
    }

    /** Files that look like photos by their names and could not be used, sorted. */
    public List<BrokenPhoto> broken() {
        return broken;
    }
}
