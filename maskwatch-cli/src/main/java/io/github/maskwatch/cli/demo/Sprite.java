package io.github.maskwatch.cli.demo;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A piece of the scene that is drawn once, with what is transparent about it, and then placed in every frame at some size. It is
 * kept in several sizes, each half as large as the one before, so that one step of bilinear drawing never skips pixels.
 */
final class Sprite {
    private static final int SIZES = 3;

    private final Rectangle bounds;
    private final int zoom;
    private final List<BufferedImage> reductions;

    private Sprite(Rectangle bounds, int zoom, List<BufferedImage> reductions) {
        this.bounds = bounds;
        this.zoom = zoom;
        this.reductions = reductions;
    }

    /**
     * @param bounds what of the photo's plane is kept, photo px
     * @param zoom how much larger than the photo it is kept: at most that large it stays sharp
     * @param painter draws in photo px
     */
    static Sprite of(Rectangle bounds, int zoom, Consumer<Graphics2D> painter) {
        BufferedImage image = blank(bounds.width * zoom, bounds.height * zoom);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(zoom, zoom);
        g.translate(-bounds.x, -bounds.y);
        painter.accept(g);
        g.dispose();
        return new Sprite(bounds, zoom, reductionsOf(image));
    }

    private static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    private static List<BufferedImage> reductionsOf(BufferedImage image) {
        List<BufferedImage> reductions = new ArrayList<>(List.of(image));
        while (reductions.size() < SIZES) {
            BufferedImage larger = reductions.get(reductions.size() - 1);
            BufferedImage half = blank(larger.getWidth() / 2, larger.getHeight() / 2);
            Graphics2D g = half.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(larger, 0, 0, half.getWidth(), half.getHeight(), null);
            g.dispose();
            reductions.add(half);
        }
        return List.copyOf(reductions);
    }

    /**
     * Places it.
     *
     * @param g in photo px
     * @param scale frame px per photo px of {@code g}
     */
    void draw(Graphics2D g, double scale) {
        int level = 0;
        while (level + 1 < reductions.size() && (double) zoom / (2 << level) >= scale) {
            level++;
        }
        BufferedImage image = reductions.get(level);
        AffineTransform placed = AffineTransform.getTranslateInstance(bounds.x, bounds.y);
        placed.scale((double) bounds.width / image.getWidth(), (double) bounds.height / image.getHeight());
        g.drawImage(image, placed, null);
    }
}
