package io.github.maskwatch.training.detector;

import io.github.maskwatch.training.batch.ColorMode;
import io.github.maskwatch.training.batch.InputFormat;
import java.util.List;

/**
 * The shape of a detector.
 *
 * @param width factor of all channel counts, 0.25 to 4
 * @param depth factor of all block counts, 0.34 to 4
 * @param side of the square that it is trained on, px, a multiple of 32; it takes pictures of any other such size afterwards
 */
public record DetectorConfig(double width, double depth, int side) {
    /** Coarsest stride: input sides are multiples of it. */
    public static final int MULTIPLE = 32;

    /** Of the sizes, from the fastest to the most accurate one. */
    public static final List<String> NAMES = List.of("nano", "small", "medium");

    private static final int CHANNEL_MULTIPLE = 8;

    public DetectorConfig {
        if (!(width >= 0.25 && width <= 4)) {
            throw new IllegalArgumentException("width must be in 0.25..4, got " + width);
        }
        if (!(depth >= 0.34 && depth <= 4)) {
            throw new IllegalArgumentException("depth must be in 0.34..4, got " + depth);
        }
        if (side < MULTIPLE || side % MULTIPLE != 0 || side > 1024) {
            throw new IllegalArgumentException(
                    "side must be a multiple of " + MULTIPLE + " up to 1024 px, got " + side);
        }
    }

    /**
     * One of the sizes by its name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static DetectorConfig named(String name, int side) {
        return switch (name) {
            case "nano" -> new DetectorConfig(1, 1, side);
            case "small" -> new DetectorConfig(1.25, 1, side);
            case "medium" -> new DetectorConfig(1.75, 1.5, side);
            default -> throw new IllegalArgumentException("size must be nano, small or medium, got \"" + name + "\"");
        };
    }

    /** One line: factors, parameters, multiplications. */
    @Override
    public String toString() {
        DetectorTable table = DetectorTable.of(this);
        return "width %s, depth %s: %,d parameters; %.0f M multiplications for %d x %d px, the squares that it is trained on"
                .formatted(width, depth, table.parameters(), table.multiplications() / 1e6, side, side);
    }

    /** What it takes in training. */
    public InputFormat input() {
        return new InputFormat(side, side, ColorMode.RGB);
    }

    /** A count of channels at this width: a multiple of 8, which vector instructions like. */
    int channels(int base) {
        return Math.max(CHANNEL_MULTIPLE, (int) Math.round(base * width / CHANNEL_MULTIPLE) * CHANNEL_MULTIPLE);
    }

    /** A count of blocks at this depth, at least 1. */
    int blocks(int base) {
        return Math.max(1, (int) Math.round(base * depth));
    }
}
