package io.github.maskwatch.training.batch;

/** What a network sees of a pixel. */
public enum ColorMode {
    /** Red, green, blue, in this order. */
    RGB("rgb", 3),
    /** Luma of Rec. ITU-R BT.601: 0.299 red + 0.587 green + 0.114 blue. */
    GREY("grey", 1);

    private final String id;
    private final int channels;

    ColorMode(String id, int channels) {
        this.id = id;
        this.channels = channels;
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

    public int channels() {
        return channels;
    }
}
