package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.geometry.Box;
import java.util.random.RandomGenerator;

/** What painting on one face needs: where its parts are, its light and grain, and a layer over it. One thread at a time. */
final class FacePaint {
    private final Pixels photo;
    private final FaceFrame frame;
    private final Pose pose;
    private final Layer layer;
    private final Light light;
    private final Grain grain;
    private final float[] skin;

    private FacePaint(Pixels photo, FaceFrame frame, Pose pose, Layer layer, Light light, Grain grain, float[] skin) {
        this.photo = photo;
        this.frame = frame;
        this.pose = pose;
        this.layer = layer;
        this.light = light;
        this.grain = grain;
        this.skin = skin;
    }

    static FacePaint about(Pixels photo, Box face, RandomGenerator random) {
        Light light = Light.about(photo, face);
        Pose pose = Pose.of(photo, face);
        // Nobody wears a mask quite straight, and the guess is in steps.
        FaceFrame frame =
                FaceFrame.of(face, pose.roll() + Draws.around(random, 0.05), pose.yaw() + Draws.around(random, 0.06));
        return new FacePaint(
                photo,
                frame,
                pose,
                new Layer(photo, face, light),
                light,
                Grain.about(photo, face),
                color(photo, face.grow(0.5), light));
    }

    /** The mean colour of a part, freed from the light. */
    private static float[] color(Pixels photo, Box part, Light light) {
        int[] samples = photo.sample(part, 12);
        float[] mean = new float[3];
        for (int sample : samples) {
            mean[0] += (sample >> 16 & 0xff) / light.red() / samples.length;
            mean[1] += (sample >> 8 & 0xff) / light.green() / samples.length;
            mean[2] += (sample & 0xff) / light.blue() / samples.length;
        }
        return mean;
    }

    Pixels photo() {
        return photo;
    }

    /** Whether it is known well enough where its parts are: not so for faces in profile, or half covered. */
    boolean isClear() {
        return pose.isClear();
    }

    FaceFrame frame() {
        return frame;
    }

    Layer layer() {
        return layer;
    }

    /** The colour above the forehead, which mostly is the hair's; as {@link #skin}. */
    float[] hair() {
        double half = 0.4 * frame.halfWidth();
        Box above = new Box(
                frame.x(0, -0.12) - half, frame.y(0, -0.12) - 0.06 * frame.height(), 2 * half, 0.12 * frame.height());
        return color(photo, above, light);
    }

    /** The face's own colour as a {@link Surface} has it: red, green, blue. To be read only. */
    float[] skin() {
        return skin;
    }

    /** Blurs what was painted as the photo is, and lays it onto it. */
    void finish(RandomGenerator random) {
        double wanted = grain.blurSigma() * Draws.between(random, 0.7, 1.1);
        layer.blur(Math.min(wanted, 0.05 * frame.height()));
        layer.ontoPhoto(grain.noise() * Draws.between(random, 0.6, 1.2), new Noise(random.nextInt()));
    }
}
