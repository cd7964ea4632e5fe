package io.github.maskwatch.training.quantization;

import org.jspecify.annotations.Nullable;

/**
 * A convolution's weights and bias as whole numbers: weights of eight bits, -127 to 127, with a scale for each channel of the output, so
 * that one channel's outlier is not every channel's coarseness (R. Krishnamoorthi, "Quantizing deep convolutional networks for
 * efficient inference", 2018); the bias of 32 bits in steps of the products that it is added to. Not to be changed.
 */
final class QuantizedWeights {
    private static final int LARGEST = 127;
    /** A bias must leave room in 32 bits for the sum of products. */
    private static final double LARGEST_BIAS = 1 << 29;

    private final byte[] weights;
    private final float[] scales;
    private final int[] bias;
    private final float[] biasScales;

    private QuantizedWeights(byte[] weights, float[] scales, int[] bias, float[] biasScales) {
        this.weights = weights;
        this.scales = scales;
        this.bias = bias;
        this.biasScales = biasScales;
    }

    /**
     * Rounds.
     *
     * @param inputScale of the numbers that the weights are multiplied with
     * @param seen in the input, null for nothing: rounded weights move what an output channel says on average by the sum of their
     *     errors times what comes in on average, and this is taken out of the bias again (M. Nagel and others, ICCV 2019)
     */
    static QuantizedWeights of(ConvolutionNumbers numbers, float inputScale, @Nullable ChannelValues seen) {
        int each = numbers.each();
        byte[] weights = new byte[numbers.weights().length];
        float[] scales = new float[numbers.channels()];
        int[] bias = new int[numbers.channels()];
        float[] biasScales = new float[numbers.channels()];
        for (int out = 0; out < numbers.channels(); out++) {
            float scale = scale(numbers.largest(out), Math.abs(numbers.bias()[out]), inputScale);
            double moved = 0;
            for (int i = out * each; i < (out + 1) * each; i++) {
                float weight = numbers.weights()[i];
                weights[i] = (byte) Math.max(-LARGEST, Math.min(LARGEST, Math.rint(weight / scale)));
                if (seen != null) {
                    moved += (weights[i] * (double) scale - weight) * seen.mean(numbers.input(i));
                }
            }
            scales[out] = scale;
            biasScales[out] = inputScale * scale;
            bias[out] = (int) Math.rint((numbers.bias()[out] - moved) / biasScales[out]);
        }
        return new QuantizedWeights(weights, scales, bias, biasScales);
    }

    private static float scale(float largestWeight, float bias, float inputScale) {
        // A channel that training has left almost without weights is all bias.
        double leastForBias = bias / (inputScale * LARGEST_BIAS);
        float scale = (float) Math.max(largestWeight / LARGEST, leastForBias);
        return scale < Float.MIN_NORMAL ? 1 : scale;
    }

    /** As the weights were. */
    byte[] weights() {
        return weights;
    }

    /** One per channel of the output. */
    float[] scales() {
        return scales;
    }

    /** One per channel of the output. */
    int[] bias() {
        return bias;
    }

    /** The input's scale times that of the weights. */
    float[] biasScales() {
        return biasScales;
    }
}
