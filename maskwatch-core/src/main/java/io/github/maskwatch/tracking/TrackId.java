package io.github.maskwatch.tracking;

import java.util.random.RandomGenerator;

/**
 * The name of a person's passage before a camera. It is drawn at random, so that it tells neither how many came before nor, from one run
 * to the next, who it was.
 *
 * @param value any 64 bits
 */
public record TrackId(long value) {
    private static final int DIGITS = 16;
    private static final int HEXADECIMAL = 16;

    /** Two of a million are the same with a chance of 1 in 30 million. */
    public static TrackId random(RandomGenerator random) {
        return new TrackId(random.nextLong());
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is not of 16 hexadecimal digits
     */
    public static TrackId parse(String text) {
        try {
            if (text.length() == DIGITS) {
                return new TrackId(Long.parseUnsignedLong(text, HEXADECIMAL));
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("a track must be of 16 hexadecimal digits, got \"" + text + "\"");
    }

    /** 16 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%016x", value);
    }
}
