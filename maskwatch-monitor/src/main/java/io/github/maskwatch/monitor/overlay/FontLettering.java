package io.github.maskwatch.monitor.overlay;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.LineMetrics;
import java.awt.image.BufferedImage;

/** Text in a font of the machine. */
final class FontLettering implements Lettering {
    private final Font font;
    private final double capHeight;

    private FontLettering(Font font) {
        this.font = font;
        capHeight = font.deriveFont(100f)
                        .createGlyphVector(SMOOTH, "H")
                        .getVisualBounds()
                        .getHeight()
                / 100;
    }

    /** Writes once, because it is only then that the JDK looks for its fonts. */
    static FontLettering tried() {
        FontLettering lettering = new FontLettering(new Font(Font.SANS_SERIF, Font.BOLD, 1));
        BufferedImage paper = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = paper.createGraphics();
        try {
            lettering.draw(g, "H", 0, 8, 8);
        } finally {
            g.dispose();
        }
        LineMetrics metrics = lettering.font.deriveFont(10f).getLineMetrics("H", SMOOTH);
        if (!(lettering.capHeight > 0.3) || !(metrics.getAscent() > 0)) {
            throw new IllegalStateException("the machine's font has no letters");
        }
        return lettering;
    }

    @Override
    public double width(String text, double size) {
        return font.deriveFont((float) size).getStringBounds(text, SMOOTH).getWidth();
    }

    @Override
    public double capHeight() {
        return capHeight;
    }

    @Override
    public void draw(Graphics2D g, String text, double x, double baseline, double size) {
        g.setFont(font.deriveFont((float) size));
        g.drawString(text, (float) x, (float) baseline);
    }
}
