package io.github.maskwatch.training.scene;

import io.github.maskwatch.training.dataset.SplitShares;
import java.util.List;

/**
 * How a folder becomes a data set of scenes.
 *
 * @param shares of validation and test, where the folder has no split of its own
 * @param sourcesOfTwoClasses beginnings of file names or of sources whose annotators had no class for masks worn incorrectly
 * @param classNames the classes of YOLO text by number; empty to take them from the file beside it
 */
public record SceneDatasetConfig(SplitShares shares, List<String> sourcesOfTwoClasses, List<String> classNames) {

    public SceneDatasetConfig {
        sourcesOfTwoClasses = List.copyOf(sourcesOfTwoClasses);
        classNames = List.copyOf(classNames);
        if (sourcesOfTwoClasses.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a source of two classes must have a name, got " + sourcesOfTwoClasses);
        }
    }

    /** 80 % to train, 10 % each for validation and test; the photos of AIZOO have two classes. */
    public static SceneDatasetConfig defaults() {
        return new SceneDatasetConfig(new SplitShares(0.1, 0.1, 1), List.of("aizoo_"), List.of());
    }

    public SceneDatasetConfig withShares(SplitShares others) {
        return new SceneDatasetConfig(others, sourcesOfTwoClasses, classNames);
    }

    boolean hasTwoClasses(String fileName, String source) {
        return sourcesOfTwoClasses.stream().anyMatch(start -> fileName.startsWith(start) || source.startsWith(start));
    }
}
