package io.github.maskwatch.monitor.overlay;

import java.awt.Color;

/** Which text can be read on a colour: WCAG 2.2's relative luminance and contrast ratio. */
final class Contrast {
    private Contrast() {}

    /** The one of the two with the higher contrast ratio to the colour {@code 0xRRGGBB}. */
    static Color blackOrWhite(int color) {
        return ratio(color, 0x000000) >= ratio(color, 0xFFFFFF) ? Color.BLACK : Color.WHITE;
    }

    /** 1–21. */
    static double ratio(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int color) {
        return 0.2126 * linear(color >> 16 & 0xff) + 0.7152 * linear(color >> 8 & 0xff) + 0.0722 * linear(color & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
