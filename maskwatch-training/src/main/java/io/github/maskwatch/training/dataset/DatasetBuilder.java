package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.PhotoFolder.LabelledFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the files of a folder to a data set: check them, split them, and say what was done. */
final class DatasetBuilder {
    private final Path root;
    private final DatasetConfig config;
    private final List<String> warnings = new ArrayList<>();

    DatasetBuilder(Path root, DatasetConfig config) {
        this.root = root;
        this.config = config;
    }

    Dataset build(PhotoReader reader, Dataset.Progress progress) throws IOException {
        PhotoFolder folder = PhotoFolder.read(root);
        warnings.addAll(folder.warnings());
        List<LabelledFile> files = wanted(folder.files());
        requireClasses(files, List.of());
        PhotoCheck<CheckedPhoto> check = CheckedPhoto.decode(files, reader, progress);
        requireClasses(check.photos().stream().map(CheckedPhoto::file).toList(), check.broken());
        PhotoSplit split = PhotoSplit.of(
                root, check.photos().stream().map(CheckedPhoto::toSplit).toList(), config.shares());
        split.requireEveryClass(Split.TRAIN);
        split.requireEveryClass(Split.VALIDATION);
        split.warnOfContradictions();
        warnings.addAll(split.warnings());
        return new Dataset(root, manifest(check.photos(), split), warnings, check.broken());
    }

    private static SplitManifest manifest(List<CheckedPhoto> photos, PhotoSplit split) {
        List<SplitManifest.Entry> entries = new ArrayList<>(photos.size());
        for (int i = 0; i < photos.size(); i++) {
            LabelledFile file = photos.get(i).file();
            entries.add(new SplitManifest.Entry(file.name(), file.label(), split.split(i), split.group(i)));
        }
        return new SplitManifest(SplitManifest.FACES, CheckedPhoto.dataHash(photos), split.sentence(), entries);
    }

    private List<LabelledFile> wanted(List<LabelledFile> files) {
        return switch (config.thirdClass()) {
            case KEEP -> files;
            case LEAVE_OUT ->
                files.stream()
                        .filter(file -> file.label() != MaskState.WORN_INCORRECTLY)
                        .toList();
            case AS_WITHOUT_MASK ->
                files.stream().map(DatasetBuilder::withoutMask).toList();
        };
    }

    private static LabelledFile withoutMask(LabelledFile file) {
        return file.label() == MaskState.WORN_INCORRECTLY
                ? new LabelledFile(file.path(), file.name(), MaskState.WITHOUT_MASK, file.split())
                : file;
    }

    /** Both main classes have to be there, and each class with two photos at least: one to learn from, one to be judged by. */
    private void requireClasses(List<LabelledFile> files, List<BrokenPhoto> broken) throws IOException {
        String further = Stream.concat(
                        warnings.stream(),
                        broken.stream().limit(1).map(first -> broken.size() + " could not be read, such as " + first))
                .map(line -> "; " + line)
                .collect(Collectors.joining());
        for (MaskState state : MaskState.values()) {
            List<LabelledFile> photos =
                    files.stream().filter(file -> file.label() == state).toList();
            if (photos.isEmpty() && state != MaskState.WORN_INCORRECTLY) {
                throw new IOException(root + ": no photos of the class " + state.id() + ", and a classifier needs both "
                        + "with_mask/ and without_mask/" + further);
            }
            if (photos.size() == 1) {
                throw new IOException(root + ": the class " + state.id() + " has one photo only ("
                        + photos.get(0).name() + "), which cannot be split into training and validation; add photos"
                        + further);
            }
        }
    }

    /** The same split again, over photos that must not have changed. */
    static Dataset rebuild(Path root, SplitManifest manifest, PhotoReader reader, Dataset.Progress progress)
            throws IOException {
        Map<String, LabelledFile> files = new HashMap<>();
        PhotoFolder.read(root).files().forEach(file -> files.put(file.name(), file));
        List<LabelledFile> wanted = new ArrayList<>(manifest.photos().size());
        for (SplitManifest.Entry photo : manifest.photos()) {
            LabelledFile file = files.remove(photo.name());
            if (file == null) {
                throw SplitManifest.gone(root.resolve(photo.name()));
            }
            wanted.add(photo.of(file));
        }
        PhotoCheck<CheckedPhoto> check = CheckedPhoto.hash(wanted, reader, progress);
        if (!check.broken().isEmpty()) {
            throw new IOException(check.broken().get(0).toString());
        }
        manifest.requireSameData(root, CheckedPhoto.dataHash(check.photos()));
        return new Dataset(root, manifest, List.of(), List.of());
    }
}
