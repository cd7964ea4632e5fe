package io.github.maskwatch.tracking;

import java.util.random.RandomGenerator;

/**
 * The name of a person's passage before a camera. It is drawn at random, so that it tells neither how many came before nor, from one run
 * to the next, who it was.
 *
 * @param value any 64 bits
 */
public record TrackId(long value) {

    /** Two of a million are the same with a chance of 1 in 30 million. */
    public static TrackId random(RandomGenerator random) {
        return new TrackId(random.nextLong());
    }

    /** 16 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%016x", value);
    }
}
