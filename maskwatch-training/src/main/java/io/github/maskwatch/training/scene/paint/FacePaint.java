package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.geometry.Box;
import java.util.random.RandomGenerator;

/** What painting on one face needs: where its parts are, its light and grain, and a layer over it. One thread at a time. */
final class FacePaint {
    private static final double MAX_ROLL = 0.1;
    private static final double MAX_YAW = 0.2;

    private final FaceFrame frame;
    private final Layer layer;
    private final Grain grain;
    private final float[] skin;

    private FacePaint(FaceFrame frame, Layer layer, Grain grain, float[] skin) {
        this.frame = frame;
        this.layer = layer;
        this.grain = grain;
        this.skin = skin;
    }

    static FacePaint about(Pixels photo, Box face, RandomGenerator random) {
        Light light = Light.about(photo, face);
        FaceFrame frame = FaceFrame.of(face, Draws.around(random, MAX_ROLL), Draws.around(random, MAX_YAW));
        return new FacePaint(frame, new Layer(photo, face, light), Grain.about(photo, face), skin(photo, face, light));
    }

    /** The mean of the face's middle, freed from the light. */
    private static float[] skin(Pixels photo, Box face, Light light) {
        int[] samples = photo.sample(face.grow(0.5), 12);
        float[] mean = new float[3];
        for (int sample : samples) {
            mean[0] += (sample >> 16 & 0xff) / light.red() / samples.length;
            mean[1] += (sample >> 8 & 0xff) / light.green() / samples.length;
            mean[2] += (sample & 0xff) / light.blue() / samples.length;
        }
        return mean;
    }

    FaceFrame frame() {
        return frame;
    }

    Layer layer() {
        return layer;
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
