package io.github.maskwatch.training.network;

/** From where weights start; biases start at 0. */
public enum Initialization {
    /**
     * Uniform in ± sqrt(6 / (fanIn + fanOut)), as Keras does. X. Glorot and Y. Bengio, "Understanding the difficulty of training deep
     * feedforward neural networks", AISTATS 2010.
     */
    GLOROT("glorot"),
    /**
     * Uniform in ± sqrt(6 / fanIn) for layers before a ReLU, Glorot's for the last one. K. He et al., "Delving deep into rectifiers",
     * ICCV 2015.
     */
    HE("he");

    private final String id;

    Initialization(String id) {
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
