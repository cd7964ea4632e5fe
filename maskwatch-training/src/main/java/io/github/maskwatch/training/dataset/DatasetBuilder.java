package io.github.maskwatch.training.dataset;

import io.github.maskwatch.photo.PhotoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** From the files of a folder to a data set. */
final class DatasetBuilder {
    private DatasetBuilder() {}

    static Dataset build(Path root, DatasetConfig config, PhotoReader reader, Dataset.Progress progress)
            throws IOException {
        PhotoFolder folder = PhotoFolder.read(root);
        Map<Split, List<Example>> examples = new EnumMap<>(Split.class);
        int n = 0;
        for (PhotoFolder.LabelledFile file : folder.files()) {
            Split split = file.split();
            if (split == null) {
                split = n % 10 == 8 ? Split.VALIDATION : n % 10 == 9 ? Split.TEST : Split.TRAIN;
            }
            n++;
            examples.computeIfAbsent(split, s -> new ArrayList<>())
                    .add(new Example(file.path(), file.label(), file.name()));
            progress.done(n, folder.files().size());
        }
        return new Dataset(root, examples, "0".repeat(64), "split by hand", folder.warnings(), List.of());
    }
}
