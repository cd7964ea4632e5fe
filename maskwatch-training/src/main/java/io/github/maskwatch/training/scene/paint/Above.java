package io.github.maskwatch.training.scene.paint;

import java.awt.Shape;
import java.util.random.RandomGenerator;

/** Things over eyes and forehead, which say nothing of a mask. */
enum Above {
    SUNGLASSES {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            glasses(face, random, Draws.between(random, 0.8, 1));
        }
    },
    GLASSES {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            glasses(face, random, Draws.between(random, 0, 0.25));
        }
    },
    CAP {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            FaceFrame frame = face.frame();
            double brim = Draws.between(random, 0, 0.16);
            double high = Draws.between(random, 0.4, 0.55);
            float[] color = Fabric.color(random, face.skin());
            Noise cloth = new Noise(random.nextInt());
            Surface dome = (u, v, rgb) -> {
                float light = (float) (1.05 - 0.35 * u * u + 0.25 * (cloth.at(u * 4, v * 6) - 0.5));
                for (int k = 0; k < 3; k++) {
                    rgb[k] = color[k] * light;
                }
            };
            Shape crown = Outline.smooth(
                    frame,
                    -1.12,
                    brim,
                    -1.05,
                    brim - high * 0.7,
                    -0.7,
                    brim - high - 0.04,
                    0,
                    brim - high - 0.1,
                    0.7,
                    brim - high - 0.04,
                    1.05,
                    brim - high * 0.7,
                    1.12,
                    brim,
                    0,
                    brim + 0.03);
            face.layer().fill(crown, frame, dome, 1);
            if (random.nextBoolean()) {
                float[] dark = Thing.shade(color, 0.6f);
                Shape visor = Outline.smooth(
                        frame,
                        -0.95,
                        brim - 0.02,
                        0,
                        brim - 0.06,
                        0.95,
                        brim - 0.02,
                        0.8,
                        brim + 0.09,
                        0,
                        brim + 0.12,
                        -0.8,
                        brim + 0.09);
                face.layer().fill(visor, frame, Surface.plain(dark), 1);
            }
        }
    },
    FRINGE {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            FaceFrame frame = face.frame();
            float[] color = Draws.chance(random, 0.8) ? face.hair() : Hair.color(random);
            Surface hair = Hair.of(color, Math.min(24, frame.halfWidth() / 1.5), 3, random);
            int strands = 11;
            double[] places = new double[2 * strands + 6];
            double parting = Draws.around(random, 0.8);
            double low = Draws.between(random, 0.12, 0.3);
            for (int i = 0; i < strands; i++) {
                double u = -1.1 + 2.2 * i / (strands - 1);
                places[2 * i] = u;
                places[2 * i + 1] =
                        Math.min(low, 0.02 + low * Math.abs(u - parting) * 1.4) + Draws.around(random, 0.035);
            }
            double[] top = {1.15, -0.2, 0, -0.4, -1.15, -0.2};
            System.arraycopy(top, 0, places, 2 * strands, top.length);
            face.layer().fill(Outline.smooth(frame, places), frame, hair, 0.95);
        }
    };

    abstract void paint(FacePaint face, RandomGenerator random);

    private static void glasses(FacePaint face, RandomGenerator random, double tint) {
        FaceFrame frame = face.frame();
        double v = Draws.between(random, 0.34, 0.41);
        double shift = frame.across(0) * 0.8;
        double wide = Draws.between(random, 0.3, 0.4);
        double high = Draws.between(random, 0.075, 0.12);
        float[] rim = Draws.chance(random, 0.7) ? new float[] {0.08f, 0.07f, 0.07f} : Fabric.color(random, face.skin());
        float[] lens = {0.06f, 0.06f, 0.07f};
        double thick = Draws.between(random, 0.012, 0.03);
        for (int side = -1; side <= 1; side += 2) {
            double u = shift + side * 0.44;
            Shape glass = Outline.smooth(
                    frame,
                    u - wide,
                    v - high * 0.5,
                    u - wide * 0.7,
                    v - high,
                    u + wide * 0.7,
                    v - high,
                    u + wide,
                    v - high * 0.5,
                    u + wide * 0.85,
                    v + high * 0.7,
                    u + wide * 0.3,
                    v + high,
                    u - wide * 0.3,
                    v + high,
                    u - wide * 0.85,
                    v + high * 0.6);
            face.layer()
                    .fill(
                            glass,
                            frame,
                            (gu, gv, rgb) -> {
                                float sky = (float) Math.max(0, 0.25 - (gv - v + high) * 1.4);
                                rgb[0] = lens[0] + sky;
                                rgb[1] = lens[1] + sky;
                                rgb[2] = lens[2] + sky * 1.1f;
                            },
                            tint);
            face.layer()
                    .fill(Outline.stroke(glass, Math.max(0.7, thick * frame.height())), frame, Surface.plain(rim), 1);
            Shape arm = Outline.bar(frame, u + side * wide, v - high * 0.5, side * 1.05, v - 0.03, thick);
            face.layer().fill(arm, frame, Surface.plain(rim), 1);
        }
        face.layer()
                .fill(
                        Outline.bar(frame, shift - 0.1, v - 0.02, shift + 0.1, v - 0.02, thick),
                        frame,
                        Surface.plain(rim),
                        1);
    }
}
