package io.github.maskwatch.monitor.overlay;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

/** Writes one line of text. Implementations are immutable and thread-safe. */
interface Lettering {
    /** Text is measured as it is drawn: smooth, and with fractional advances, so that it scales evenly. */
    FontRenderContext SMOOTH = new FontRenderContext(new AffineTransform(), true, true);

    /** px for text of this size (height of a line's letters from ascender to descender, px). */
    double width(String text, double size);

    /** Height of a capital letter over the size. */
    double capHeight();

    /** Draws in the colour that is set. */
    void draw(Graphics2D g, String text, double x, double baseline, double size);

    /**
     * The machine's own bold sans serif; the built-in strokes where the JDK finds no font at all, as in a minimal container
     * (it needs fontconfig and at least one font and fails with an error otherwise).
     */
    static Lettering available() {
        try {
            return FontLettering.tried();
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            return StrokeLettering.builtIn();
        }
    }
}
