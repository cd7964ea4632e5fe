package io.github.maskwatch.monitor.overlay;

/**
 * Sizes of what is drawn, grown with the picture but less than it: a small picture needs relatively larger letters.
 *
 * @param text size of a label's letters, px
 * @param line width of a box's line, px
 */
record Scale(double text, double line) {
    private static final double SMALLEST_TEXT = 9;

    static Scale of(int width, int height) {
        double side = Math.sqrt((double) width * height);
        return new Scale(Math.max(SMALLEST_TEXT, 6 + side * 0.017), Math.max(1.5, side / 280));
    }

    /** Space between a plate's edge and its text, px. */
    double padding() {
        return text * 0.38;
    }
}
