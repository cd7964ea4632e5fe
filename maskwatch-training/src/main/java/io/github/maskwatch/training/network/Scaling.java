package io.github.maskwatch.training.network;

/** What becomes of pixel values 0–255 before the first layer. It is part of the network and of the exported file. */
public enum Scaling {
    /** {@code pixel / 255}. */
    ZERO_TO_ONE("0..1"),
    /** {@code pixel / 127.5 - 1}. */
    MINUS_ONE_TO_ONE("-1..1"),
    /**
     * Each picture on its own to mean 0 and standard deviation 1, over all its channels: {@code (x - mean) / (sd + 0.02)} with
     * {@code x = pixel / 255}. The small number keeps a picture of one colour from becoming noise. Takes light and contrast away.
     */
    STANDARDIZED("standardized");

    /** Added to the standard deviation, on a scale of 0–1. */
    public static final double SMALLEST_DEVIATION = 0.02;

    private final String id;

    Scaling(String id) {
        this.id = id;
    }

    /** The name in files and options. */
    public String id() {
        return id;
    }

    /** The {@link #id}. */
    @Override
    public String toString() {
        return id;
    }
}
