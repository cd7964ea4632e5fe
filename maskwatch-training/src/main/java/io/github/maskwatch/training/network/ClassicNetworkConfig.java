package io.github.maskwatch.training.network;

import io.github.maskwatch.training.batch.ColorMode;
import io.github.maskwatch.training.batch.InputFormat;
import java.util.List;

/**
 * The classic network: convolution with ReLU, max pooling, convolution with ReLU, max pooling, flatten, dropout, dense with ReLU,
 * dense with softmax. Shapes follow from these numbers: with side s, a convolution of kernel k gives s - k + 1 ({@link
 * Padding#VALID}) or s ({@link Padding#SAME}), pooling by p gives floor(s / p). The network as
 * it was first described, {@link #described}, comes to
 *
 * <pre>
 * Conv 3x3 + ReLU   98 x 98 x 100      2,800
 * MaxPool 2x2       49 x 49 x 100
 * Conv 3x3 + ReLU   47 x 47 x 100     90,100
 * MaxPool 2x2       23 x 23 x 100
 * Flatten           52900
 * Dropout 0.5       52900
 * Dense + ReLU      50             2,645,050
 * Dense + softmax   2                    102     2,738,052 in all
 * </pre>
 *
 * @param filters1 of the first convolution
 * @param kernel1 side of its kernel, px
 * @param pool1 side and stride of the first pooling, px; 1 for none
 * @param dropout share of the flattened numbers that a training step leaves out, 0 or more, below 1
 * @param denseUnits of the first dense layer
 * @param classes 2 or 3
 */
