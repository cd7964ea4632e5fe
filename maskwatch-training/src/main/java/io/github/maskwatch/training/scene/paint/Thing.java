package io.github.maskwatch.training.scene.paint;

import java.awt.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/** Things before the mouth that are no masks. */
enum Thing {
    HAND(5) {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            Hand.paint(face, random);
        }
    },
    CUP(1.5) {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            FaceFrame frame = before(face, Draws.around(random, 0.3), Draws.between(random, 0.85, 1), random, 0.25);
            float[] color = Fabric.color(random, face.skin());
            double top = Draws.between(random, 0.2, 0.3);
            double wide = Draws.between(random, 0.42, 0.62);
            double narrow = wide * Draws.between(random, 0.65, 1);
            if (random.nextBoolean()) {
                double side = random.nextBoolean() ? wide : -wide;
                Shape ring = Outline.stroke(Outline.ellipse(frame, side, 0.5, 0.2, 0.13), 0.05 * frame.height());
                face.layer().fill(ring, frame, Surface.plain(color), 1);
            }
            Shape body = Outline.polygon(
                    frame, -wide, top, wide, top, narrow, 0.85, narrow * 0.8, 0.88, -narrow * 0.8, 0.88, -narrow, 0.85);
            float[] band = Fabric.color(random, face.skin());
            boolean banded = random.nextBoolean();
            face.layer()
                    .fill(
                            body,
                            frame,
                            (u, v, rgb) -> {
                                float round = (float) StrictMath.sqrt(Math.max(0.05, 1 - u / wide * (u / wide)));
                                float[] here = banded && v > 0.42 && v < 0.7 ? band : color;
                                for (int k = 0; k < 3; k++) {
                                    rgb[k] = here[k] * (0.5f + 0.55f * round);
                                }
                            },
                            1);
            face.layer()
                    .fill(Outline.ellipse(frame, 0, top, wide, 0.045), frame, Surface.plain(shade(color, 0.75f)), 1);
            if (random.nextBoolean()) {
                Hand.grip(face, frame, random);
            }
        }
    },
    PHONE(1.5) {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            double turn = Draws.chance(random, 0.4) ? Math.PI / 2 : 0;
            FaceFrame frame = before(face, Draws.around(random, 0.5), Draws.between(random, 0.75, 1), random, 0.35)
                    .part(0, 0.5, 1, 1, turn);
            double half = Draws.between(random, 0.38, 0.5);
            float[] color =
                    Draws.chance(random, 0.6) ? new float[] {0.06f, 0.06f, 0.07f} : Fabric.color(random, face.skin());
            double end = 0.46;
            Shape body = Outline.polygon(
                    frame,
                    -half,
                    0.5 - end + 0.04,
                    -half + 0.06,
                    0.5 - end,
                    half - 0.06,
                    0.5 - end,
                    half,
                    0.5 - end + 0.04,
                    half,
                    0.46 + end,
                    half - 0.06,
                    0.5 + end,
                    -half + 0.06,
                    0.5 + end,
                    -half,
                    0.46 + end);
            face.layer()
                    .fill(
                            body,
                            frame,
                            (u, v, rgb) -> {
                                float shine = (float) (0.06 * Math.max(0, 1 - Math.abs(u + v - 0.6) * 3));
                                for (int k = 0; k < 3; k++) {
                                    rgb[k] = color[k] + shine;
                                }
                            },
                            1);
            double lensU = half - 0.14;
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                Shape lens = Outline.ellipse(frame, -lensU, 0.14 + 0.09 * i, 0.06, 0.03);
                face.layer().fill(lens, frame, Surface.plain(new float[] {0.02f, 0.02f, 0.03f}), 1);
            }
            if (Draws.chance(random, 0.7)) {
                Hand.grip(face, frame, random);
            }
        }
    },
    PAPER(1) {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            double top = Draws.between(random, 0.52, 0.78);
            double half = Draws.between(random, 0.7, 1.3);
            double u = Draws.around(random, 0.3);
            FaceFrame frame = face.frame().part(0, 0.5, 1, 1, Draws.around(random, 0.25));
            float[] color =
                    Draws.chance(random, 0.6) ? new float[] {0.95f, 0.95f, 0.94f} : Fabric.color(random, face.skin());
            Noise letters = new Noise(random.nextInt());
            double lines = Draws.between(random, 8, 18);
            boolean printed = random.nextBoolean();
            Shape sheet = Outline.polygon(
                    frame,
                    u - half,
                    top,
                    u + half,
                    top + Draws.around(random, 0.06),
                    u + half * 1.05,
                    1.7,
                    u - half * 1.05,
                    1.7);
            face.layer()
                    .fill(
                            sheet,
                            frame,
                            (su, v, rgb) -> {
                                double row = (v - top) * lines;
                                boolean ink = printed
                                        && row > 1
                                        && row - Math.floor(row) < 0.4
                                        && letters.at(su * 14, Math.floor(row) * 9) > 0.4;
                                float light = ink ? 0.45f : (float) (0.97 - 0.06 * su);
                                for (int k = 0; k < 3; k++) {
                                    rgb[k] = color[k] * light;
                                }
                            },
                            1);
        }
    },
    SCARF(2.5) {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            Scarf.paint(face, random);
        }
    },
    BEARD(2.5) {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            Beard.paint(face, random);
        }
    },
    MICROPHONE(1) {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            FaceFrame frame = before(face, Draws.around(random, 0.4), Draws.between(random, 0.85, 1), random, 0.6);
            double radius = Draws.between(random, 0.13, 0.2);
            double bottom = 1.4;
            face.layer()
                    .fill(
                            Outline.bar(frame, 0, 0.5, 0, bottom, radius * 0.9),
                            frame,
                            (u, v, rgb) -> {
                                float round = (float) (0.1 + 0.15 * Math.max(0, 1 - Math.abs(u + 0.05) * 8));
                                rgb[0] = round;
                                rgb[1] = round;
                                rgb[2] = round;
                            },
                            1);
            float[] color =
                    Draws.chance(random, 0.5) ? new float[] {0.12f, 0.12f, 0.13f} : Fabric.color(random, face.skin());
            Noise mesh = new Noise(random.nextInt());
            face.layer()
                    .fill(
                            Outline.ellipse(frame, 0, 0.42, 2 * radius, radius),
                            frame,
                            (u, v, rgb) -> {
                                double away = (u / 2 * (u / 2) + (v - 0.4) * (v - 0.4)) / (radius * radius);
                                float light = (float) (1.15 - 0.5 * away + 0.35 * (mesh.at(u * 20, v * 40) - 0.5));
                                for (int k = 0; k < 3; k++) {
                                    rgb[k] = (color[k] + 0.05f) * light;
                                }
                            },
                            1);
        }
    },
    FOOD(1) {
        @Override
        void paint(FacePaint face, RandomGenerator random) {
            FaceFrame frame = before(face, Draws.around(random, 0.25), Draws.between(random, 0.75, 0.88), random, 0.6);
            float[][] colors = {
                {0.72f, 0.47f, 0.22f},
                {0.85f, 0.66f, 0.40f},
                {0.90f, 0.80f, 0.30f},
                {0.75f, 0.15f, 0.12f},
                {0.45f, 0.65f, 0.22f},
                {0.95f, 0.90f, 0.82f},
                {0.36f, 0.20f, 0.12f}
            };
            double half = Draws.between(random, 0.3, 0.6);
            double thick = Draws.between(random, 0.06, 0.13);
            int layers = 1 + random.nextInt(3);
            for (int i = layers - 1; i >= 0; i--) {
                float[] color = Draws.oneOf(random, colors);
                Noise crust = new Noise(random.nextInt());
                double middle = 0.5 + (i - (layers - 1) / 2.0) * thick * 1.2;
                Shape blob = Outline.ellipse(frame, Draws.around(random, 0.05), middle, half, thick);
                face.layer()
                        .fill(
                                blob,
                                frame,
                                (u, v, rgb) -> {
                                    double down = (v - middle) / thick;
                                    float light = (float) (0.95
                                            - 0.25 * down
                                            - 0.15 * down * down
                                            + 0.4 * (crust.at(u * 9, v * 18) - 0.5));
                                    for (int k = 0; k < 3; k++) {
                                        rgb[k] = color[k] * light;
                                    }
                                },
                                1);
            }
            if (Draws.chance(random, 0.7)) {
                Hand.grip(face, frame, random);
            }
        }
    };

    private final double weight;

    /** @param weight how common it is */
    Thing(double weight) {
        this.weight = weight;
    }

    abstract void paint(FacePaint face, RandomGenerator random);

    static Thing any(RandomGenerator random) {
        return Draws.weighted(random, List.of(values()), thing -> thing.weight);
    }

    /** A square frame of a face's height about a place before the face, turned a little. */
    static FaceFrame before(FacePaint face, double u, double v, RandomGenerator random, double maxTurn) {
        FaceFrame frame = face.frame();
        double square = frame.height() / 2 / frame.halfWidth();
        double size = Draws.between(random, 0.85, 1.1);
        return frame.part(u, v, square * size, size, Draws.around(random, maxTurn));
    }

    static float[] shade(float[] color, float factor) {
        return new float[] {color[0] * factor, color[1] * factor, color[2] * factor};
    }
}
