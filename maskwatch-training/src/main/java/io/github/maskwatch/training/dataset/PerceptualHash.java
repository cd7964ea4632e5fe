package io.github.maskwatch.training.dataset;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.photo.PhotoFormatException;
import io.github.maskwatch.photo.PhotoReader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a picture looks like, in 64 bits twice, of itself and of its mirror image. Copies of a photo that were resized, compressed
 * or slightly recoloured differ in few bits.
 *
 * @param frequencies pHash: a bit for each of the 64 lowest frequencies of a 32 x 32 DCT, set where it is above their median (C.
 *     Zauner, "Implementation and benchmarking of perceptual image hash functions", 2010, section 3.2.1)
 * @param gradients dHash: a bit for each of 8 x 8 places of a 9 x 8 thumbnail, set where it grows brighter to the right (N.
 *     Krawetz, "Kind of like that", hackerfactor.com, 2013)
 */
public record PerceptualHash(long frequencies, long gradients, long mirroredFrequencies, long mirroredGradients) {
    /** Of a photo that was not looked at. */
    public static final PerceptualHash UNKNOWN = new PerceptualHash(0, 0, 0, 0);

    /** px; enough for both thumbnails. */
    private static final int SHORTER_SIDE = 32;

    /** Bits of {@link #frequencies} in which near-duplicates may differ. */
    private static final int MAX_FREQUENCIES = 6;
    /** A guard, as two faces in the same pose may agree in low frequencies: bits of {@link #gradients}. */
    private static final int MAX_GRADIENTS = 14;

    private static final int SIDE = 32;
    private static final int LOW = 8;
    /** DCT-II without its scale, which a median does not see: {@code COSINES[u][x]}. */
    private static final double[][] COSINES = cosines();

    private static double[][] cosines() {
        double[][] cosines = new double[LOW][SIDE];
        for (int u = 0; u < LOW; u++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[u][x] = StrictMath.cos((2 * x + 1) * u * StrictMath.PI / (2 * SIDE));
            }
        }
        return cosines;
    }

    /**
     * Of a photo whose bytes were read already; it is decoded.
     *
     * @throws PhotoFormatException if it cannot be
     */
    public static PerceptualHash of(Path photo, byte[] file, PhotoReader reader) throws PhotoFormatException {
        return of(reader.decode(photo, file, SHORTER_SIDE));
    }

    static PerceptualHash of(Image image) {
        double[] low = lowFrequencies(luma(image.resize(SIDE, SIDE)));
        double[] thumbnail = luma(image.resize(LOW + 1, LOW));
        return new PerceptualHash(
                aboveMedian(low), gradients(thumbnail), aboveMedian(mirrored(low)), mirroredGradients(thumbnail));
    }

    /** Whether the two show nearly the same picture, one of them perhaps mirrored. */
    boolean isNear(PerceptualHash other) {
        return near(frequencies, other.frequencies, gradients, other.gradients)
                || near(mirroredFrequencies, other.frequencies, mirroredGradients, other.gradients);
    }

    private static boolean near(long frequencies, long others, long gradients, long otherGradients) {
        return nearInFrequencies(frequencies, others) && Long.bitCount(gradients ^ otherGradients) <= MAX_GRADIENTS;
    }

    /** The first of the two questions that {@link #isNear} asks. */
    static boolean nearInFrequencies(long one, long other) {
        return Long.bitCount(one ^ other) <= MAX_FREQUENCIES;
    }

    private static double[] luma(Image image) {
        byte[] rgb = image.rgb();
        double[] luma = new double[rgb.length / 3];
        for (int i = 0, p = 0; p < luma.length; i += 3, p++) {
            luma[p] = 0.299 * (rgb[i] & 0xff) + 0.587 * (rgb[i + 1] & 0xff) + 0.114 * (rgb[i + 2] & 0xff);
        }
        return luma;
    }

    private static double[] lowFrequencies(double[] luma) {
        double[] rows = new double[SIDE * LOW];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < LOW; u++) {
                double sum = 0;
                for (int x = 0; x < SIDE; x++) {
                    sum += luma[y * SIDE + x] * COSINES[u][x];
                }
                rows[y * LOW + u] = sum;
            }
        }
        double[] low = new double[LOW * LOW];
        for (int v = 0; v < LOW; v++) {
            for (int u = 0; u < LOW; u++) {
                double sum = 0;
                for (int y = 0; y < SIDE; y++) {
                    sum += rows[y * LOW + u] * COSINES[v][y];
                }
                // Rounded, so that what should be 0 in an even picture is 0 and not noise with a sign.
                low[v * LOW + u] = Math.rint(sum * 1000) / 1000;
            }
        }
        return low;
    }

    /** Mirroring turns the sign of every odd horizontal frequency. */
    private static double[] mirrored(double[] low) {
        double[] mirrored = low.clone();
        for (int i = 1; i < mirrored.length; i += 2) {
            mirrored[i] = -mirrored[i];
        }
        return mirrored;
    }

    private static long aboveMedian(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        long bits = 0;
        for (int i = 0; i < values.length; i++) {
            bits |= values[i] > median ? 1L << i : 0;
        }
        return bits;
    }

    private static long gradients(double[] thumbnail) {
        long bits = 0;
        for (int i = 0; i < LOW * LOW; i++) {
            int at = i / LOW * (LOW + 1) + i % LOW;
            bits |= thumbnail[at + 1] > thumbnail[at] ? 1L << i : 0;
        }
        return bits;
    }

    private static long mirroredGradients(double[] thumbnail) {
        double[] mirrored = new double[thumbnail.length];
        for (int y = 0; y < LOW; y++) {
            for (int x = 0; x <= LOW; x++) {
                mirrored[y * (LOW + 1) + x] = thumbnail[y * (LOW + 1) + LOW - x];
            }
        }
        return gradients(mirrored);
    }
}
