package io.github.maskwatch.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long events are kept.
 *
 * @param age how old an event may become; null: any age
 * @param bytes how large the store's events may become; null: any size
 */
public record Retention(@Nullable Duration age, @Nullable Long bytes) {

    public static final Retention FOREVER = new Retention(null, null);

    public Retention {
        if (age != null && (age.isNegative() || age.isZero())) {
            throw new IllegalArgumentException("the age of kept events must be above 0, got " + age);
        }
        if (bytes != null && bytes <= 0) {
            throw new IllegalArgumentException("the size of a store must be above 0 bytes, got " + bytes);
        }
    }
}
