package io.github.maskwatch.training.trainer;

/** How much a photo counts in the loss, by its class. */
public enum ClassWeighting {
    /** All photos alike. */
    NONE("none"),
    /** Each class as a whole alike: {@code n / (classes * n(class))}. */
    BALANCED("balanced");

    private final String id;

    ClassWeighting(String id) {
        this.id = id;
    }

    /** The name in files and options. */
    public String id() {
        return id;
    }

    /** The {@link #id}. */
    @Override
    public String toString() {
        return id;
    }
}
