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

    static Grain about(Pixels photo, Box face) {
        Box inside = face.clip(photo.width(), photo.height());
        int left = (int) inside.x();
        int top = (int) inside.y();
        int right = Math.max(left + 1, (int) inside.right());
        int bottom = Math.max(top + 1, (int) inside.bottom());
        // Every row of small faces, at most 64 of large ones.
        int step = Math.max(1, (bottom - top) / 64);
        int stepX = Math.max(1, (right - left) / 64);
        double first = 0;
        double second = 0;
        double[] bends = new double[((bottom - top) / step + 1) * ((right - left) / stepX + 1)];
        int count = 0;
        for (int y = top; y < bottom; y += step) {
            for (int x = left; x < right; x += stepX) {
                double here = Light.luma(photo.at(x, y));
                double before = Light.luma(photo.at(x - 1, y));
                double after = Light.luma(photo.at(x + 1, y));
                double above = Light.luma(photo.at(x, y - 1));
                double below = Light.luma(photo.at(x, y + 1));
                first += (square(after - here) + square(here - before) + square(below - here) + square(here - above))
                        / 2;
                second += square(after - 2 * here + before) + square(below - 2 * here + above);
                bends[count++] = Math.abs(after + before + above + below - 4 * here);
            }
        }
        double sigma = second > 0 ? StrictMath.sqrt(first / (2 * second)) : 1;
        Arrays.sort(bends, 0, count);
        // White noise of deviation n has bends of n * sqrt(20); the lower quartile of |normal| is 0.32.
        double noise = bends[count / 4] / 0.32 / StrictMath.sqrt(20);
        return new Grain(Math.max(0.3, Math.min(4, sigma)), Math.min(8, noise));
    }

    private static double square(double value) {
        return value * value;
    }
}
