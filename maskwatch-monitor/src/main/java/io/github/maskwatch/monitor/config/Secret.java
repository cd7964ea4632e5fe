package io.github.maskwatch.monitor.config;

/** A password, a token or a key. Its text comes out by {@link #reveal} alone, never by a log or a message. Immutable. */
public final class Secret {
    private final String text;

    /**
     * @throws IllegalArgumentException if it is empty
     */
    public Secret(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        this.text = text;
    }

    /** The secret itself: for whom it is meant, and for nobody else. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
