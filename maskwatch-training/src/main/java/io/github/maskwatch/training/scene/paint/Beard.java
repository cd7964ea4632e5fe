package io.github.maskwatch.training.scene.paint;

import java.awt.Shape;
import java.awt.geom.Area;
import java.util.random.RandomGenerator;

/** A beard: hair about jaw and mouth, ragged at its edges. */
final class Beard {
    private Beard() {}

    static void paint(FacePaint face, RandomGenerator random) {
        FaceFrame frame = face.frame();
        float[] color = Hair.color(random);
        Surface hair = Hair.of(color, Math.min(30, frame.halfWidth() / 1.2), Math.min(12, frame.height() / 4), random);
        double shift = frame.across(0);
        double chin = Draws.between(random, 1, 1.3);
        double cheek = Draws.between(random, 0.6, 0.74);
        double lip = Draws.between(random, 0.66, 0.71);
        double wide = Draws.between(random, 0.75, 0.95);
        double burns = cheek - Draws.between(random, 0, 0.3);
        Area area = new Area(Outline.smooth(
                frame,
                -wide,
                burns,
                -wide + 0.14,
                burns + 0.02,
                -wide * 0.78,
                cheek + 0.04,
                -0.45 + shift,
                lip + 0.09,
                -0.26 + shift,
                lip + 0.02,
                shift,
                lip,
                0.26 + shift,
                lip + 0.02,
                0.45 + shift,
                lip + 0.09,
                wide * 0.78,
                cheek + 0.04,
                wide - 0.14,
                burns + 0.02,
                wide,
                burns,
                wide * 0.97,
                0.82,
                0.6,
                chin - 0.05,
                shift / 2,
                chin,
                -0.6,
                chin - 0.05,
                -wide * 0.97,
                0.82));
        if (Draws.chance(random, 0.75)) {
            double open = Draws.between(random, 0.02, 0.05);
            area.subtract(new Area(Outline.ellipse(frame, shift, 0.785, Draws.between(random, 0.2, 0.3), open)));
        }
        double thick = Draws.between(random, 0.6, 0.95);
        face.layer().fill(area, frame, hair, thick);
        tufts(face, area, hair, random);
        face.layer().blur(0.01 * frame.height());
    }

    /** Short strands beyond the edge. */
    private static void tufts(FacePaint face, Shape area, Surface hair, RandomGenerator random) {
        FaceFrame frame = face.frame();
        for (int i = 0; i < 24; i++) {
            double u = Draws.around(random, 0.9);
            double v = Draws.between(random, 0.66, 1.15);
            if (area.contains(frame.x(u, v), frame.y(u, v))) {
                double toU = u * Draws.between(random, 0.95, 1.15);
                Shape strand = Outline.bar(frame, u, v, toU, v + Draws.between(random, 0.04, 0.14), 0.015);
                face.layer().fill(strand, frame, hair, 0.7);
            }
        }
    }
}
