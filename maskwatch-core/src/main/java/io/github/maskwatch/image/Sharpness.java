package io.github.maskwatch.image;

import io.github.maskwatch.geometry.Box;

/**
 * How sharp a part of a picture is, at the scale of that part: the energy of the Laplacian over that of the brightness itself, on a
 * grid of {@value #GRID} x {@value #GRID} points laid over it [1]. Two faces of different sizes that show the same detail have the same
 * sharpness, and contrast and brightness cancel. A few thousand pixels are looked at, however large the part is.
 *
 * <p>[1] Pech-Pacheco, J. L. et al. Diatom autofocusing in brightfield microscopy: a comparative study. ICPR 2000. There the variance
 * of the Laplacian alone; here it is divided by the variance of the brightness, and the grid moves with the part's size.
 */
public final class Sharpness {
    private static final int GRID = 24;

    /** Variance of a sensor's noise, grey levels squared: a part without any contrast is not sharp. */
    private static final double NOISE = 9;

    private Sharpness() {}

    /**
     * At least 0, where 0 is a plain area; a sharp face has about 0.3, one whose details of a tenth of its width are smeared 0.05.
     *
     * @param part px; what lies outside of the picture is not looked at
     */
    public static double of(Image image, Box part) {
        Box inside = part.clip(image.width(), image.height());
        double step = Math.max(inside.width(), inside.height()) / GRID;
        if (inside.shorterSide() < 4) {
            return 0;
        }
        // The neighbours of the Laplacian lie one step of the grid away, but at least one pixel.
        double reach = Math.max(1, step);
        double sum = 0;
        double squares = 0;
        double laplacians = 0;
        int points = 0;
        for (double y = inside.y() + reach; y < inside.bottom() - reach; y += reach) {
            for (double x = inside.x() + reach; x < inside.right() - reach; x += reach) {
                double here = grey(image, x, y);
                double laplacian = grey(image, x - reach, y)
                        + grey(image, x + reach, y)
                        + grey(image, x, y - reach)
                        + grey(image, x, y + reach)
                        - 4 * here;
                sum += here;
                squares += here * here;
                laplacians += laplacian * laplacian;
                points++;
            }
        }
        return points == 0 ? 0 : laplacians / points / (squares / points - square(sum / points) + NOISE);
    }

    private static double square(double value) {
        return value * value;
    }

    /** Brightness of the pixel under a point, 0–255 (Rec. 601 in 256ths). */
    private static double grey(Image image, double x, double y) {
        int column = Math.min((int) x, image.width() - 1);
        int row = Math.min((int) y, image.height() - 1);
        byte[] rgb = image.rgb();
        int i = (row * image.width() + column) * 3;
        return (77 * (rgb[i] & 0xff) + 150 * (rgb[i + 1] & 0xff) + 29 * (rgb[i + 2] & 0xff)) / 256.0;
    }
}
