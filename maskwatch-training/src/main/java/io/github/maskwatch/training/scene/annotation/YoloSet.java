package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.training.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Photos with a file of YOLO text for each (a line per box: its class and its centre and sides as shares of the photo's). A photo
 * without such a file shows no face, as it does to YOLO, provided that others in its folder have one.
 */
final class YoloSet {
    private final Findings findings;
    private final SceneFiles files;
    /** By photo. */
    private final Map<Path, Path> labels;

    private YoloSet(SceneFiles files, Map<Path, Path> labels) {
        this.findings = new Findings(files);
        this.files = files;
        this.labels = labels;
    }

    /** Empty if no photo has a text of its name. */
    static Optional<YoloSet> find(SceneFiles files) throws IOException {
        Map<String, List<Path>> texts = SceneFiles.byStem(files.ending(".txt"));
        Map<Path, Path> labels = new HashMap<>();
        for (Path photo : files.photos().stream().sorted().toList()) {
            List<Path> sameName = texts.getOrDefault(SceneFiles.stemOf(photo), List.of());
            try {
                files.nearest(photo, sameName).ifPresent(label -> labels.put(photo, label));
            } catch (IOException e) {
                throw new IOException(photo + ": which text has its boxes is not clear, as " + e.getMessage(), e);
            }
        }
        return labels.isEmpty() ? Optional.empty() : Optional.of(new YoloSet(files, labels));
    }

    Annotations read(List<String> givenNames) throws IOException {
        YoloConfig config = YoloConfig.find(files);
        List<String> names = config.names(givenNames, files.root());
        names.forEach(findings.classes()::declare);
        OptionalInt withLandmarks = withLandmarks(config);
        YoloSplits splits = YoloSplits.of(config, files);
        splits.missing().forEach((list, reason) -> findings.broken(list, reason));
        splits.warnings().forEach(findings::warn);
        Set<Path> labelledFolders = new HashSet<>();
        labels.keySet().forEach(photo -> labelledFolders.add(files.folderOf(photo)));
        List<Path> bare = new ArrayList<>();
        for (Path photo : files.photos().stream().sorted().toList()) {
            Path label = labels.get(photo);
            if (label != null) {
                photo(photo, label, names, withLandmarks, splits);
            } else if (labelledFolders.contains(files.folderOf(photo))) {
                bare.add(photo);
                findings.add(annotated(photo, new YoloLabels(List.of()), splits.split(photo)), photo);
            }
        }
        if (!bare.isEmpty()) {
            findings.warn("took " + Findings.number(bare.size(), "photo")
                    + " without a label file for photos without a face," + " such as " + files.name(bare.get(0)));
        }
        return findings.all("YOLO text");
    }

    /** How many numbers a line with landmarks has; by the lines themselves, where nothing else says it. */
    private OptionalInt withLandmarks(YoloConfig config) {
        if (config.lineLength().isPresent()) {
            return config.lineLength();
        }
        YoloLandmarks landmarks = new YoloLandmarks();
        for (Path label : labels.values()) {
            YoloLabels.vote(label, landmarks);
        }
        OptionalInt found = landmarks.length();
        found.ifPresent(length -> findings.warn("took lines of " + length + " numbers for boxes with landmarks, which"
                + " lie in the boxes; kpt_shape in data.yaml, such as [5, 2], says it for sure"));
        return found;
    }

    private void photo(Path photo, Path label, List<String> names, OptionalInt withLandmarks, YoloSplits splits) {
        try {
            YoloLabels read = YoloLabels.read(label, names, withLandmarks, findings.classes());
            findings.add(annotated(photo, read, splits.split(photo)), label);
        } catch (IOException e) {
            findings.broken(photo, "its label file " + files.name(label) + " " + e.getMessage());
        }
    }

    private AnnotatedPhoto annotated(Path photo, YoloLabels read, Optional<Split> split) {
        return new AnnotatedPhoto(
                photo,
                files.name(photo),
                split.orElse(null),
                null,
                false,
                AnnotatedPhoto.Units.FRACTIONS,
                null,
                read.faces());
    }
}
