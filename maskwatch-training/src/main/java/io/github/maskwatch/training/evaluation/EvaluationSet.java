package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Example;
import io.github.maskwatch.training.dataset.PhotoFolder;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.dataset.SplitManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The photos that a model is judged on.
 *
 * @param description for people, such as "photos/faces, test split"
 * @param training photos of the same set's train split, which the baselines may learn from; empty if there are none
 * @param warnings one line each
 */
public record EvaluationSet(String description, List<Example> examples, List<Example> training, List<String> warnings) {
    public EvaluationSet {
        examples = List.copyOf(examples);
        training = List.copyOf(training);
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks through a folder with a folder per class, or with these inside train, val and test. No photo is opened, but for a run all are read.
     *
     * @param split which of the three; null for test, or else val, or else train
     * @param run split of the run that the model comes from, for the photos of that run where their folder has none; null if there is no such run
     * @throws IOException one line, if there is no such folder, split or photo
     */
    public static EvaluationSet open(
            Path root,
            @Nullable Split split,
            @Nullable SplitManifest run,
            PhotoReader reader,
            Dataset.Progress progress)
            throws IOException {
        PhotoFolder folder = PhotoFolder.read(root).splitAs(run, reader, progress);
        if (folder.hasSplit()) {
            return ofSplit(folder, split);
        }
        if (split != null) {
            throw new IOException(
                    root + ": has no " + split.id() + "/ inside; wanted: a folder that holds train/, val/ and"
                            + " test/, or a model that lies in its run's folder");
        }
        return new EvaluationSet(root.toString(), examples(folder, null), beside(root), folder.warnings());
    }

    private static EvaluationSet ofSplit(PhotoFolder folder, @Nullable Split wanted) throws IOException {
        Split split = wanted == null ? standard(folder) : wanted;
        List<Example> examples = examples(folder, split);
        if (examples.isEmpty()) {
            throw new IOException(folder.root() + ": no photos in " + split.id() + "/, only in "
                    + Stream.of(Split.values())
                            .filter(other -> !examples(folder, other).isEmpty())
                            .map(other -> other.id() + "/")
                            .collect(Collectors.joining(", ")));
        }
        return new EvaluationSet(
                folder.root() + ", " + split.id() + " split",
                examples,
                split == Split.TRAIN ? List.of() : examples(folder, Split.TRAIN),
                folder.warnings());
    }

    private static Split standard(PhotoFolder folder) {
        return Stream.of(Split.TEST, Split.VALIDATION)
                .filter(split -> !examples(folder, split).isEmpty())
                .findFirst()
                .orElse(Split.TRAIN);
    }

    private static List<Example> examples(PhotoFolder folder, @Nullable Split split) {
        return folder.files().stream()
                .filter(file -> file.split() == split)
                .map(file -> new Example(file.path(), file.label(), file.name()))
                .toList();
    }

    /** Somebody who names {@code photos/val} has the training photos in {@code photos/train}. */
    private static List<Example> beside(Path root) throws IOException {
        Path absolute = root.toAbsolutePath().normalize();
        Path name = absolute.getFileName();
        Optional<Path> train = Optional.ofNullable(name)
                .filter(last -> Stream.of(Split.VALIDATION, Split.TEST)
                        .anyMatch(split -> split.id().equals(last.toString())))
                .map(last -> absolute.resolveSibling(Split.TRAIN.id()))
                .filter(Files::isDirectory);
        return train.isPresent() ? examples(PhotoFolder.read(train.get()), null) : List.of();
    }
}
