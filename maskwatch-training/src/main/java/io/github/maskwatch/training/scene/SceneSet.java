package io.github.maskwatch.training.scene;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.dataset.SplitManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scenes that a detector is judged on.
 *
 * @param description for people, such as "photos/scenes, test split, COCO JSON"
 * @param scenes sorted by name
 * @param broken photos and annotations that cannot be used, sorted by path
 * @param warnings one line each
 */
public record SceneSet(String description, List<Scene> scenes, List<BrokenPhoto> broken, List<String> warnings) {
    public SceneSet {
        scenes = List.copyOf(scenes);
        broken = List.copyOf(broken);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a folder of scenes, or one with scenes for training, validation and test. Of each photo only the size is looked at.
     *
     * @param split which of the three; null for test, or else val, or else train
     * @param run split of the run that the detector comes from, for the scenes of that run where their folder has none; null if there is no such run
     * @throws IOException one line, if there is no such folder or split, or nothing that can be used
     */
    public static SceneSet open(
            Path folder,
            @Nullable Split split,
            @Nullable SplitManifest run,
            SceneDatasetConfig config,
            PhotoReader reader,
            Dataset.Progress progress)
            throws IOException {
        SceneCheck check = check(folder, run, config, reader, progress);
        if (split == null) {
            return of(folder, check, check.hasSplit() ? standard(check) : null);
        }
        return ofSplit(folder, check, split);
    }

    /**
     * Reads a folder of scenes once for all that is wanted of it.
     *
     * @param splits at least one
     * @param run as in {@link #open}
     * @return for each split its scenes; what was remarked is the same for all
     * @throws IOException as {@link #open}
     */
    public static List<SceneSet> openAll(
            Path folder,
            List<Split> splits,
            @Nullable SplitManifest run,
            SceneDatasetConfig config,
            PhotoReader reader,
            Dataset.Progress progress)
            throws IOException {
        SceneCheck check = check(folder, run, config, reader, progress);
        List<SceneSet> sets = new ArrayList<>(splits.size());
        for (Split split : splits) {
            sets.add(ofSplit(folder, check, split));
        }
        return sets;
    }

    /**
     * Reads a folder of scenes to choose something on: all of it, or of one with splits those for validation.
     *
     * @param run as in {@link #open}
     * @throws IOException as {@link #open}
     */
    public static SceneSet openForChoosing(
            Path folder,
            @Nullable SplitManifest run,
            SceneDatasetConfig config,
            PhotoReader reader,
            Dataset.Progress progress)
            throws IOException {
        SceneCheck check = check(folder, run, config, reader, progress);
        return of(folder, check, check.hasSplit() ? Split.VALIDATION : null);
    }

    private static SceneCheck check(
            Path folder,
            @Nullable SplitManifest run,
            SceneDatasetConfig config,
            PhotoReader reader,
            Dataset.Progress progress)
            throws IOException {
        return SceneCheck.of(folder, config, SceneCheck.Depth.HEADER, reader, progress)
                .withoutStrays()
                .splitAs(run);
    }

    private static SceneSet ofSplit(Path folder, SceneCheck check, Split split) throws IOException {
        if (!check.hasSplit()) {
            throw new IOException(
                    folder + ": has no " + split.id() + "/ inside; wanted: a folder that holds train/, val/ and"
                            + " test/, or a model that lies in its run's folder");
        }
        return of(folder, check, split);
    }

    private static SceneSet of(Path folder, SceneCheck check, @Nullable Split wanted) throws IOException {
        List<Scene> scenes = scenes(check, wanted);
        if (scenes.isEmpty()) {
            throw new IOException(folder + ": no scenes for " + wantedId(wanted) + ", only for "
                    + Stream.of(Split.values())
                            .filter(other -> !scenes(check, other).isEmpty())
                            .map(Split::id)
                            .collect(Collectors.joining(", "))
                    + check.warnings().stream().map(warning -> "; " + warning).collect(Collectors.joining()));
        }
        String description = folder + (wanted == null ? "" : ", " + wanted.id() + " split") + ", " + check.kind();
        return new SceneSet(description, scenes, check.broken(), check.warnings());
    }

    private static String wantedId(@Nullable Split wanted) {
        return wanted == null ? "all" : wanted.id();
    }

    private static Split standard(SceneCheck check) {
        return Stream.of(Split.TEST, Split.VALIDATION)
                .filter(split -> !scenes(check, split).isEmpty())
                .findFirst()
                .orElse(Split.TRAIN);
    }

    private static List<Scene> scenes(SceneCheck check, @Nullable Split split) {
        return check.scenes().stream()
                .filter(scene -> scene.given() == split)
                .map(CheckedScene::scene)
                .toList();
    }

    /** What is wrong with the folder, and what was left out for it, one line each; of many broken photos the first ones. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(warnings);
        remarks.addAll(BrokenPhoto.remarks(broken));
        return remarks;
    }

    /** How much is in them. */
    public SceneCounts counts() {
        return SceneCounts.of(scenes);
    }
}
