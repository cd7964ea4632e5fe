package io.github.maskwatch.training.detector;

/**
 * A convolution with all that follows it. Its padding keeps the size: {@code (kernel - 1) / 2} zeros on each side.
 *
 * @param name unique within the network, such as {@code stage16.1.depthwise}
 * @param in channels that come in
 * @param out channels that go out
 * @param kernel side, odd
 * @param stride 1 or 2
 * @param groups 1, or {@code in} for a depthwise one
 * @param normalized whether batch normalization follows (S. Ioffe and C. Szegedy, ICML 2015), and a bias is not needed
 * @param activated whether a ReLU follows
 */
public record Convolution(
        String name, int in, int out, int kernel, int stride, int groups, boolean normalized, boolean activated) {

    static Convolution dense(String name, int in, int out, int kernel, int stride) {
        return new Convolution(name, in, out, kernel, stride, 1, true, true);
    }

    static Convolution depthwise(String name, int channels, int kernel, int stride) {
        return new Convolution(name, channels, channels, kernel, stride, channels, true, true);
    }

    static Convolution pointwise(String name, int in, int out) {
        return dense(name, in, out, 1, 1);
    }

    /** The last one of a branch: plain numbers with a bias. */
    static Convolution output(String name, int in, int out) {
        return new Convolution(name, in, out, 1, 1, 1, false, false);
    }

    /** Zeros on each side, px. */
    public int padding() {
        return (kernel - 1) / 2;
    }

    /** Multiplications for one place of its output. */
    long multiplications() {
        return (long) out * (in / groups) * kernel * kernel;
    }

    /** Weights, and a scale and an offset or a bias per channel of the output. */
    long parameters() {
        return multiplications() + (normalized ? 2L : 1L) * out;
    }
}
