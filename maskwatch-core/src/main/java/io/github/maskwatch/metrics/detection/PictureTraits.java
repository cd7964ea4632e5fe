package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.image.Image;

/**
 * What light and sharpness a picture has.
 *
 * @param luma mean of {@code .299 R + .587 G + .114 B} (ITU-R BT.601), 0–255
 * @param sharpness variance of the luma's Laplacian, kernel {@code 0 1 0, 1 -4 1, 0 1 0}, over the pixels that have four neighbours:
 *     low where the picture is blurred (J. L. Pech-Pacheco, G. Cristóbal, J. Chamorro-Martínez and J. Fernández-Valdivia, "Diatom
 *     autofocusing in brightfield microscopy: a comparative study", ICPR 2000). Noise and JPEG blocks raise it, too; 0 in a picture
 *     of fewer than three rows or columns
 */
public record PictureTraits(double luma, double sharpness) {

    public static PictureTraits of(Image image) {
        float[] luma = luma(image);
        double sum = 0;
        for (float value : luma) {
            sum += value;
        }
        return new PictureTraits(sum / luma.length, laplacianVariance(luma, image.width(), image.height()));
    }

    private static float[] luma(Image image) {
        byte[] rgb = image.rgb();
        float[] luma = new float[image.width() * image.height()];
        for (int i = 0, p = 0; i < luma.length; i++, p += 3) {
            luma[i] = 0.299f * (rgb[p] & 0xff) + 0.587f * (rgb[p + 1] & 0xff) + 0.114f * (rgb[p + 2] & 0xff);
        }
        return luma;
    }

    private static double laplacianVariance(float[] luma, int width, int height) {
        long n = (long) Math.max(0, width - 2) * Math.max(0, height - 2);
        double sum = 0;
        double squares = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1, i = y * width + 1; x < width - 1; x++, i++) {
                double laplacian = luma[i - 1] + luma[i + 1] + luma[i - width] + luma[i + width] - 4 * luma[i];
                sum += laplacian;
                squares += laplacian * laplacian;
            }
        }
        return n == 0 ? 0 : Math.max(0, squares / n - (sum / n) * (sum / n));
    }
}
