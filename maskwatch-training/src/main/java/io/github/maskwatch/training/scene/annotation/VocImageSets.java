package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.training.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lists of VOC's development kit that say what each photo is for, {@code ImageSets/Main/train.txt} and so on.
 *
 * @param splits by the photo's name without extension
 */
record VocImageSets(Map<String, Split> splits) {

    VocImageSets {
        splits = Map.copyOf(splits);
    }

    /** Those that belong to a folder of annotations; none in most sets. */
    static VocImageSets beside(Path annotations, SceneFiles files) throws IOException {
        Map<String, Split> splits = new HashMap<>();
        for (Path folder : new Path[] {
            annotations.resolveSibling("ImageSets").resolve("Main"), annotations.resolveSibling("ImageSets")
        }) {
            add(splits, folder.resolve("train.txt"), Split.TRAIN, files);
            add(splits, folder.resolve("val.txt"), Split.VALIDATION, files);
            if (splits.isEmpty()) {
                add(splits, folder.resolve("trainval.txt"), Split.TRAIN, files);
            }
            add(splits, folder.resolve("test.txt"), Split.TEST, files);
        }
        return new VocImageSets(splits);
    }

    /** A line has the photo's name, in lists of a class also 1 or -1 behind it. */
    private static void add(Map<String, Split> splits, Path list, Split split, SceneFiles files) throws IOException {
        if (!files.has(list)) {
            return;
        }
        for (String line : TextLines.of(list)) {
            splits.putIfAbsent(line.replaceFirst("\\s.*", ""), split);
        }
    }

    boolean isEmpty() {
        return splits.isEmpty();
    }

    Optional<Split> split(Path annotation) {
        return Optional.ofNullable(splits.get(SceneFiles.stemOf(annotation)));
    }
}
