package io.github.maskwatch.photo;

/**
 * Which pictures are decoded, and how many of their pixels.
 *
 * @param maxPixels pixels that may be held in memory
 * @param shorterSideAtLeast px that are wanted
 */
record SizePolicy(long maxPixels, int shorterSideAtLeast) {
    /** Reduction by leaving out pixels stops at so many times the wanted size; averaging down from there hides what it did. */
    private static final int KEPT = 4;
    /** By rows only the kept pixels need memory, so a picture may be larger, within what is still decoded in seconds. */
    private static final int BY_ROWS = 4;

    /**
     * Every how many-th pixel to keep.
     *
     * @throws BadPhotoException if the picture is too large even so
     */
    int step(int width, int height, boolean byRows) throws BadPhotoException {
        if (width < 1 || height < 1) {
            throw empty(width, height);
        }
        long wanted = (long) KEPT * shorterSideAtLeast;
        int step = byRows ? (int) Math.max(1, Math.min(width, height) / wanted) : 1;
        long pixels = (long) width * height;
        if (pixels / ((long) step * step) > maxPixels || pixels > BY_ROWS * maxPixels) {
            throw new BadPhotoException("is " + width + " x " + height + " px, which is more than the "
                    + maxPixels / 1_000_000 + " megapixels that are read; make it smaller");
        }
        return step;
    }

    static BadPhotoException empty(int width, int height) {
        return new BadPhotoException("says that it is " + width + " x " + height + " px");
    }
}
