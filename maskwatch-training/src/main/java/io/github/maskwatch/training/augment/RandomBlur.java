package io.github.maskwatch.training.augment;

import io.github.maskwatch.image.Image;
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
        byte[] rows = new byte[image.rgb().length];
        for (int y = 0; y < height; y++) {
            convolve(image.rgb(), rows, y * width * 3, 3, width, kernel);
        }
        byte[] out = new byte[rows.length];
        for (int x = 0; x < width; x++) {
            convolve(rows, out, x * 3, width * 3, height, kernel);
        }
        return Image.wrap(width, height, out);
    }

    private static void convolve(byte[] in, byte[] out, int start, int stride, int count, int[] kernel) {
        int radius = kernel.length / 2;
        for (int i = 0; i < count; i++) {
            int red = HALF;
            int green = HALF;
            int blue = HALF;
            for (int k = -radius; k <= radius; k++) {
                int from = start + Math.min(Math.max(i + k, 0), count - 1) * stride;
                int weight = kernel[k + radius];
                red += (in[from] & 0xff) * weight;
                green += (in[from + 1] & 0xff) * weight;
                blue += (in[from + 2] & 0xff) * weight;
            }
            int to = start + i * stride;
            out[to] = (byte) (red >> BITS);
            out[to + 1] = (byte) (green >> BITS);
            out[to + 2] = (byte) (blue >> BITS);
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
