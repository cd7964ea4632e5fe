package io.github.maskwatch.zone;

import io.github.maskwatch.event.Direction;

/** How many passed a line, each person once in either direction. */
public record Passages(long in, long out) {
    public static final Passages NONE = new Passages(0, 0);

    public Passages {
        if (in < 0 || out < 0) {
            throw new IllegalArgumentException("in and out must be at least 0, got " + in + " and " + out);
        }
    }

    /** With one more. */
    public Passages plus(Direction direction) {
        return switch (direction) {
            case IN -> new Passages(in + 1, out);
            case OUT -> new Passages(in, out + 1);
        };
    }
}
