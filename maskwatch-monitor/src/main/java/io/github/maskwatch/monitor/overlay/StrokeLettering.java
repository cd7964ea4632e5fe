package io.github.maskwatch.monitor.overlay;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Text in letters of strokes that come with Maskwatch ({@code strokes.txt}: printable ASCII and a few more): for machines
 * without fonts, and for pictures that must be the same everywhere. Any other character is an empty box.
 */
final class StrokeLettering implements Lettering {
    /** Units of the table: capitals reach from y = 0 to y = 8, descenders to 10. */
    private static final double UNITS = 11;

    private static final double CAPITAL = 8;
    private static final double STROKE = 1.3;
    private static final double GAP = 1.9;
    private static final Glyph MISSING = new Glyph(5, StrokePath.parse("0,0 5,0 5,8 0,8 0,0"));

    private record Glyph(double width, Path2D strokes) {}

    private final Map<Integer, Glyph> glyphs;

    private StrokeLettering(Map<Integer, Glyph> glyphs) {
        this.glyphs = glyphs;
    }

    static StrokeLettering builtIn() {
        try (InputStream in = StrokeLettering.class.getResourceAsStream("strokes.txt")) {
            if (in == null) {
                throw new IllegalStateException("strokes.txt is missing from the jar");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StrokeLettering parse(String table) {
        Map<Integer, Glyph> glyphs = new TreeMap<>();
        table.lines().filter(line -> !line.isEmpty() && !line.startsWith("//")).forEach(line -> {
            int character = line.codePointAt(0);
            String[] widthAndStrokes =
                    line.substring(Character.charCount(character)).strip().split(" +", 2);
            String strokes = widthAndStrokes.length > 1 ? widthAndStrokes[1] : "";
            glyphs.put(character, new Glyph(Double.parseDouble(widthAndStrokes[0]), StrokePath.parse(strokes)));
        });
        return new StrokeLettering(Map.copyOf(glyphs));
    }

    boolean has(int character) {
        return glyphs.containsKey(character);
    }

    private Glyph glyph(int character) {
        return glyphs.getOrDefault(character, MISSING);
    }

    @Override
    public double width(String text, double size) {
        double units = text.codePoints().mapToDouble(c -> glyph(c).width + GAP).sum();
        return units * size / UNITS;
    }

    @Override
    public double capHeight() {
        return CAPITAL / UNITS;
    }

    @Override
    public void draw(Graphics2D g, String text, double x, double baseline, double size) {
        double scale = size / UNITS;
        double left = x + GAP / 2 * scale;
        g.setStroke(new BasicStroke((float) (STROKE * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int c : text.codePoints().toArray()) {
            Glyph glyph = glyph(c);
            AffineTransform place = AffineTransform.getTranslateInstance(left, baseline - CAPITAL * scale);
            place.scale(scale, scale);
            Shape placed = place.createTransformedShape(glyph.strokes);
            g.draw(placed);
            left += (glyph.width + GAP) * scale;
        }
    }
}
