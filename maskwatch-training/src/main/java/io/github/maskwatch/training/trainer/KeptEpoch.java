package io.github.maskwatch.training.trainer;

/** Whose weights become the model. */
public enum KeptEpoch {
    /** Those of the epoch with the lowest validation loss. */
    BEST("best"),
    /**
     * Those of the last epoch, which the schedule brought to rest: where there are so few validation photos that the lowest loss is a
     * matter of chance.
     */
    LAST("last");

    private final String id;

    KeptEpoch(String id) {
        this.id = id;
    }

    /** The name in files and options. */
    @Override
    public String toString() {
        return id;
    }
}
