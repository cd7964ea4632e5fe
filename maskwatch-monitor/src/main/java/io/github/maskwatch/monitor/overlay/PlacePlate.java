package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dark plate of a zone or a line: its name and what was counted there, with a stripe in the colour of the place. */
final class PlacePlate {
    private static final Color PLATE = new Color(16, 20, 28, 205);
    private static final double TEXT = 0.88;
    private static final String ELLIPSIS = "…";
    /** Letters of a name by which one can tell what it is. */
    private static final int TELLING = 8;

    private final Lettering lettering;
    private final Color color;
    private final double text;
    private final double sign;
    private final double gap;
    private final List<Piece> pieces = new ArrayList<>();

    /** @param verdict whose sign stands before the text; null: none */
    private record Piece(@Nullable Verdict verdict, String text) {}

    PlacePlate(String name, Color color, Lettering lettering, Scale scale) {
        this.lettering = lettering;
        this.color = color;
        text = Math.max(8, scale.text() * TEXT);
        sign = lettering.capHeight() * text;
        gap = text * 0.4;
        pieces.add(new Piece(null, name));
    }

    PlacePlate with(String words) {
        pieces.add(new Piece(null, words));
        return this;
    }

    PlacePlate with(Verdict verdict, long count) {
        pieces.add(new Piece(verdict, Long.toString(count)));
        return this;
    }

    /**
     * With its name shortened where the plate is too wide; counts stay whole, half a number would be a wrong one.
     *
     * @param wanted px; for it the name is shortened as long as one can tell what it is
     * @param most px; for it down to a letter
     */
    PlacePlate fitting(double wanted, double most) {
        String name = pieces.get(0).text;
        int letters = name.codePointCount(0, name.length());
        for (int kept = letters - 1; kept > 0; kept--) {
            if (width() <= (kept < TELLING ? most : wanted)) {
                break;
            }
            String shorter = name.substring(0, name.offsetByCodePoints(0, kept)).strip();
            pieces.set(0, new Piece(null, shorter + ELLIPSIS));
        }
        return this;
    }

    double width() {
        double width = stripe() + 1.9 * gap;
        for (Piece piece : pieces) {
            width += width(piece) + 2 * gap;
        }
        return width - gap;
    }

    double height() {
        return sign + 2 * gap + gap / 2;
    }

    private double stripe() {
        return gap * 0.7;
    }

    private double disc() {
        return sign * 1.35;
    }

    private double width(Piece piece) {
        return (piece.verdict == null ? 0 : disc() + gap * 0.6) + lettering.width(piece.text, text);
    }

    void draw(Graphics2D g, Box place) {
        double corner = gap * 1.2;
        RoundRectangle2D plate =
                new RoundRectangle2D.Double(place.x(), place.y(), place.width(), place.height(), corner, corner);
        g.setColor(PLATE);
        g.fill(plate);
        g.setColor(color);
        double inset = gap * 0.7;
        g.fill(new RoundRectangle2D.Double(
                place.x() + inset, place.y() + inset, stripe(), place.height() - 2 * inset, stripe(), stripe()));
        double x = place.x() + 1.9 * gap + stripe();
        double middle = place.y() + place.height() / 2;
        for (Piece piece : pieces) {
            draw(g, piece, x, middle);
            x += width(piece) + 2 * gap;
        }
    }

    private void draw(Graphics2D g, Piece piece, double left, double middle) {
        double x = left;
        if (piece.verdict != null) {
            g.setColor(new Color(piece.verdict.color()));
            g.fill(new Ellipse2D.Double(x, middle - disc() / 2, disc(), disc()));
            g.setColor(Contrast.blackOrWhite(piece.verdict.color()));
            double side = disc() * 0.52;
            piece.verdict.sign().draw(g, x + (disc() - side) / 2, middle - side / 2, side);
            x += disc() + gap * 0.6;
        }
        g.setColor(Color.WHITE);
        lettering.draw(g, piece.text, x, middle + sign / 2, text);
    }
}
