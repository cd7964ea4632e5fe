package io.github.maskwatch.training.trainer;

/** How the learning rate moves after its warm-up. */
public enum Schedule {
    /** It stays. */
    CONSTANT("constant"),
    /**
     * Half a cosine from the peak down to its final share at the end of the last epoch. I. Loshchilov and F. Hutter, "SGDR: stochastic
     * gradient descent with warm restarts", ICLR 2017.
     */
    COSINE("cosine"),
    /** It is multiplied by a factor each time that the validation loss has not fallen for some epochs. */
    PLATEAU("plateau");

    private final String id;

    Schedule(String id) {
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
