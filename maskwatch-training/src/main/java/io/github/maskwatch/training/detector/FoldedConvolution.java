package io.github.maskwatch.training.detector;

/** Weights and bias of a convolution that has taken up the normalization behind it. Not to be changed. */
public final class FoldedConvolution {
    private final float[] weights;
    private final float[] bias;

    /**
     * @param weights [out, in / groups, height, width], row-major; not copied
     * @param bias [out]; not copied
     */
    public FoldedConvolution(float[] weights, float[] bias) {
        if (bias.length == 0 || weights.length % bias.length != 0) {
            throw new IllegalArgumentException("wanted as many weights for each of the outputs, got " + weights.length
                    + " for " + bias.length + " outputs");
        }
        this.weights = weights;
        this.bias = bias;
    }

    static FoldedConvolution fold(
            float[] weights, float[] offset, float[] scale, float[] mean, float[] variance, double epsilon) {
        float[] folded = new float[weights.length];
        float[] bias = new float[offset.length];
        int each = weights.length / offset.length;
        for (int out = 0; out < bias.length; out++) {
            double factor = scale[out] / Math.sqrt(variance[out] + epsilon);
            bias[out] = (float) (offset[out] - mean[out] * factor);
            for (int i = out * each; i < (out + 1) * each; i++) {
                folded[i] = (float) (weights[i] * factor);
            }
        }
        return new FoldedConvolution(folded, bias);
    }

    /** [out, in / groups, height, width], row-major. */
    public float[] weights() {
        return weights;
    }

    /** [out]. */
    public float[] bias() {
        return bias;
    }
}
