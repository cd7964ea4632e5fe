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
 * Shows scenes to a detector. Photos are decoded on all cores, as many at a time as fit an eighth of the memory, and at least one; the detector
 * is asked from the calling thread alone.
 */
public final class SceneJudge {
    private static final int BATCH = 16;
    /** Of a photo while it is decoded: as the decoder holds it, and as a picture. */
    private static final int BYTES_PER_PIXEL = 12;

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
        for (int from = 0; from < scenes.size(); ) {
            List<Scene> batch = scenes.subList(from, end(scenes, from));
            for (Open open : batch.parallelStream().map(this::open).toList()) {
                if (open.broken == null) {
                    judged.add(judge(open, detector));
                } else {
                    broken.add(open.broken);
                }
            }
            from += batch.size();
            progress.done(from, scenes.size());
        }
        return new Judged(judged, broken);
    }

    /** How far the scenes go that are decoded together. */
    private static int end(List<Scene> scenes, int from) {
        long left = Runtime.getRuntime().maxMemory() / 8;
        int end = from;
        while (end < scenes.size() && end - from < BATCH) {
            Scene scene = scenes.get(end);
            left -= (long) BYTES_PER_PIXEL * scene.width() * scene.height();
            if (left < 0) {
                break;
            }
            end++;
        }
        return Math.max(end, from + 1);
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
