package io.github.maskwatch.event;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The name of an event, unique wherever it is copied to: who gets an event twice knows it by this name.
 *
 * @param value a UUID of version 7 (RFC 9562): milliseconds since 1970, then chance, so that names sort by time and a database's index
 *     grows at its end
 */
public record EventId(UUID value) implements Comparable<EventId> {
    private static final long RANDOM_12_BITS = 0xFFF;
    private static final long VERSION_7 = 0x7000;
    private static final long RANDOM_62_BITS = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** A new one. */
    public static EventId random(Instant time, RandomGenerator random) {
        long high = time.toEpochMilli() << 16 | VERSION_7 | (random.nextLong() & RANDOM_12_BITS);
        return new EventId(new UUID(high, (random.nextLong() & RANDOM_62_BITS) | VARIANT));
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is no UUID
     */
    public static EventId parse(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("an event's id must be a UUID, got \"" + text + "\"");
        }
        return new EventId(value);
    }

    /** By time, as unsigned numbers. */
    @Override
    public int compareTo(EventId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
