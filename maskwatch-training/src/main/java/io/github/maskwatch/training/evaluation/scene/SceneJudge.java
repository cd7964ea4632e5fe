package io.github.maskwatch.training.evaluation.scene;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.metrics.detection.JudgedScene;
import io.github.maskwatch.metrics.detection.PictureTraits;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.evaluation.Progress;
import io.github.maskwatch.training.scene.Scene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shows scenes to a detector. Photos are decoded on all cores, a few at a time, so that any number of them fits the memory; the detector
 * is asked from the calling thread alone.
 */
public final class SceneJudge {
    private static final int BATCH = 16;

    private final PhotoReader reader;

    public SceneJudge(PhotoReader reader) {
        this.reader = reader;
    }

    /**
     * What came of the scenes.
     *
     * @param scenes in the order that they were given in
     * @param broken those whose photo could not be read, in the same order
     */
    public record Judged(List<SceneJudgement> scenes, List<BrokenPhoto> broken) {
        public Judged {
            scenes = List.copyOf(scenes);
            broken = List.copyOf(broken);
        }
    }

    /** Asks the detector about each scene whose photo can be read. */
    public Judged judge(List<Scene> scenes, MaskDetector detector, Progress progress) {
        List<SceneJudgement> judged = new ArrayList<>();
        List<BrokenPhoto> broken = new ArrayList<>();
        for (int from = 0; from < scenes.size(); from += BATCH) {
            List<Scene> batch = scenes.subList(from, Math.min(scenes.size(), from + BATCH));
            for (Open open : batch.parallelStream().map(this::open).toList()) {
                if (open.broken == null) {
                    judged.add(judge(open, detector));
                } else {
                    broken.add(open.broken);
                }
            }
            progress.done(from + batch.size(), scenes.size());
        }
        return new Judged(judged, broken);
    }

    /**
     * A photo that was read, or the reason why not.
     *
     * @param picture null if it is broken
     * @param broken null if it is not
     */
    private record Open(
            Scene scene, @Nullable Image picture, @Nullable BrokenPhoto broken) {}

    private Open open(Scene scene) {
        try {
            return new Open(scene, reader.read(scene.photo()), null);
        } catch (IOException e) {
            return new Open(scene, null, BrokenPhoto.of(scene.photo(), e));
        }
    }

    private static SceneJudgement judge(Open open, MaskDetector detector) {
        Scene scene = open.scene;
        Image picture = Objects.requireNonNull(open.picture);
        double x = (double) scene.width() / picture.width();
        double y = (double) scene.height() / picture.height();
        List<MaskedFace> answers = detector.detect(picture).stream()
                .map(answer -> x == 1 && y == 1 ? answer : scaled(answer, x, y))
                .toList();
        return new SceneJudgement(
                scene,
                new JudgedScene(scene.width(), scene.height(), scene.tellsIncorrect(), scene.faces(), answers),
                PictureTraits.of(picture));
    }

    private static MaskedFace scaled(MaskedFace answer, double x, double y) {
        Face face = answer.face();
        return new MaskedFace(new Face(face.box().scale(x, y), face.score()), answer.prediction(), answer.called());
    }
}
