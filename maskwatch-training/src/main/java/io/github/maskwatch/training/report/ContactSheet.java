package io.github.maskwatch.training.report;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.evaluation.Mistake;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The worst mistakes side by side, with the true label, what was said and how surely under each. */
final class ContactSheet {
    private static final int COLUMNS = 6;
    private static final int GAP = 16;
    private static final int CAPTION = 62;
    private static final int HEAD = 66;
    private static final int TILE_WIDTH = Thumbnail.SIDE + GAP;
    private static final int TILE_HEIGHT = Thumbnail.SIDE + CAPTION + GAP;

    private static final Color PAPER = Color.WHITE;
    private static final Color MAT = new Color(0xeef1f5);
    private static final Color INK = new Color(0x18212c);
    private static final Color SOFT = new Color(0x5a6675);

    private final Graphics2D pen;
    private final boolean lettering;

    private ContactSheet(Graphics2D pen, boolean lettering) {
        this.pen = pen;
        this.lettering = lettering;
    }

    /** @param thumbnails at least one, the worst first */
    static BufferedImage draw(List<Thumbnail> thumbnails) {
        int columns = Math.min(COLUMNS, thumbnails.size());
        int rows = (thumbnails.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(
                // Room for the heading over a single picture, too.
                Math.max(360, GAP + columns * TILE_WIDTH), HEAD + rows * TILE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        ContactSheet drawing = new ContactSheet(pen, hasFonts(pen));
        drawing.text("The worst mistakes", GAP, 30, 18, Font.BOLD, INK, sheet.getWidth());
        drawing.text(
                "what the label is, what was said, how surely", GAP, 50, 12, Font.PLAIN, SOFT, sheet.getWidth() - GAP);
        for (int i = 0; i < thumbnails.size(); i++) {
            drawing.tile(thumbnails.get(i), GAP + i % columns * TILE_WIDTH, HEAD + i / columns * TILE_HEIGHT);
        }
        pen.dispose();
        return sheet;
    }

    /** A server's JDK may find no font at all and fails in several ways then; pictures without words are better than no run. */
    private static boolean hasFonts(Graphics2D pen) {
        try {
            return pen.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).stringWidth("mask") > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }

    private void tile(Thumbnail thumbnail, int x, int y) {
        pen.setColor(MAT);
        pen.fillRoundRect(x, y, Thumbnail.SIDE, Thumbnail.SIDE, 10, 10);
        BufferedImage picture = thumbnail.buffered();
        pen.drawImage(
                picture,
                x + (Thumbnail.SIDE - picture.getWidth()) / 2,
                y + (Thumbnail.SIDE - picture.getHeight()) / 2,
                null);
        Mistake mistake = thumbnail.mistake();
        int under = y + Thumbnail.SIDE;
        mark(mistake.label(), x, under + 9);
        text("is " + mistake.label().label(), x + 14, under + 18, 12, Font.PLAIN, INK, Thumbnail.SIDE - 14);
        mark(mistake.said(), x, under + 26);
        text("said " + mistake.said().label(), x + 14, under + 35, 11, Font.BOLD, INK, Thumbnail.SIDE - 4);
        text(
                sure(mistake) + "  " + name(mistake.photo()),
                x + 14,
                under + 51,
                11,
                Font.PLAIN,
                SOFT,
                Thumbnail.SIDE - 14);
    }

    /** How surely it was said, such as "98 %". */
    static String sure(Mistake mistake) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * mistake.confidence());
    }

    static String name(Path photo) {
        return String.valueOf(photo.getFileName());
    }

    private void mark(MaskState state, int x, int y) {
        pen.setColor(
                switch (state) {
                    case WITH_MASK -> new Color(0x1a7f37);
                    case WITHOUT_MASK -> new Color(0xcf222e);
                    case WORN_INCORRECTLY -> new Color(0xd98200);
                });
        pen.fillOval(x, y, 9, 9);
    }

    private void text(String words, int x, int y, int size, int style, Color color, int width) {
        if (!lettering) {
            return;
        }
        pen.setFont(new Font(Font.SANS_SERIF, style, size));
        pen.setColor(color);
        pen.drawString(fit(words, pen.getFontMetrics(), width), x, y);
    }

    private static String fit(String words, FontMetrics metrics, int width) {
        if (metrics.stringWidth(words) <= width) {
            return words;
        }
        int end = words.length();
        while (end > 1 && metrics.stringWidth(words.substring(0, end) + "…") > width) {
            end--;
        }
        return words.substring(0, end) + "…";
    }
}
