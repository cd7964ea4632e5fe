package io.github.maskwatch.cli.watch;

import io.github.maskwatch.monitor.tell.Announcement;
import io.github.maskwatch.monitor.tell.Sentence;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

/** A sentence to those before the camera, on a plate over the lower part of the picture, where it hides no face at eye level. */
final class SentenceBanner {
    private static final Color PLATE = Color.WHITE;
    private static final Color TEXT = new Color(0x16191D);
    private static final double SHARE_OF_WIDTH = 0.92;
    private static final double SMALLEST_TEXT = 12;
    private static final double LARGEST_TEXT = 40;
    /** Of the height, for the figures at the foot. */
    private static final double BELOW = 0.08;

    private SentenceBanner() {}

    /** @param area of the picture */
    static void paint(Graphics2D g, Rectangle area, Announcement said) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        double size = Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, area.width * 0.036));
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size));
        FontMetrics metrics = g.getFontMetrics();
        int padding = (int) Math.round(size * 0.6);
        List<String> lines = lines(said, metrics, (int) (area.width * SHARE_OF_WIDTH) - 3 * padding);
        int widest = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
        int height = lines.size() * metrics.getHeight() + padding;
        Rectangle plate = new Rectangle(
                area.x + (area.width - widest - 3 * padding) / 2,
                area.y + (int) (area.height * (1 - BELOW)) - height,
                widest + 3 * padding,
                height);
        fill(g, plate, padding, said.sentence());
        g.setColor(TEXT);
        int baseline = plate.y + padding / 2 + metrics.getAscent();
        for (String line : lines) {
            g.drawString(line, plate.x + (plate.width + padding - metrics.stringWidth(line)) / 2, baseline);
            baseline += metrics.getHeight();
        }
    }

    private static void fill(Graphics2D g, Rectangle plate, int padding, Sentence sentence) {
        g.setColor(PLATE);
        g.fillRoundRect(plate.x, plate.y, plate.width, plate.height, padding, padding);
        g.setColor(edge(sentence));
        g.fillRoundRect(plate.x, plate.y, padding, plate.height, padding, padding);
    }

    private static Color edge(Sentence sentence) {
        return switch (sentence) {
            case COVER -> new Color(0xC01F13);
            case OVER_THE_NOSE -> new Color(0xE08700);
            case THANKS -> new Color(0x067647);
        };
    }

    private static List<String> lines(Announcement said, FontMetrics metrics, int room) {
        List<String> lines = new ArrayList<>();
        for (Announcement.Line each : said.lines()) {
            String line = "";
            for (String word : each.text().split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && metrics.stringWidth(longer) > room) {
                    lines.add(line);
                    longer = word;
                }
                line = longer;
            }
            lines.add(line);
        }
        return lines;
    }
}
