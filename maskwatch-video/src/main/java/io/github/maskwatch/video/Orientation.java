package io.github.maskwatch.video;

/**
 * How the stored picture is to be turned for showing: one of the eight symmetries of a rectangle. Phones film in the sensor's
 * position and write down how they were held.
 *
 * @param transposed rows become columns, before the flips
 * @param flippedX mirrored left to right, in the shown picture
 * @param flippedY mirrored top to bottom, in the shown picture
 */
record Orientation(boolean transposed, boolean flippedX, boolean flippedY) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /**
     * From the display matrix of MP4's track header (ISO/IEC 14496-12, 6.2.2): {@code x' = a x + c y, y' = b x + d y} with a, b
     * at 0, 1 and c, d at 3, 4, 16.16 fixed point. Angles between the right ones go to the nearest.
     */
    static Orientation ofMatrix(int[] matrix) {
        long a = matrix[0];
        long b = matrix[1];
        long c = matrix[3];
        long d = matrix[4];
        boolean turned = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
        return turned ? new Orientation(true, c < 0, b < 0) : new Orientation(false, a < 0, d < 0);
    }

    /**
     * The turned copy, or the same array where nothing is to be done.
     *
     * @param rgb interleaved, {@code width * height * 3} bytes
     */
    byte[] apply(byte[] rgb, int width, int height) {
        if (equals(UPRIGHT)) {
            return rgb;
        }
        byte[] out = new byte[rgb.length];
        int shownWidth = transposed ? height : width;
        int shownHeight = transposed ? width : height;
        // Steps in the stored picture, in bytes, for one pixel right and one down in the shown one.
        int right = (transposed ? width : 1) * (flippedX ? -3 : 3);
        int down = (transposed ? 1 : width) * (flippedY ? -3 : 3);
        int origin = (flippedX ? -right * (shownWidth - 1) : 0) + (flippedY ? -down * (shownHeight - 1) : 0);
        int to = 0;
        for (int y = 0; y < shownHeight; y++) {
            int from = origin + y * down;
            for (int x = 0; x < shownWidth; x++, from += right, to += 3) {
                out[to] = rgb[from];
                out[to + 1] = rgb[from + 1];
                out[to + 2] = rgb[from + 2];
            }
        }
        return out;
    }
}
