package io.github.maskwatch.training.quantization;

/** Weights and bias of a convolution, to be worked on: [out, in / groups, height, width], row-major, and [out]. */
final class ConvolutionNumbers {
    private final float[] weights;
    private final float[] bias;
    private final int kernel;
    private final boolean depthwise;

    /**
     * @param kernel height times width
     * @param depthwise whether each channel of the output takes the one of the input with its number, and nothing else
     */
    ConvolutionNumbers(float[] weights, float[] bias, int kernel, boolean depthwise) {
        this.weights = weights;
        this.bias = bias;
        this.kernel = kernel;
        this.depthwise = depthwise;
    }

    /** Of the output. */
    int channels() {
        return bias.length;
    }

    float[] weights() {
        return weights;
    }

    float[] bias() {
        return bias;
    }

    /** How many weights an output channel has. */
    int each() {
        return weights.length / bias.length;
    }

    /** Which channel of the input this weight takes. */
    int input(int weight) {
        return depthwise ? weight / each() : weight % each() / kernel;
    }

    /** The largest absolute weight of an output channel. */
    float largest(int out) {
        return largestOf(out * each(), each());
    }

    /** The largest absolute weight between an input channel and an output channel, of a dense convolution. */
    float largest(int out, int in) {
        return largestOf(out * each() + in * kernel, kernel);
    }

    private float largestOf(int from, int count) {
        float largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        return largest;
    }

    /** What it would have to be for inputs that were divided by these, one per channel. */
    void multiplyInputs(float[] factors) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factors[input(i)];
        }
    }

    void divideOutputs(float[] factors) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= factors[i / each()];
        }
        for (int out = 0; out < bias.length; out++) {
            bias[out] /= factors[out];
        }
    }

    /** Moves the bias so that all answers are those for inputs larger by this offset. */
    void offsetInputs(double offset) {
        for (int out = 0; out < bias.length; out++) {
            double sum = 0;
            for (int i = out * each(); i < (out + 1) * each(); i++) {
                sum += weights[i];
            }
            bias[out] = (float) (bias[out] + offset * sum);
        }
    }
}