public record ClassicNetworkConfig(
        InputFormat input,
        Scaling scaling,
        int filters1,
        int kernel1,
        int pool1,
        int filters2,
        int kernel2,
        int pool2,
        Padding padding,
        double dropout,
        int denseUnits,
        int classes,
        Initialization initialization) {
    /** 800 MB of weights, and as much again three times in training: beyond that it is a slip of the keyboard. */
    private static final long MAX_PARAMETERS = 200_000_000;

    public ClassicNetworkConfig {
        requireIn("filters1", filters1, 1, 4096);
        requireIn("filters2", filters2, 1, 4096);
        requireKernel("kernel1", kernel1, padding);
        requireKernel("kernel2", kernel2, padding);
        requireIn("pool1", pool1, 1, 64);
        requireIn("pool2", pool2, 1, 64);
        requireIn("denseUnits", denseUnits, 1, 65_536);
        requireIn("classes", classes, 2, 3);
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be 0 or more and below 1, got " + dropout);
        }
        requireRoom(input.width(), kernel1, pool1, kernel2, pool2, padding);
        requireRoom(input.height(), kernel1, pool1, kernel2, pool2, padding);
        long flat = (long) filters2
                * pooled(pooled(input.width(), kernel1, pool1, padding), kernel2, pool2, padding)
                * pooled(pooled(input.height(), kernel1, pool1, padding), kernel2, pool2, padding);
        if (flat * denseUnits > MAX_PARAMETERS) {
            throw new IllegalArgumentException(
                    "the first dense layer would have %,d weights, more than %,d: take fewer filters or units, or pool more"
                            .formatted(flat * denseUnits, MAX_PARAMETERS));
        }
    }

    /**
     * The shape of the bundled model, the best of those tried on its validation photos: 64 x 64 x 3, 48 and 96 filters of 5 x 5,
     * pooling by 3, dropout 0.5, 128 units. 66 million multiplications a picture, a third of what {@link #described} costs.
     */
    public static ClassicNetworkConfig defaults(int classes) {
        return new ClassicNetworkConfig(
                new InputFormat(64, 64, ColorMode.RGB),
                Scaling.MINUS_ONE_TO_ONE,
                48,
                5,
                3,
                96,
                5,
                3,
                Padding.SAME,
                0.5,
                128,
                classes,
                Initialization.HE);
    }

    /** The network as it was first described: 100 x 100 x 3, 100 filters of 3 x 3 twice, pooling by 2, dropout 0.5, 50 units. */
    public static ClassicNetworkConfig described(int classes) {
        return new ClassicNetworkConfig(
                new InputFormat(100, 100, ColorMode.RGB),
                Scaling.ZERO_TO_ONE,
                100,
                3,
                2,
                100,
                3,
                2,
                Padding.VALID,
                0.5,
                50,
                classes,
                Initialization.GLOROT);
    }

    private static void requireIn(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be in " + low + ".." + high + ", got " + value);
        }
    }

    private static void requireKernel(String name, int kernel, Padding padding) {
        requireIn(name, kernel, 1, 31);
        if (padding == Padding.SAME && kernel % 2 == 0) {
            throw new IllegalArgumentException(name + " must be odd with padding same, got " + kernel);
        }
    }

    private static void requireRoom(int side, int kernel1, int pool1, int kernel2, int pool2, Padding padding) {
        int first = pooled(side, kernel1, pool1, padding);
        if (first < 1 || pooled(first, kernel2, pool2, padding) < 1) {
            throw new IllegalArgumentException(
                    "an input side of %d px leaves nothing after kernels %d, %d and poolings %d, %d (padding %s)"
                            .formatted(side, kernel1, kernel2, pool1, pool2, padding.id()));
        }
    }

    private static int convolved(int side, int kernel, Padding padding) {
        return side + 2 * padding.pixels(kernel) - kernel + 1;
    }

    private static int pooled(int side, int kernel, int pool, Padding padding) {
        return Math.max(0, convolved(side, kernel, padding)) / pool;
    }

    int width1() {
        return pooled(input.width(), kernel1, pool1, padding);
    }

    int height1() {
        return pooled(input.height(), kernel1, pool1, padding);
    }

    int width2() {
        return pooled(width1(), kernel2, pool2, padding);
    }

    int height2() {
        return pooled(height1(), kernel2, pool2, padding);
    }

    /** How many numbers the dense layers get of a picture. */
    public int flattened() {
        return filters2 * width2() * height2();
    }

    /** Weights and biases that are learned. */
    public long parameterCount() {
        return layers().stream().mapToLong(Layer::parameters).sum();
    }

    /** The network as a table. */
    public List<Layer> layers() {
        int channels = input.color().channels();
        return List.of(
                new Layer("Input, scaled " + scaling.id(), shape(input.width(), input.height(), channels), 0),
                convolution(kernel1, input.width(), input.height(), channels, filters1),
                new Layer("MaxPool " + square(pool1), shape(width1(), height1(), filters1), 0),
                convolution(kernel2, width1(), height1(), filters1, filters2),
                new Layer("MaxPool " + square(pool2), shape(width2(), height2(), filters2), 0),
                new Layer("Flatten", String.valueOf(flattened()), 0),
                new Layer("Dropout " + dropout, String.valueOf(flattened()), 0),
                new Layer("Dense + ReLU", String.valueOf(denseUnits), (flattened() + 1L) * denseUnits),
                new Layer("Dense + softmax", String.valueOf(classes), (denseUnits + 1L) * classes));
    }

    private Layer convolution(int kernel, int width, int height, int in, int out) {
        return new Layer(
                "Conv " + square(kernel) + " + ReLU",
                shape(convolved(width, kernel, padding), convolved(height, kernel, padding), out),
                ((long) in * kernel * kernel + 1) * out);
    }

    private static String square(int side) {
        return side + "x" + side;
    }

    private static String shape(int width, int height, int channels) {
        return height + " x " + width + " x " + channels;
    }

    /** One line: sizes and parameter count. */
    @Override
    public String toString() {
        return "%s %s; conv %dx%d %d, pool %d, conv %dx%d %d, pool %d (%s), dropout %s, dense %d, %d classes: %,d parameters"
                .formatted(
                        shape(input.width(), input.height(), input.color().channels()),
                        scaling.id(),
                        kernel1,
                        kernel1,
                        filters1,
                        pool1,
                        kernel2,
                        kernel2,
                        filters2,
                        pool2,
                        padding.id(),
                        dropout,
                        denseUnits,
                        classes,
                        parameterCount());
    }
}
