package io.github.maskwatch.training.scene.paint;

import java.awt.BasicStroke;
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
        float[] color = Fabric.color(random, face.skin());
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

    /** The mask's own frame where it hangs from one ear, swung out. */
    private FaceFrame hanging() {
        int side = random.nextBoolean() ? 1 : -1;
        double turn = side * Draws.between(random, 0.9, 1.6);
        return face.frame()
                .part(
                        side * Draws.between(random, 0.85, 1.1),
                        Draws.between(random, 0.8, 0.95),
                        Draws.between(random, 0.5, 0.75),
                        Draws.between(random, 0.3, 0.5),
                        turn);
    }

    private void shadow(FaceFrame frame, Patch patch) {
        double below = frame.height() * Draws.between(random, 0.01, 0.035);
        Shape shape = patch.outline(frame);
        AffineTransform down = AffineTransform.getTranslateInstance(0, below);
        double width = Math.max(1, 0.03 * frame.height());
        face.layer().fill(down.createTransformedShape(shape), frame, Surface.plain(BLACK), 0.28);
        Shape rim = new BasicStroke((float) width).createStrokedShape(shape);
        face.layer().fill(rim, frame, Surface.plain(BLACK), 0.12);
        face.layer().blur(0.012 * frame.height());
    }

    private void loops(FaceFrame frame, Patch patch, float[] mask) {
        float[] color = Draws.chance(random, 0.6) ? new float[] {0.9f, 0.9f, 0.9f} : mask;
        float width = (float) Math.max(0.7, frame.height() * Draws.between(random, 0.012, 0.028));
        double ear = Draws.between(random, 0.4, 0.5);
        for (int side = -1; side <= 1; side += 2) {
            if (patch.isSeen(frame, side, 0)) {
                loop(frame, patch, side, 0.04, ear, width, color);
                loop(frame, patch, side, 0.95, ear + Draws.between(random, 0.08, 0.16), width, color);
            }
        }
    }

    private void loop(FaceFrame frame, Patch patch, int side, double n, double ear, float width, float[] color) {
        double u = side * Draws.between(random, 1.02, 1.18);
        double fromU = patch.u(frame, side, n);
        double fromV = patch.v(side, n);
        double middleU = (fromU + u) / 2;
        double middleV = (fromV + ear) / 2 + Draws.between(random, 0, 0.03);
        Path2D path = new Path2D.Double();
        path.moveTo(frame.x(fromU, fromV), frame.y(fromU, fromV));
        path.quadTo(frame.x(middleU, middleV), frame.y(middleU, middleV), frame.x(u, ear), frame.y(u, ear));
        Shape band = new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(path);
        face.layer().fill(band, frame, Surface.plain(color), 0.9);
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
