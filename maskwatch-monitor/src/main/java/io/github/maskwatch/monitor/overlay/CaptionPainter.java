package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Places and draws the caption on one picture. */
final class CaptionPainter {
    private static final Color BAR = new Color(0, 0, 0, 165);
    private static final Color BANNER = new Color(0x3538CD);
    private static final Color DARKENED = new Color(0, 0, 0, 150);
    /** px; below it nobody could read it. */
    private static final double SMALLEST_BANNER = 5;

    private static final String BETWEEN = "  ·  ";

    private final Graphics2D g;
    private final Lettering lettering;
    private final int width;
    private final int height;
    private final Scale scale;
    private final double statusText;

    CaptionPainter(Graphics2D g, Lettering lettering, int width, int height) {
        this.g = g;
        this.lettering = lettering;
        this.width = width;
        this.height = height;
        scale = Scale.of(width, height);
        statusText = Math.max(8, scale.text() * 0.85);
    }

    /** Along the bottom; of no height where nothing is to be said. */
    Box statusBar(List<String> pieces) {
        double bar = pieces.isEmpty() ? 0 : Math.min(height, lineHeight(statusText));
        return new Box(0, height - bar, width, bar);
    }

    private double lineHeight(double text) {
        return lettering.capHeight() * text + 2 * scale.padding();
    }

    void drawStatus(Box bar, List<String> pieces) {
        if (bar.height() == 0) {
            return;
        }
        g.setColor(BAR);
        g.fill(new Rectangle2D.Double(bar.x(), bar.y(), bar.width(), bar.height()));
        g.setColor(Color.WHITE);
        double baseline = bar.bottom() - scale.padding();
        lettering.draw(g, fitting(pieces), scale.padding(), baseline, statusText);
    }

    /** As many whole pieces as there is room for: half a number would be a wrong one. */
    private String fitting(List<String> pieces) {
        String line = "";
        for (String piece : pieces) {
            String longer = line.isEmpty() ? piece : line + BETWEEN + piece;
            if (lettering.width(longer, statusText) > width - 2 * scale.padding()) {
                break;
            }
            line = longer;
        }
        return line;
    }

    /** At the top in the middle; empty where nothing is to be said. */
    Box banner(String text) {
        if (text.isEmpty() || bannerText(text) < SMALLEST_BANNER) {
            return new Box(0, 0, 0, 0);
        }
        double plate = Math.min(width, lettering.width(text, bannerText(text)) + 4 * scale.padding());
        return new Box((width - plate) / 2, 0, plate, lineHeight(bannerText(text)));
    }

    private double bannerText(String text) {
        double room = width - 4 * scale.padding();
        return Math.min(statusText, statusText * room / lettering.width(text, statusText));
    }

    void drawBanner(Box box, String text) {
        if (box.height() == 0) {
            return;
        }
        double corner = scale.padding() * 2;
        g.setColor(BANNER);
        // It hangs from the upper edge: only the lower corners are round.
        g.fill(new RoundRectangle2D.Double(box.x(), -corner, box.width(), box.height() + corner, corner, corner));
        g.setColor(Color.WHITE);
        lettering.draw(g, text, box.x() + 2 * scale.padding(), box.bottom() - scale.padding(), bannerText(text));
    }

    void drawNotice(String notice) {
        if (notice.isEmpty()) {
            return;
        }
        g.setColor(DARKENED);
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        double size = scale.text() * 1.25;
        List<String> lines = wrapped(notice, size);
        double step = size * 1.4;
        double sign = size * 2;
        double top = (height - sign - step * (lines.size() + 0.5)) / 2;
        drawAttention(top, sign);
        g.setColor(Color.WHITE);
        double baseline = top + sign + step * 1.2;
        for (String line : lines) {
            lettering.draw(g, line, (width - lettering.width(line, size)) / 2, baseline, size);
            baseline += step;
        }
    }

    private void drawAttention(double top, double side) {
        double left = (width - side) / 2;
        g.setColor(new Color(Verdict.WORN_INCORRECTLY.color()));
        g.fill(new Ellipse2D.Double(left, top, side, side));
        g.setColor(Color.BLACK);
        double inset = side * 0.24;
        Sign.EXCLAMATION.draw(g, left + inset, top + inset, side - 2 * inset);
    }

    private List<String> wrapped(String text, double size) {
        double room = width * 0.9;
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && lettering.width(longer, size) > room) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }
}
