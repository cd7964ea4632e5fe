package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.geometry.Box;
import java.util.Arrays;

/**
 * How blurred and how noisy a photo is about a face, so that what is painted there is no sharper and no cleaner.
 *
 * <p>Edges have a spectrum that falls as 1/f; a Gaussian blur of s px multiplies it by {@code exp(-s² w² / 2)}. The energy of the first
 * differences is then {@code ∫ exp(-s² w²) dw ~ 1 / s}, that of the second ones {@code ∫ w² exp(-s² w²) dw ~ 1 / (2 s³)}, and so
 * {@code s = sqrt(first / (2 second))}.
 *
 * @param blurSigma px, 0.3 or more
 * @param noise standard deviation of the luma's noise, 0–255
 */
record Grain(double blurSigma, double noise) {

    private static final int SAMPLES = 24;

    static Grain about(Pixels photo, Box face) {
        Box inside = face.clip(photo.width(), photo.height());
        double first = 0;
        double second = 0;
        double[] bends = new double[SAMPLES * SAMPLES];
        for (int i = 0; i < bends.length; i++) {
            int row = i / SAMPLES;
            int x = (int) (inside.x() + (i % SAMPLES + 0.5) / SAMPLES * inside.width());
            int y = (int) (inside.y() + (row + 0.5) / SAMPLES * inside.height());
            double here = Light.luma(photo.at(x, y));
            double before = Light.luma(photo.at(x - 1, y));
            double after = Light.luma(photo.at(x + 1, y));
            double above = Light.luma(photo.at(x, y - 1));
            double below = Light.luma(photo.at(x, y + 1));
            first += square(after - here) + square(below - here);
            second += square(after - 2 * here + before) + square(below - 2 * here + above);
            bends[i] = Math.abs(after + before + above + below - 4 * here);
        }
        double sigma = second > 0 ? StrictMath.sqrt(first / (2 * second)) : 1;
        Arrays.sort(bends);
        // White noise of deviation n has bends of n * sqrt(20), and a tenth of |normal| is below 0.126: the smoothest
        // tenth of a face
        // has little else.
        double noise = bends[bends.length / 10] / 0.126 / StrictMath.sqrt(20);
        return new Grain(Math.max(0.3, Math.min(4, sigma)), Math.min(6, noise));
    }

    private static double square(double value) {
        return value * value;
    }
}
