package io.github.maskwatch.training.scene.compose;

import io.github.maskwatch.training.augment.AugmentationConfig.Color;
import io.github.maskwatch.training.augment.AugmentationConfig.Damage;

/**
 * How squares for training are made of photos. Shares are 0–1.
 *
 * @param mosaic share of squares that are put together from four photos (A. Bochkovskiy and others, "YOLOv4", 2020)
 * @param smallest side of the faces in a square, px, above 0; the square root of the box's area
 * @param largest px, at least {@code smallest}; a face is scaled to something in between, evenly over the logarithm
 * @param rare share of squares about a face whose mask is worn incorrectly, beside those that come by themselves
 * @param turn share of photos that are turned, mostly by some degrees
 * @param grey share of squares without colour
 * @param lowLight share of squares that are darkened
 * @param noise share of squares with a sensor's noise
 */
public record CompositionConfig(
        double mosaic,
        double smallest,
        double largest,
        double rare,
        double turn,
        double grey,
        double lowLight,
        double noise,
        Color color,
        Damage damage) {

    public CompositionConfig {
        requireShare("mosaic", mosaic);
        requireShare("rare", rare);
        requireShare("turn", turn);
        requireShare("grey", grey);
        requireShare("lowLight", lowLight);
        requireShare("noise", noise);
        if (!(smallest > 0 && largest >= smallest)) {
            throw new IllegalArgumentException(
                    "smallest must be above 0 and largest at least as much, got " + smallest + ", " + largest);
        }
    }

    /** What is recommended. */
    public static CompositionConfig defaults() {
        return new CompositionConfig(
                0.5, 9, 280, 0.12, 0.3, 0.05, 0.08, 0.1, new Color(0.15, 0.25, 0.4, 0.08), new Damage(0.9, 40, 0));
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }
}
