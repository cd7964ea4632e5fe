package io.github.maskwatch.training.evaluation;

/**
 * What a photo's file says before any pixel is looked at.
 *
 * @param format such as "jpeg"
 * @param width px as stored, before any EXIF rotation
 * @param height px as stored
 * @param fileBytes size of the file
 */
public record PhotoFacts(String format, int width, int height, long fileBytes) {
    public PhotoFacts {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("sides must be at least 1 px, got " + width + " x " + height);
        }
    }

    /** px; what "face size" means where a photo shows one face. */
    public int shorterSide() {
        return Math.min(width, height);
    }
}
