package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.training.scene.AnnotatedImage;
import io.github.maskwatch.training.scene.SceneAugmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is painted on faces, and how often. All but {@code minSide} are probabilities, 0–1, of a face that can bear it; 0 is off.
 *
 * <p>The label of a painted face is certain, whether or not the scene tells masks worn incorrectly: where
 * {@link AnnotatedImage#tellsIncorrect} is false only the faces that are {@code WITHOUT_MASK} are doubtful, and such a scene has no face
 * {@code WORN_INCORRECTLY} but painted ones.
 *
 * @param mask that a bare face gets a mask, where the scene tells masks worn incorrectly
 * @param maskWhereUntold the same where it does not, so that a face "without mask" may have a real one on its chin
 * @param incorrect of the masks painted, the share that sits under the nose, on the chin or hangs from an ear
 * @param occluder that a bare face gets something before its mouth that is no mask: a hand, a cup, a beard
 * @param above that a face of any kind gets something over its eyes or forehead: glasses, a cap, a fringe
 * @param tint that the lower half of a masked face takes another colour
 * @param minSide the least shorter side of a face to be painted on, px, at least 8
 */
public record PaintConfig(
        double mask,
        double maskWhereUntold,
        double incorrect,
        double occluder,
        double above,
        double tint,
        double minSide) {

    public PaintConfig {
        requireShare("mask", mask);
        requireShare("maskWhereUntold", maskWhereUntold);
        requireShare("incorrect", incorrect);
        requireShare("occluder", occluder);
        requireShare("above", above);
        requireShare("tint", tint);
        if (!(minSide >= 8)) {
            throw new IllegalArgumentException("minSide must be at least 8 px, got " + minSide);
        }
    }

    /** Nothing is painted. */
    public static PaintConfig none() {
        return new PaintConfig(0, 0, 0, 0, 0, 0, 20);
    }

    public static PaintConfig defaults() {
        return new PaintConfig(0.25, 0.12, 0.5, 0.15, 0.06, 0.15, 20);
    }

    /** Masks first, then what may be before a face; what is off is left out. Pure and thread-safe. */
    public SceneAugmentation toAugmentation() {
        List<SceneAugmentation> steps = new ArrayList<>();
        if (mask > 0 || maskWhereUntold > 0) {
            steps.add(masks());
        }
        if (occluder > 0) {
            steps.add(occluders());
        }
        if (tint > 0) {
            steps.add(tints());
        }
        if (above > 0) {
            steps.add(thingsAbove());
        }
        return (scene, random) -> inOrder(steps, scene, random);
    }

    /** Only the painted masks. */
    public SceneAugmentation masks() {
        return new PaintedScene(new MaskPainter(mask, maskWhereUntold, incorrect), minSide);
    }

    /** Only the things before the mouth. */
    public SceneAugmentation occluders() {
        return new PaintedScene(new OccluderPainter(occluder), minSide);
    }

    /** Only the things over eyes and forehead. */
    public SceneAugmentation thingsAbove() {
        return new PaintedScene(new AbovePainter(above), minSide);
    }

    /** Only the other colours of real masks. */
    public SceneAugmentation tints() {
        return new PaintedScene(new TintPainter(tint), minSide);
    }

    private static AnnotatedImage inOrder(List<SceneAugmentation> steps, AnnotatedImage scene, RandomGenerator random) {
        AnnotatedImage changed = scene;
        for (SceneAugmentation step : steps) {
            changed = step.apply(changed, random);
        }
        return changed;
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }
}
