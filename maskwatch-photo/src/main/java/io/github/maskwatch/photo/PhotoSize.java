package io.github.maskwatch.photo;

/**
 * The sides of an upright picture.
 *
 * @param width px
 * @param height px
 */
public record PhotoSize(int width, int height) {

    public PhotoSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("sides must be at least 1 px, got " + width + " x " + height);
        }
    }

    PhotoSize turned() {
        return new PhotoSize(/* width= */ height, /* height= */ width);
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
