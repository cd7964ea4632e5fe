package io.github.maskwatch.zone;

import io.github.maskwatch.mask.MaskState;
import org.jspecify.annotations.Nullable;

/**
 * People by what is said of their masks.
 *
 * @param cannotTell those of whom nothing can be said, or not yet
 */
public record Headcount(long withMask, long withoutMask, long wornIncorrectly, long cannotTell) {
    public static final Headcount NOBODY = new Headcount(0, 0, 0, 0);

    public Headcount {
        if (withMask < 0 || withoutMask < 0 || wornIncorrectly < 0 || cannotTell < 0) {
            throw new IllegalArgumentException("counts must be at least 0, got " + withMask + ", " + withoutMask + ", "
                    + wornIncorrectly + ", " + cannotTell);
        }
    }

    /** With one more person. */
    public Headcount plus(@Nullable MaskState state) {
        if (state == null) {
            return new Headcount(withMask, withoutMask, wornIncorrectly, cannotTell + 1);
        }
        return switch (state) {
            case WITH_MASK -> new Headcount(withMask + 1, withoutMask, wornIncorrectly, cannotTell);
            case WITHOUT_MASK -> new Headcount(withMask, withoutMask + 1, wornIncorrectly, cannotTell);
            case WORN_INCORRECTLY -> new Headcount(withMask, withoutMask, wornIncorrectly + 1, cannotTell);
        };
    }

    public Headcount plus(Headcount other) {
        return new Headcount(
                withMask + other.withMask,
                withoutMask + other.withoutMask,
                wornIncorrectly + other.wornIncorrectly,
                cannotTell + other.cannotTell);
    }

    /** Those of whom that is said; null: of whom nothing can be said. */
    public long of(@Nullable MaskState state) {
        if (state == null) {
            return cannotTell;
        }
        return switch (state) {
            case WITH_MASK -> withMask;
            case WITHOUT_MASK -> withoutMask;
            case WORN_INCORRECTLY -> wornIncorrectly;
        };
    }

    /** All of them. */
    public long people() {
        return told() + cannotTell;
    }

    /** Those of whom a state is said. */
    public long told() {
        return withMask + withoutMask + wornIncorrectly;
    }
}
