package io.github.maskwatch.training.augment;

import java.util.ArrayList;
import java.util.List;

/**
 * How training photos are changed. What is 0 (for JPEG: 100) is off, and a configuration with everything off leaves each byte as
 * it is.
 *
 * @param geometry position and shape, in one warp
 * @param color light and colours
 * @param damage what cameras, networks and other objects do to a picture
 */
public record AugmentationConfig(Geometry geometry, Color color, Damage damage) {

    /**
     * Each is drawn evenly between minus and plus its limit, as Keras' {@code ImageDataGenerator} does.
     *
     * @param rotationDegrees 0–180
     * @param shearDegrees 0–45; the angle by which upright lines lean
     * @param shiftX share of the width, 0–0.5
     * @param shiftY share of the height, 0–0.5
     * @param zoom 0–0.9; width and height are seen through factors of their own in {@code 1 - zoom .. 1 + zoom}
     * @param mirror every second picture is mirrored left to right
     */
    public record Geometry(
            double rotationDegrees, double shearDegrees, double shiftX, double shiftY, double zoom, boolean mirror) {
        public static final Geometry NONE = new Geometry(0, 0, 0, 0, 0, false);

        public Geometry {
            require("rotationDegrees", rotationDegrees, 180);
            require("shearDegrees", shearDegrees, 45);
            require("shiftX", shiftX, 0.5);
            require("shiftY", shiftY, 0.5);
            require("zoom", zoom, 0.9);
        }
    }

    /**
     * Each is drawn evenly between minus and plus its limit.
     *
     * @param brightness 0–1; share of the whole range that is added
     * @param contrast 0–0.9; distance from middle grey is multiplied by 1 ± this
     * @param saturation 0–1; distance from the pixel's own luma is multiplied by 1 ± this
     * @param cast 0–0.5; each channel is multiplied by a factor 1 ± this of its own, as wrong white balance does
     */
    public record Color(double brightness, double contrast, double saturation, double cast) {
        public static final Color NONE = new Color(0, 0, 0, 0);

        public Color {
            require("brightness", brightness, 1);
            require("contrast", contrast, 0.9);
            require("saturation", saturation, 1);
            require("cast", cast, 0.5);
        }
    }

    /**
     * Each strikes every second picture.
     *
     * @param blurSigma 0–5 px at the network's size; the Gaussian's sigma is drawn evenly up to this
     * @param jpegQuality 5–100; the quality is drawn evenly between this and 95; 100 is off
     * @param erase 0–0.5; a rectangle of up to this share of the picture is painted over
     */
    public record Damage(double blurSigma, int jpegQuality, double erase) {
        public static final Damage NONE = new Damage(0, 100, 0);

        public Damage {
            require("blurSigma", blurSigma, 5);
            require("erase", erase, 0.5);
            if (jpegQuality < 5 || jpegQuality > 100) {
                throw new IllegalArgumentException("jpegQuality must be in 5..100, got " + jpegQuality);
            }
        }
    }

    /** Every picture as it is. */
    public static AugmentationConfig none() {
        return new AugmentationConfig(Geometry.NONE, Color.NONE, Damage.NONE);
    }

    /**
     * The recipe of the classic training scripts for Keras: rotation 20, zoom and shear .15, shift .2, mirror. Keras takes its
     * {@code shear_range} in degrees, so that .15 is hardly any shear; it is the same here.
     */
    public static AugmentationConfig classic() {
        return new AugmentationConfig(new Geometry(20, 0.15, 0.2, 0.2, 0.15, true), Color.NONE, Damage.NONE);
    }

    /**
     * For cameras unlike those of the training photos: a calmer warp, and light, colours, blur, JPEG damage and occlusion. The bundled
     * model was trained with it.
     */
    public static AugmentationConfig robust() {
        return new AugmentationConfig(
                new Geometry(15, 10, 0.1, 0.1, 0.15, true),
                new Color(0.2, 0.25, 0.16, 0.08),
                new Damage(0.8, 60, 0.09));
    }

    /**
     * One of the recipes above by its name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static AugmentationConfig named(String name) {
        return switch (name) {
            case "none" -> none();
            case "classic" -> classic();
            case "robust" -> robust();
            default ->
                throw new IllegalArgumentException(
                        "augmentation must be none, classic or robust, got \"" + name + "\"");
        };
    }

    /** The steps that are on, in the order in which the world does them to a face: pose, light, occlusion, lens, compression. */
    public Augmentation toAugmentation() {
        List<Augmentation> steps = new ArrayList<>();
        if (!geometry.equals(Geometry.NONE)) {
            steps.add(new RandomWarp(geometry));
        }
        if (!color.equals(Color.NONE)) {
            steps.add(new RandomColor(color));
        }
        if (damage.erase > 0) {
            steps.add(new RandomErasing(damage.erase));
        }
        if (damage.blurSigma > 0) {
            steps.add(new RandomBlur(damage.blurSigma));
        }
        if (damage.jpegQuality < 100) {
            steps.add(new RandomJpeg(damage.jpegQuality));
        }
        return Augmentation.inOrder(steps);
    }

    private static void require(String name, double value, double max) {
        if (!(value >= 0 && value <= max)) {
            throw new IllegalArgumentException(name + " must be in 0.." + max + ", got " + value);
        }
    }
}
