package io.github.maskwatch.inference.onnx;

/**
 * How a network is run. The answers do not depend on it.
 *
 * @param threads threads that work on one batch, 1–64. More than one pays for large networks only, and takes them from other cameras
 * @param batchSize crops that go through the network at once, 1–256; more of them follow in further batches, so that memory is
 *     bounded whatever the number of faces
 */
public record OnnxConfig(int threads, int batchSize) {
    /** See docs/benchmarks.md: beyond 8 crops a batch gains nothing and its activations grow. */
    public static final OnnxConfig DEFAULTS = new OnnxConfig(1, 8);

    public OnnxConfig {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads must be in 1..64, got " + threads);
        }
        if (batchSize < 1 || batchSize > 256) {
            throw new IllegalArgumentException("batchSize must be in 1..256, got " + batchSize);
        }
    }

    public OnnxConfig withThreads(int other) {
        return new OnnxConfig(other, batchSize);
    }

    public OnnxConfig withBatchSize(int other) {
        return new OnnxConfig(threads, other);
    }
}
