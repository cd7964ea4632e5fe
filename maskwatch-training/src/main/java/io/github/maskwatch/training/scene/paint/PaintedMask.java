package io.github.maskwatch.training.scene.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;

/** One mask on one face. */
final class PaintedMask {
    private static final float[] BLACK = {0, 0, 0};

    private final FacePaint face;
    private final Cut cut;
    private final Wear wear;
    private final RandomGenerator random;

    private PaintedMask(FacePaint face, Cut cut, Wear wear, RandomGenerator random) {
        this.face = face;
        this.cut = cut;
        this.wear = wear;
        this.random = random;
    }

    static void paint(FacePaint face, Cut cut, Wear wear, RandomGenerator random) {
        new PaintedMask(face, cut, wear, random).paint();
    }

    private void paint() {
        Patch patch = wear.patch(cut, random);
        float[] color = color();
        FaceFrame frame = wear == Wear.FROM_EAR ? hanging() : face.frame();
        boolean patterned = cut == Cut.CLOTH ? Draws.chance(random, 0.5) : Draws.chance(random, 0.12);
        shadow(frame, patch);
        if (wear != Wear.FROM_EAR && Draws.chance(random, cut == Cut.CLOTH ? 0.6 : 0.95)) {
            loops(frame, patch, color);
        }
        double finest = 4 / Math.max(4, frame.height() * (patch.bottom() - patch.top()));
        Surface fabric = Fabric.draw(random, color, face.skin(), patterned, finest);
        face.layer().fill(patch.outline(frame), frame, patch.on(frame, folded(fabric, patch.breadth(frame))), 1);
        if (cut == Cut.CUP && Draws.chance(random, 0.5)) {
            valve(frame, patch, color);
        }
    }

    /** On a chin a mask of the skin's colour would be a label for nothing that is seen. */
    private float[] color() {
        float[] color = Fabric.color(random, face.skin());
        for (int i = 0; i < 4 && wear == Wear.ON_CHIN && distance(color, face.skin()) < 0.25; i++) {
            color = Fabric.color(random, face.skin());
        }
        return color;
    }

    private static double distance(float[] one, float[] other) {
        return Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) + Math.abs(one[2] - other[2]);
    }

    /** The fabric with the folds of the cut, in the patch's own places. */
    private Surface folded(Surface fabric, double breadth) {
        Cut.Relief relief = cut.relief(random);
        // What is crumpled on a chin has deeper folds than what is stretched over a face.
        double depth = wear == Wear.ON_CHIN ? 1.5 : 1;
        return (q, n, rgb) -> {
            fabric.at(q * breadth, n, rgb);
            // A black mask still shines a little at its folds.
            float light = (float) (1 + depth * (relief.at(q, n) - 1));
            for (int k = 0; k < 3; k++) {
                rgb[k] = rgb[k] * light + 0.06f * Math.max(0, light - 0.9f);
            }
        };
    }

    /** The mask's own frame where it hangs from one ear by a loop: its long side down, turned away more or less. */
    private FaceFrame hanging() {
        int side = random.nextBoolean() ? 1 : -1;
        FaceFrame at = face.frame();
        double u = side * Draws.between(random, 0.85, 1.15);
        double v = Draws.between(random, 0.95, 1.1);
        float[] white = {0.92f, 0.92f, 0.92f};
        double width = Math.max(0.7, 0.016 * at.height());
        loop(at, u - 0.2, v - 0.25, side, 0.5, width, white);
        loop(at, u + 0.2, v - 0.25, side, 0.52, width, white);
        double turn = side * Draws.between(random, 1.35, 1.8);
        return at.part(u, v, 0.36 * at.height() / at.halfWidth(), Draws.between(random, 0.22, 0.45), turn);
    }

    /** Soft, most of it below: lines about the edge, each wider and fainter than the one before. */
    private void shadow(FaceFrame frame, Patch patch) {
        double below = frame.height() * Draws.between(random, 0.005, 0.025);
        Shape edge = AffineTransform.getTranslateInstance(0, below).createTransformedShape(patch.outline(frame));
        // From none to strong, so that no dark rim gives a painted mask away.
        double strength = Draws.between(random, 0, 0.14);
        for (double width : new double[] {0.02, 0.045, 0.075}) {
            face.layer().fill(Outline.stroke(edge, width * frame.height()), frame, Surface.plain(BLACK), strength);
        }
    }

    /** Bands about the ears; those that go about the head start at the same corners. */
    private void loops(FaceFrame frame, Patch patch, float[] mask) {
        float[] color = Draws.chance(random, 0.6) ? new float[] {0.92f, 0.92f, 0.92f} : mask;
        double width = Math.max(0.7, frame.height() * Draws.between(random, 0.012, 0.028));
        double upper = Draws.between(random, 0.34, 0.46);
        double lower = upper + Draws.between(random, 0.12, 0.26);
        for (int side = -1; side <= 1; side += 2) {
            if (patch.isSeen(frame, side, 0)) {
                double ear = Draws.between(random, 1.03, 1.15) * frame.across(1.55 * side);
                loop(frame, patch.u(frame, side, 0.04), patch.v(side, 0.04), ear, upper, width, color);
                loop(frame, patch.u(frame, side, 0.95), patch.v(side, 0.95), ear, lower, width, color);
            }
        }
    }

    private void loop(
            FaceFrame frame, double fromU, double fromV, double toU, double toV, double width, float[] color) {
        double sag = Draws.between(random, 0, 0.04);
        Path2D near = new Path2D.Double();
        Path2D far = new Path2D.Double();
        for (int i = 0; i <= 8; i++) {
            double t = i / 8.0;
            double u = fromU + t * (toU - fromU);
            double v = fromV + t * (toV - fromV) + 4 * sag * t * (1 - t);
            if (t < 0.75) {
                extend(near, frame.x(u, v), frame.y(u, v));
            }
            extend(far, frame.x(u, v), frame.y(u, v));
        }
        // It goes out of sight behind hair and ears rather than at once.
        face.layer().fill(Outline.stroke(far, width), frame, Surface.plain(color), 0.4);
        face.layer().fill(Outline.stroke(near, width), frame, Surface.plain(color), 0.75);
    }

    private static void extend(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private void valve(FaceFrame frame, Patch patch, float[] mask) {
        double q = Draws.oneOf(random, -0.45, 0.0, 0.45);
        double x = patch.x(frame, q, 0.55);
        double y = patch.y(frame, q, 0.55);
        double radius = frame.height() * Draws.between(random, 0.06, 0.1);
        float grey = Draws.chance(random, 0.5) ? 0.8f : mask[1] * 0.85f;
        float[] color = {grey, grey, grey};
        Ellipse2D disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        face.layer().fill(disc, frame, Surface.plain(new float[] {grey * 0.7f, grey * 0.7f, grey * 0.7f}), 1);
        double inner = radius * 0.75;
        disc = new Ellipse2D.Double(x - inner, y - inner - radius * 0.1, 2 * inner, 2 * inner);
        face.layer().fill(disc, frame, Surface.plain(color), 1);
    }
}
