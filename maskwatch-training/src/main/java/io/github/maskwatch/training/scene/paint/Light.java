package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.geometry.Box;
import java.util.Arrays;

/**
 * The light on a face, guessed from the photo: how bright and of what colour a white thing would be there, and to which side it fades.
 * White is guessed from the brightest things about the face, but held within what the face itself tells of the exposure: before a bright
 * sky a white mask is as dim as the face.
 *
 * @param red a white thing's red in the middle of the face, 0–255
 * @param green likewise
 * @param blue likewise
 * @param centerX the middle of the face, px
 * @param centerY px
 * @param slopeX growth of the brightness per px to the right, as a share
 * @param slopeY growth per px downwards
 */
record Light(float red, float green, float blue, double centerX, double centerY, double slopeX, double slopeY) {
    private static final int SAMPLES = 24;
    private static final double MAX_FADE = 0.4;

    /** The share of the light in the middle of the face that falls at the place (px). */
    double gain(double x, double y) {
        double gain = 1 + slopeX * (x - centerX) + slopeY * (y - centerY);
        return Math.max(1 - MAX_FADE, Math.min(1 + MAX_FADE, gain));
    }

    static Light about(Pixels photo, Box face) {
        double[] fade = fade(photo, face);
        int[] about = photo.sample(face.grow(2), SAMPLES);
        float[] white = brightest(about);
        double exposed = percentile(photo.sample(face.grow(0.7), SAMPLES), 0.85);
        double level = Math.max(exposed * 1.15, Math.min(exposed * 2.4 + 10, luma(white) * 1.02));
        level = Math.max(24, Math.min(250, level));
        double scale = level / Math.max(1, luma(white));
        // Half way to neutral: the brightest things may have a colour of their own.
        return new Light(
                (float) Math.min(255, (white[0] * scale + level) / 2),
                (float) Math.min(255, (white[1] * scale + level) / 2),
                (float) Math.min(255, (white[2] * scale + level) / 2),
                face.centerX(),
                face.centerY(),
                fade[0],
                fade[1]);
    }

    /** The plane through the face's brightness by least squares, over its middle, as shares per px. */
    private static double[] fade(Pixels photo, Box face) {
        Box middle = face.grow(0.75);
        int[] samples = photo.sample(middle, SAMPLES);
        double sum = 0;
        double alongX = 0;
        double alongY = 0;
        double square = 0;
        for (int i = 0; i < samples.length; i++) {
            double luma = luma(samples[i]);
            double x = i % SAMPLES - (SAMPLES - 1) / 2.0;
            int row = i / SAMPLES;
            double y = row - (SAMPLES - 1) / 2.0;
            sum += luma;
            alongX += luma * x;
            alongY += luma * y;
            square += x * x;
        }
        double mean = Math.max(8, sum / samples.length);
        // A face is not as even as paper: hair, brows and beard are no shadows.
        double trust = 0.6;
        double slopeX = trust * alongX / square / mean * SAMPLES / Math.max(1, middle.width());
        double slopeY = trust * 0.5 * alongY / square / mean * SAMPLES / Math.max(1, middle.height());
        return new double[] {slopeX, slopeY};
    }

    /** The mean colour of the brightest of 16 parts. */
    private static float[] brightest(int[] samples) {
        double threshold = percentile(samples, 15 / 16.0);
        float[] mean = new float[3];
        int count = 0;
        for (int sample : samples) {
            if (luma(sample) >= threshold) {
                mean[0] += sample >> 16 & 0xff;
                mean[1] += sample >> 8 & 0xff;
                mean[2] += sample & 0xff;
                count++;
            }
        }
        for (int k = 0; k < 3; k++) {
            mean[k] /= count;
        }
        return mean;
    }

    private static double percentile(int[] samples, double share) {
        double[] lumas = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            lumas[i] = luma(samples[i]);
        }
        Arrays.sort(lumas);
        return lumas[(int) (share * (lumas.length - 1))];
    }

    /** Rec. 601, 0–255. */
    static double luma(int rgb) {
        return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
    }

    private static double luma(float[] rgb) {
        return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
    }
}
