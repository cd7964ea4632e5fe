package io.github.maskwatch.training.scene;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.photo.PhotoSize;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.DataHash;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.PerceptualHash;
import io.github.maskwatch.training.dataset.PhotoCheck;
import io.github.maskwatch.training.dataset.SplitManifest;
import io.github.maskwatch.training.scene.annotation.AnnotatedPhoto;
import io.github.maskwatch.training.scene.annotation.Annotations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From annotations to scenes: opens every photo once, and leaves out what cannot be used.
 *
 * @param scenes sorted by name
 * @param kind of the annotations, for people
 * @param broken sorted by path
 * @param warnings one line each
 */
record SceneCheck(List<CheckedScene> scenes, String kind, List<BrokenPhoto> broken, List<String> warnings) {

    /** How closely photos are looked at. */
    enum Depth {
        /** Their size only. */
        HEADER,
        /** Every pixel. */
        LOOK
    }

    /** @throws IOException one line, if nothing in the folder can be used */
    static SceneCheck of(
            Path folder, SceneDatasetConfig config, Depth depth, PhotoReader reader, Dataset.Progress progress)
            throws IOException {
        Annotations annotations = Annotations.read(folder, config.classNames());
        Sources sources = Sources.of(
                annotations.photos().stream().map(AnnotatedPhoto::fileName).toList());
        Opening opening = new Opening(annotations, sources, config, depth, reader);
        PhotoCheck<CheckedScene> check =
                PhotoCheck.run(annotations.photos(), AnnotatedPhoto::path, progress, opening::open);
        List<BrokenPhoto> broken = Stream.concat(annotations.broken().stream(), check.broken().stream())
                .sorted(Comparator.comparing(BrokenPhoto::photo))
                .toList();
        if (check.photos().isEmpty()) {
            throw new IOException(folder + ": has " + annotations.kind() + " annotations, but no photo that can be used"
                    + (broken.isEmpty() ? "" : "; " + broken.size() + " are broken, such as " + broken.get(0)));
        }
        return new SceneCheck(check.photos(), annotations.kind(), broken, warnings(annotations, check.photos()));
    }

    private static List<String> warnings(Annotations annotations, List<CheckedScene> scenes) {
        List<String> warnings = new ArrayList<>(annotations.warnings());
        List<CheckedScene> degenerate =
                scenes.stream().filter(scene -> scene.degenerate() > 0).toList();
        if (!degenerate.isEmpty()) {
            int boxes = degenerate.stream().mapToInt(CheckedScene::degenerate).sum();
            warnings.add("left out " + boxes + (boxes == 1 ? " box" : " boxes")
                    + " of less than a pixel, or outside of the photo, such as in "
                    + degenerate.get(0).name());
        }
        List<CheckedScene> scaled = scenes.stream().filter(CheckedScene::scaled).toList();
        if (!scaled.isEmpty()) {
            warnings.add("scaled the boxes of " + scaled.size() + (scaled.size() == 1 ? " photo" : " photos")
                    + " whose annotations are about another size of it, such as "
                    + scaled.get(0).name());
        }
        return warnings;
    }

    /** Where some scenes lie in train, val or test, others are nobody's. */
    SceneCheck withoutStrays() {
        List<CheckedScene> strays =
                scenes.stream().filter(scene -> scene.given() == null).toList();
        if (strays.isEmpty() || !hasSplit()) {
            return this;
        }
        String warning = String.format(
                Locale.ROOT,
                "left out %,d scenes that are neither in train, val nor test, such as %s",
                strays.size(),
                strays.get(0).name());
        return new SceneCheck(
                scenes.stream().filter(scene -> scene.given() != null).toList(),
                kind,
                broken,
                Stream.concat(warnings.stream(), Stream.of(warning)).toList());
    }

    /**
     * With the split of a run in place of none, if these are the scenes that the run had.
     *
     * @param run null: as they are
     */
    SceneCheck splitAs(@Nullable SplitManifest run) throws IOException {
        if (run == null || hasSplit()) {
            return this;
        }
        SplitManifest.Applied<CheckedScene> applied = run.applyTo(
                scenes, CheckedScene::name, (scene, entry) -> scene.given(entry.split()), CheckedScene::hash);
        return new SceneCheck(
                applied.photos(),
                kind,
                broken,
                Stream.concat(warnings.stream(), applied.remarks().stream()).toList());
    }

    /** Whether scenes lie in train, val and test. */
    boolean hasSplit() {
        return scenes.stream().anyMatch(scene -> scene.given() != null);
    }

    /** What is done with each photo. */
    private record Opening(
            Annotations annotations, Sources sources, SceneDatasetConfig config, Depth depth, PhotoReader reader) {

        CheckedScene open(AnnotatedPhoto photo) throws IOException {
            byte[] bytes = reader.bytes(photo.path());
            PhotoSize size = reader.size(photo.path(), bytes);
            List<LabelledFace> faces = photo.facesOn(size);
            String source = photo.source() == null ? sources.of(photo.fileName()) : photo.source();
            boolean tellsIncorrect = annotations.classes().contains(MaskState.WORN_INCORRECTLY)
                    && !photo.twoClasses()
                    && !config.hasTwoClasses(photo.fileName(), source);
            return new CheckedScene(
                    new Scene(photo.path(), size.width(), size.height(), source, faces, tellsIncorrect),
                    photo.name(),
                    photo.split(),
                    DataHash.of(bytes),
                    switch (depth) {
                        case HEADER -> PerceptualHash.UNKNOWN;
                        case LOOK -> PerceptualHash.of(photo.path(), bytes, reader);
                    },
                    photo.faces().size() - faces.size(),
                    photo.size() != null && !photo.size().equals(size));
        }
    }
}
