package io.github.maskwatch.monitor.tell;

/** What is said to people. */
public enum Sentence {
    /** To who wears no mask. */
    COVER("cover"),
    /** To whose mask is there, but not over the nose. */
    OVER_THE_NOSE("over_the_nose"),
    /** To who did as asked. */
    THANKS("thanks");

    private final String id;

    Sentence(String id) {
        this.id = id;
    }

    /** The name in files and JSON. */
    public String id() {
        return id;
    }
}
