package io.github.maskwatch.training.augment;

import io.github.maskwatch.image.Image;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A Gaussian over every second picture: lenses out of focus, and faces far away that were enlarged. */
record RandomBlur(double maxSigma) implements Augmentation {
    private static final int BITS = 16;
    private static final int HALF = 1 << (BITS - 1);
    /** Below this, nothing of a neighbour is seen. */
    private static final double LEAST_SIGMA = 0.2;

    @Override
    public Image apply(Image image, RandomGenerator random) {
        boolean strikes = random.nextBoolean();
        double sigma = random.nextDouble() * maxSigma;
        return strikes && sigma > LEAST_SIGMA ? blur(image, sigma) : image;
    }

    /** Horizontally, then vertically; the border's own pixels go on beyond it. */
    static Image blur(Image image, double sigma) {
        int[] kernel = kernel(sigma);
        int width = image.width();
        int height = image.height();
        int bytes = width * 3;
        int margin = kernel.length / 2 * 3;
        byte[] rows = new byte[image.rgb().length];
        byte[] wide = new byte[bytes + 2 * margin];
        int[] sums = new int[bytes];
        for (int y = 0; y < height; y++) {
            widen(image.rgb(), y * bytes, bytes, wide, margin);
            Arrays.fill(sums, HALF);
            for (int k = 0; k < kernel.length; k++) {
                add(wide, k * 3, kernel[k], sums);
            }
            put(sums, rows, y * bytes);
        }
        byte[] out = new byte[rows.length];
        int radius = kernel.length / 2;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, HALF);
            for (int k = 0; k < kernel.length; k++) {
                int row = Math.min(Math.max(y + k - radius, 0), height - 1);
                add(rows, row * bytes, kernel[k], sums);
            }
            put(sums, out, y * bytes);
        }
        return Image.wrap(width, height, out);
    }

    /** A row with its first and last pixel repeated on either side. */
    private static void widen(byte[] in, int start, int bytes, byte[] wide, int margin) {
        System.arraycopy(in, start, wide, margin, bytes);
        for (int i = 0; i < margin; i++) {
            wide[i] = in[start + i % 3];
            wide[margin + bytes + i] = in[start + bytes - 3 + i % 3];
        }
    }

    /** A loop over neighbours in memory, and nothing else: the compiler makes vector instructions of it. */
    private static void add(byte[] in, int from, int weight, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (in[from + i] & 0xff) * weight;
        }
    }

    private static void put(int[] sums, byte[] out, int to) {
        for (int i = 0; i < sums.length; i++) {
            out[to + i] = (byte) (sums[i] >> BITS);
        }
    }

    /** Weights that add up to exactly 1 << BITS, so that what is even stays so. */
    private static int[] kernel(double sigma) {
        int radius = (int) Math.ceil(2.5 * sigma);
        double[] exact = new double[2 * radius + 1];
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
            exact[k + radius] = StrictMath.exp(-k * k / (2 * sigma * sigma));
            sum += exact[k + radius];
        }
        int[] weights = new int[exact.length];
        int left = 1 << BITS;
        for (int i = 0; i < exact.length; i++) {
            weights[i] = (int) Math.round(exact[i] / sum * (1 << BITS));
            left -= weights[i];
        }
        weights[radius] += left;
        return weights;
    }
}
