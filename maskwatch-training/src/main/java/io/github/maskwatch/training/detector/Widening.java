package io.github.maskwatch.training.detector;

import java.util.random.RandomGenerator;

/**
 * A convolution of a narrower network made part of a wider one that answers nearly the same: channels are there twice, and who takes from both
 * takes half of each (T. Chen and others, "Net2Net: accelerating learning via knowledge transfer", ICLR 2016). Which channel is a copy of which depends on the
 * two counts alone, so that maps that are added up fit. The copies are disturbed a little: twins that are alike in all would stay so for ever.
 */
final class Widening {
    /** Of a copied channel's weights, each by itself. */
    private static final double DISTURBANCE = 0.1;

    private Widening() {}

    /**
     * Widens a convolution.
     *
     * @param narrow the convolution that the weights belong to
     * @param wide the same one of a wider network
     * @throws IllegalArgumentException if it is not the same one, or not wider
     */
    static FoldedConvolution widen(
            FoldedConvolution weights, Convolution narrow, Convolution wide, RandomGenerator random) {
        requireWider(narrow, wide);
        int area = wide.kernel() * wide.kernel();
        int inputs = wide.in() / wide.groups();
        int narrowInputs = narrow.in() / narrow.groups();
        float[] kernels = new float[wide.out() * inputs * area];
        float[] bias = new float[wide.out()];
        for (int out = 0, to = 0; out < wide.out(); out++) {
            int original = out % narrow.out();
            double disturbance = out < narrow.out() ? 0 : DISTURBANCE;
            bias[out] = weights.bias()[original];
            for (int in = 0; in < inputs; in++) {
                int from = (original * narrowInputs + in % narrowInputs) * area;
                double share = 1.0 / copies(in % narrowInputs, narrowInputs, inputs);
                for (int i = 0; i < area; i++) {
                    double factor = share * (1 + disturbance * random.nextGaussian());
                    kernels[to++] = (float) (weights.weights()[from + i] * factor);
                }
            }
        }
        return new FoldedConvolution(kernels, bias);
    }

    /** How often a channel is there among so many. */
    private static int copies(int channel, int narrow, int wide) {
        return (wide - channel + narrow - 1) / narrow;
    }

    private static void requireWider(Convolution narrow, Convolution wide) {
        boolean same = narrow.name().equals(wide.name())
                && narrow.kernel() == wide.kernel()
                && narrow.stride() == wide.stride()
                && (narrow.groups() == 1) == (wide.groups() == 1);
        if (!same || wide.in() < narrow.in() || wide.out() < narrow.out()) {
            throw new IllegalArgumentException("wanted a wider " + narrow + ", got " + wide);
        }
    }
}
