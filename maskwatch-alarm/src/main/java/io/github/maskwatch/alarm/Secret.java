package io.github.maskwatch.alarm;

import java.util.function.Supplier;

/** A password or key that no message, log or record shows. Immutable; compared by identity, so that not even equality tells of it. */
public final class Secret implements Supplier<String> {
    private final Supplier<String> source;

    private Secret(Supplier<String> source) {
        this.source = source;
    }

    /**
     * A secret that is at hand.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        return new Secret(() -> value);
    }

    /** A secret that is read anew each time it is needed, such as from a file that is changed now and then. */
    public static Secret from(Supplier<String> source) {
        return new Secret(source);
    }

    @Override
    public String get() {
        return source.get();
    }

    /** Nothing. */
    @Override
    public String toString() {
        return "***";
    }
}
