package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.training.scene.AnnotatedImage;
import io.github.maskwatch.training.scene.SceneAugmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lets a painter work on the faces of a scene that can bear it: large enough, on the picture, and not behind or before another face.
 * Boxes stay as they are, whatever is painted beyond them.
 *
 * @param minSide the least shorter side of a face to be painted on, px
 */
record PaintedScene(FacePainter painter, double minSide) implements SceneAugmentation {
    /** The share of a face that has to be on the picture. */
    private static final double MIN_VISIBLE = 0.7;

    /** The share of the smaller box that another one may cover. */
    private static final double MAX_OVERLAP = 0.08;

    @Override
    public AnnotatedImage apply(AnnotatedImage scene, RandomGenerator random) {
        List<LabelledFace> faces = new ArrayList<>(scene.faces());
        Pixels painted = null;
        for (int i = 0; i < faces.size(); i++) {
            LabelledFace face = faces.get(i);
            double probability = painter.probability(face, scene.tellsIncorrect());
            if (probability > 0 && bears(scene, face) && Draws.chance(random, probability)) {
                painted = painted == null ? Pixels.copyOf(scene.image()) : painted;
                faces.set(i, paint(painter, painted, face, random));
            }
        }
        return painted == null ? scene : new AnnotatedImage(painted.toImage(), faces, scene.tellsIncorrect());
    }

    static LabelledFace paint(FacePainter painter, Pixels photo, LabelledFace face, RandomGenerator random) {
        FacePaint paint = FacePaint.about(photo, face.box(), random);
        LabelledFace changed = new LabelledFace(face.box(), painter.paint(paint, face.state(), random));
        paint.finish(random);
        return changed;
    }

    boolean bears(AnnotatedImage scene, LabelledFace face) {
        Box box = face.box();
        if (face.ignored() || box.shorterSide() < minSide) {
            return false;
        }
        double visible = box.clip(scene.image().width(), scene.image().height()).area() / box.area();
        // The face overlaps itself.
        return visible >= MIN_VISIBLE
                && scene.faces().stream()
                                .filter(other -> overlap(box, other.box()))
                                .count()
                        == 1;
    }

    private static boolean overlap(Box one, Box other) {
        double smaller = Math.min(one.area(), other.area());
        return one.intersection(other) > MAX_OVERLAP * smaller;
    }
}
