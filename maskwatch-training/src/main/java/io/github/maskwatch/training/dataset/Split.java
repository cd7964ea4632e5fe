package io.github.maskwatch.training.dataset;

/** What a photo is for. */
public enum Split {
    /** The network learns from it. */
    TRAIN("train"),
    /** Chooses the best epoch, and whatever else is chosen. */
    VALIDATION("val"),
    /** Judges the chosen model, once. */
    TEST("test");

    private final String id;

    Split(String id) {
        this.id = id;
    }

    /** The name in folders and files. */
    public String id() {
        return id;
    }
}
