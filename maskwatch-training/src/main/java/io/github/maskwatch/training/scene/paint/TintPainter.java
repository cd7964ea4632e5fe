package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import java.awt.geom.Ellipse2D;
import java.util.random.RandomGenerator;

/**
 * Another colour for real masks. Where exactly the mask ends is unknown, so that the colour fades out towards the sides and the eyes, as
 * coloured light would.
 */
record TintPainter(double probability) implements FacePainter {

    @Override
    public double probability(LabelledFace face, boolean tellsIncorrect) {
        return face.state() == MaskState.WITH_MASK ? probability : 0;
    }

    @Override
    public MaskState paint(FacePaint face, MaskState state, RandomGenerator random) {
        FaceFrame frame = face.frame();
        float[] color = Fabric.color(random, face.skin());
        double opacity = Draws.between(random, 0.15, 0.5);
        for (int ring = 0; ring < 4; ring++) {
            double u = 0.85 - 0.17 * ring;
            double v = 0.26 - 0.05 * ring;
            double x = frame.x(0, 0.78);
            double y = frame.y(0, 0.78);
            double w = u * frame.halfWidth();
            double h = v * frame.height();
            face.layer()
                    .fill(new Ellipse2D.Double(x - w, y - h, 2 * w, 2 * h), frame, Surface.plain(color), opacity / 4);
        }
        return state;
    }
}
