package io.github.maskwatch.inference.haar;

/**
 * How {@link HaarFaceDetector} searches. The names are OpenCV's, and so are the meanings.
 *
 * @param scaleFactor size of a search window over that of the next smaller one, above 1 and at most 2; smaller finds more and
 *     costs more
 * @param minNeighbors raw hits about a face above which it counts, at least 0; 0 returns every raw hit ungrouped
 * @param minSize shortest face looked for, px of the searched picture, at least 1; below the cascade's own window it has no effect
 * @param threads threads that search one picture, 1–64; with 1 the caller's own thread does it all
 */
public record HaarConfig(double scaleFactor, int minNeighbors, int minSize, int threads) {
    /** See docs/benchmarks.md for the figures behind the choice. */
    public static final HaarConfig DEFAULTS = new HaarConfig(1.1, 3, 24, 1);

    public HaarConfig {
        if (!(scaleFactor > 1 && scaleFactor <= 2)) {
            throw new IllegalArgumentException("scaleFactor must be above 1 and at most 2, got " + scaleFactor);
        }
        if (minNeighbors < 0) {
            throw new IllegalArgumentException("minNeighbors must be at least 0, got " + minNeighbors);
        }
        if (minSize < 1) {
            throw new IllegalArgumentException("minSize must be at least 1 px, got " + minSize);
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads must be in 1..64, got " + threads);
        }
    }

    public HaarConfig withScaleFactor(double other) {
        return new HaarConfig(other, minNeighbors, minSize, threads);
    }

    public HaarConfig withMinNeighbors(int other) {
        return new HaarConfig(scaleFactor, other, minSize, threads);
    }

    public HaarConfig withMinSize(int other) {
        return new HaarConfig(scaleFactor, minNeighbors, other, threads);
    }

    public HaarConfig withThreads(int other) {
        return new HaarConfig(scaleFactor, minNeighbors, minSize, other);
    }
}
