package io.github.maskwatch.training.scene.compose;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.training.augment.Augmentation;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What cheap cameras and bad light do: no colour, darkness by a gamma of 1.5 to 3 and a gain of 0.35 to 0.9, and noise with a standard
 * deviation of 2 to 14 levels, which darkness always brings along.
 *
 * @param grey share of pictures without colour
 * @param dark share of pictures that are darkened
 * @param noise share of pictures with noise, beside those that are darkened
 */
record RandomLight(double grey, double dark, double noise) implements Augmentation {

    @Override
    public Image apply(Image image, RandomGenerator random) {
        boolean isGrey = random.nextDouble() < grey;
        boolean isDark = random.nextDouble() < dark;
        boolean isNoisy = random.nextDouble() < noise;
        double gamma = 1.5 + 1.5 * random.nextDouble();
        double gain = 0.35 + 0.55 * random.nextDouble();
        double deviation = 2 + 12 * random.nextDouble();
        long seed = random.nextLong();
        if (!isGrey && !isDark && !isNoisy) {
            return image;
        }
        byte[] rgb = image.rgb().clone();
        if (isGrey) {
            grey(rgb);
        }
        if (isDark) {
            darken(rgb, gamma, gain);
        }
        if (isDark || isNoisy) {
            disturb(rgb, isDark ? deviation / 2 : deviation, new SplittableRandom(seed));
        }
        return Image.wrap(image.width(), image.height(), rgb);
    }

    private static void grey(byte[] rgb) {
        for (int i = 0; i < rgb.length; i += 3) {
            int luma = (299 * (rgb[i] & 0xff) + 587 * (rgb[i + 1] & 0xff) + 114 * (rgb[i + 2] & 0xff) + 500) / 1000;
            rgb[i] = (byte) luma;
            rgb[i + 1] = (byte) luma;
            rgb[i + 2] = (byte) luma;
        }
    }

    private static void darken(byte[] rgb, double gamma, double gain) {
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) Math.round(255 * gain * StrictMath.pow(i / 255.0, gamma));
        }
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = table[rgb[i] & 0xff];
        }
    }

    /** Four uniform numbers out of one draw, added up: near enough to a normal distribution. */
    private static void disturb(byte[] rgb, double deviation, SplittableRandom random) {
        // Var of a sum of four of 0..65535 is 4 * 65536² / 12.
        int factor = (int) Math.round(deviation / (65536 / Math.sqrt(3)) * (1 << 20));
        for (int i = 0; i < rgb.length; i++) {
            long bits = random.nextLong();
            int sum = (int) ((bits & 0xffff) + ((bits >>> 16) & 0xffff) + ((bits >>> 32) & 0xffff) + (bits >>> 48))
                    - 131070;
            int value = (rgb[i] & 0xff) + (int) (((long) sum * factor) >> 20);
            rgb[i] = (byte) Math.max(0, Math.min(255, value));
        }
    }
}
