package io.github.maskwatch.training.scene;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.PhotoSplit;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.dataset.SplitManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scenes of a folder, each for training, validation or test: photos with boxes about the faces, annotated in COCO JSON, Pascal
 * VOC or YOLO text. It holds paths and boxes, no pixels. Immutable.
 */
public final class SceneDataset {
    private final Path folder;
    private final Map<Split, List<Scene>> scenes;
    private final SplitManifest manifest;
    private final List<String> warnings;
    private final List<BrokenPhoto> broken;

    private SceneDataset(
            Path folder,
            Map<Split, List<Scene>> scenes,
            SplitManifest manifest,
            List<String> warnings,
            List<BrokenPhoto> broken) {
        this.folder = folder;
        this.scenes = scenes;
        this.manifest = manifest;
        this.warnings = List.copyOf(warnings);
        this.broken = List.copyOf(broken);
    }

    /**
     * Reads a folder to train from. Every photo is opened once, on all processors: broken ones are named and left out. A folder
     * with train, val and test keeps its split; otherwise one is made, with near-duplicates on one side.
     *
     * @throws IOException one line, if there is no such folder, nothing annotated in it, a class whose name is not known, or
     *     nothing to learn one of the two main classes from
     */
    public static SceneDataset open(
            Path folder, SceneDatasetConfig config, PhotoReader reader, Dataset.Progress progress) throws IOException {
        SceneCheck check = SceneCheck.of(folder, config, SceneCheck.Depth.LOOK, reader, progress)
                .withoutStrays();
        List<String> warnings = new ArrayList<>(check.warnings());
        List<CheckedScene> used = check.scenes();
        PhotoSplit split =
                PhotoSplit.of(folder, used.stream().map(CheckedScene::toSplit).toList(), config.shares());
        warnings.addAll(split.warnings());
        List<SplitManifest.Entry> entries = new ArrayList<>(used.size());
        for (int i = 0; i < used.size(); i++) {
            entries.add(new SplitManifest.Entry(used.get(i).name(), null, split.split(i), split.group(i)));
        }
        String sentence = "Read " + check.kind() + ". " + split.sentence();
        SplitManifest manifest = new SplitManifest(SplitManifest.SCENES, CheckedScene.hash(used), sentence, entries);
        SceneDataset dataset = new SceneDataset(folder, bySplit(used, manifest), manifest, warnings, check.broken());
        dataset.requireFaces(check.broken());
        return dataset.withWarningsOfMissingClasses();
    }

    private static Map<Split, List<Scene>> bySplit(List<CheckedScene> scenes, SplitManifest manifest) {
        Map<Split, List<Scene>> bySplit = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            List<Scene> ofSplit = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                if (manifest.photos().get(i).split() == split) {
                    ofSplit.add(scenes.get(i).scene());
                }
            }
            bySplit.put(split, List.copyOf(ofSplit));
        }
        return bySplit;
    }

    private void requireFaces(List<BrokenPhoto> unusable) throws IOException {
        for (MaskState state : List.of(MaskState.WITH_MASK, MaskState.WITHOUT_MASK)) {
            if (faces(Split.TRAIN, state) == 0) {
                throw new IOException(folder + ": no face of the class " + state.id() + " to train on, and a detector"
                        + " needs faces with_mask and without_mask"
                        + (unusable.isEmpty()
                                ? ""
                                : "; " + unusable.size() + " photos could not be used, such as " + unusable.get(0)));
            }
        }
        if (scenes(Split.VALIDATION).stream()
                .allMatch(scene -> scene.faces().stream().allMatch(face -> face.ignored()))) {
            throw new IOException(
                    folder + ": no face for validation, which chooses the best epoch; add scenes with faces to val/");
        }
    }

    private SceneDataset withWarningsOfMissingClasses() {
        List<String> all = new ArrayList<>(warnings);
        for (MaskState state : MaskState.values()) {
            if (faces(Split.TRAIN, state) > 0 && faces(Split.VALIDATION, state) == 0) {
                all.add("no face of the class " + state.id()
                        + " is for validation, so nothing is known about how well it" + " is told");
            }
        }
        return new SceneDataset(folder, scenes, manifest, all, broken);
    }

    private int faces(Split split, MaskState state) {
        return counts(split).faces(state);
    }

    /**
     * The data set of a run that goes on: the split that {@link #writeSplit} wrote, over the same scenes. All bytes are read, to
     * see that nothing changed.
     *
     * @param config as the run began with
     * @throws IOException one line, if the file is no split of scenes, or the scenes are not the same any more
     */
    public static SceneDataset reopen(
            Path folder, Path splitFile, SceneDatasetConfig config, PhotoReader reader, Dataset.Progress progress)
            throws IOException {
        SplitManifest manifest = SplitManifest.read(splitFile, SplitManifest.SCENES);
        Map<String, CheckedScene> byName = new HashMap<>();
        SceneCheck.of(folder, config, SceneCheck.Depth.HEADER, reader, progress)
                .scenes()
                .forEach(scene -> byName.put(scene.name(), scene));
        List<CheckedScene> used = new ArrayList<>(manifest.photos().size());
        for (SplitManifest.Entry photo : manifest.photos()) {
            CheckedScene scene = byName.get(photo.name());
            if (scene == null) {
                throw SplitManifest.gone(folder.resolve(photo.name()));
            }
            used.add(scene);
        }
        manifest.requireSameData(folder, CheckedScene.hash(used));
        return new SceneDataset(folder, bySplit(used, manifest), manifest, List.of(), List.of());
    }

    /** Writes which photo is for what, as JSON; beside its place first, so that the file is whole or not there. */
    public void writeSplit(Path file) throws IOException {
        manifest.write(file);
    }

    /** As it was given. */
    public Path folder() {
        return folder;
    }

    /** Sorted by name; empty only for a test set that was not wanted or not given. */
    public List<Scene> scenes(Split split) {
        return scenes.getOrDefault(split, List.of());
    }

    /** How much is there of each class. */
    public SceneCounts counts(Split split) {
        return SceneCounts.of(scenes(split));
    }

    /** SHA-256, hexadecimal, over the sorted names, bytes and faces of all photos used. */
    public String hash() {
        return manifest.dataHash();
    }

    /** What was read and done about the split, for people. */
    public String splitSentence() {
        return manifest.sentence();
    }

    /** One line each. */
    public List<String> warnings() {
        return warnings;
    }

    /** Photos and annotations that could not be used, sorted by path. */
    public List<BrokenPhoto> broken() {
        return broken;
    }
}
