package io.github.maskwatch.monitor.overlay;

import java.awt.geom.Path2D;

/** Lines written as text: points {@code x,y} apart by spaces, lines apart by bars, as in {@code 0,0 1,1|0,1 1,0}. */
final class StrokePath {
    private StrokePath() {}

    static Path2D parse(String text) {
        Path2D path = new Path2D.Double();
        if (!text.isBlank()) {
            for (String line : text.split("\\|", -1)) {
                append(path, line.strip());
            }
        }
        return path;
    }

    private static void append(Path2D path, String line) {
        boolean first = true;
        for (String point : line.split(" +", -1)) {
            int comma = point.indexOf(',');
            double x = Double.parseDouble(point.substring(0, comma));
            double y = Double.parseDouble(point.substring(comma + 1));
            if (first) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            first = false;
        }
    }
}
