package io.github.maskwatch.training.batch;

/**
 * The picture that a network takes.
 *
 * @param width px, at least 8
 * @param height px, at least 8
 */
public record InputFormat(int width, int height, ColorMode color) {
    private static final int MAX_SIDE = 1024;

    public InputFormat {
        if (width < 8 || height < 8 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "input sides must be in 8.." + MAX_SIDE + " px, got " + width + " x " + height);
        }
    }

    /** Numbers in one picture: channels x height x width. */
    public int floats() {
        return color.channels() * width * height;
    }
}
