package io.github.maskwatch.training.run;

/** What a run trains. */
public enum Task {
    /** The classic network, which looks at one face. */
    CLASSIFY("classify", ClassifierRunConfig.class),
    /** The one-stage detector, which looks at a whole frame. */
    DETECT("detect", DetectorRunConfig.class);

    private final String id;
    private final Class<? extends RunConfig> config;

    Task(String id, Class<? extends RunConfig> config) {
        this.id = id;
        this.config = config;
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

    Class<? extends RunConfig> config() {
        return config;
    }
}
