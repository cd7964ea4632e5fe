package io.github.maskwatch.training.scene.paint;

import java.util.random.RandomGenerator;

/** A scarf, a collar or a shawl drawn up over chin or mouth: wider than the face and down to the shoulders. */
final class Scarf {
    private static final int STEPS = 8;

    private Scarf() {}

    static void paint(FacePaint face, RandomGenerator random) {
        FaceFrame frame = face.frame();
        double top = Draws.between(random, 0.58, 0.95);
        double dip = Draws.around(random, 0.1);
        double lean = Draws.around(random, 0.12);
        double[] places = new double[2 * (STEPS + 1) + 8];
        for (int i = 0; i <= STEPS; i++) {
            double u = -1.15 + 2.3 * i / STEPS;
            places[2 * i] = u;
            places[2 * i + 1] = top + dip * (1 - u * u) + lean * u + Draws.around(random, 0.015);
        }
        double[] below = {1.6, 1.15, 2, 1.8, -2, 1.8, -1.6, 1.15};
        System.arraycopy(below, 0, places, 2 * (STEPS + 1), below.length);
        face.layer().fill(Outline.smooth(frame, places), frame, wool(face, top, dip, random), 1);
    }

    private static Surface wool(FacePaint face, double top, double dip, RandomGenerator random) {
        float[] color = Fabric.color(random, face.skin());
        boolean patterned = Draws.chance(random, 0.5);
        Surface fabric = Fabric.draw(
                random, color, face.skin(), patterned, 5 / face.frame().height());
        double aspect = face.frame().aspect();
        Noise folds = new Noise(random.nextInt());
        double slant = Draws.around(random, 1.5);
        double knit = Math.min(30, face.frame().height() / 3);
        return (u, v, rgb) -> {
            double down = v - top - dip * (1 - u * u);
            fabric.at(u * aspect, down, rgb);
            double fold = folds.at(u * 1.2 + slant * down, down * 8 + slant * u);
            double round = 1 - 0.2 * u * u - 0.12 * Math.max(0, 1 - down * 12);
            float light = (float) (round * (0.55 + 0.7 * fold) + 0.2 * (folds.at(u * knit, v * knit) - 0.5));
            for (int k = 0; k < 3; k++) {
                rgb[k] *= light;
            }
        };
    }
}
