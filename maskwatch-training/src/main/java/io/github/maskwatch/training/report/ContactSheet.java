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
import org.jspecify.annotations.Nullable;

/** Small pictures side by side, each with some words under it. */
final class ContactSheet {
    private static final int COLUMNS = 6;
    private static final int GAP = 16;
    private static final int CAPTION = 62;
    private static final int LINE = 17;
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

    /**
     * One of the pictures.
     *
     * @param picture at most {@value Thumbnail#SIDE} px on its longer side
     * @param captions at most three
     */
    record Tile(BufferedImage picture, List<Caption> captions) {
        Tile {
            captions = List.copyOf(captions);
        }
    }

    /**
     * A line under a picture.
     *
     * @param state gives the colour of the mark before the words; null for none
     */
    record Caption(@Nullable MaskState state, String words, boolean strong) {}

    /** @param thumbnails at least one, the worst first */
    static BufferedImage draw(List<Thumbnail> thumbnails) {
        return draw(
                "The worst mistakes",
                "what the label is, what was said, how surely",
                thumbnails.stream().map(ContactSheet::tile).toList());
    }

    private static Tile tile(Thumbnail thumbnail) {
        Mistake mistake = thumbnail.mistake();
        return new Tile(
                thumbnail.buffered(),
                List.of(
                        new Caption(mistake.label(), "is " + mistake.label().label(), false),
                        new Caption(mistake.said(), "said " + mistake.said().label(), true),
                        new Caption(null, sure(mistake) + "  " + name(mistake.photo()), false)));
    }

    /** @param tiles at least one */
    static BufferedImage draw(String title, String note, List<Tile> tiles) {
        int columns = Math.min(COLUMNS, tiles.size());
        int rows = (tiles.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(
                // Room for the heading over a single picture, too.
                Math.max(360, GAP + columns * TILE_WIDTH), HEAD + rows * TILE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        ContactSheet drawing = new ContactSheet(pen, hasFonts(pen));
        drawing.text(title, GAP, 30, 18, Font.BOLD, INK, sheet.getWidth());
        drawing.text(note, GAP, 50, 12, Font.PLAIN, SOFT, sheet.getWidth() - GAP);
        for (int i = 0; i < tiles.size(); i++) {
            drawing.tile(tiles.get(i), GAP + i % columns * TILE_WIDTH, HEAD + i / columns * TILE_HEIGHT);
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

    private void tile(Tile tile, int x, int y) {
        pen.setColor(MAT);
        pen.fillRoundRect(x, y, Thumbnail.SIDE, Thumbnail.SIDE, 10, 10);
        BufferedImage picture = tile.picture;
        pen.drawImage(
                picture,
                x + (Thumbnail.SIDE - picture.getWidth()) / 2,
                y + (Thumbnail.SIDE - picture.getHeight()) / 2,
                null);
        int baseline = y + Thumbnail.SIDE + 18;
        for (Caption caption : tile.captions) {
            if (caption.state != null) {
                mark(caption.state, x, baseline - 9);
            }
            text(
                    caption.words,
                    x + 14,
                    baseline,
                    11,
                    caption.strong ? Font.BOLD : Font.PLAIN,
                    caption.state == null ? SOFT : INK,
                    Thumbnail.SIDE - 14);
            baseline += LINE;
        }
    }

    /** How surely it was said, such as "98 %". */
    static String sure(Mistake mistake) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * mistake.confidence());
    }

    static String name(Path photo) {
        return String.valueOf(photo.getFileName());
    }

    private void mark(MaskState state, int x, int y) {
        pen.setColor(color(state));
        pen.fillOval(x, y, 9, 9);
    }

    static Color color(MaskState state) {
        return switch (state) {
            case WITH_MASK -> new Color(0x1a7f37);
            case WITHOUT_MASK -> new Color(0xcf222e);
            case WORN_INCORRECTLY -> new Color(0xd98200);
        };
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
