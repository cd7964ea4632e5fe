package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Type;
import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.zone.Line;
import io.github.maskwatch.zone.Point;
import io.github.maskwatch.zone.Polygon;
import io.github.maskwatch.zone.Zone;
import java.util.ArrayList;
import java.util.List;

/** Zones and lines in YAML. */
final class Shapes {
    private static final Type<List<Double>> COORDINATES = Types.listOf(Types.number(0, 1));

    private Shapes() {}

    private static Point point(List<Double> coordinates) {
        if (coordinates.size() != 2) {
            throw new IllegalArgumentException(
                    "a point is two shares of the picture, [x, y] from its top left corner, got " + coordinates);
        }
        return new Point(coordinates.get(0), coordinates.get(1));
    }

    /** A zone. */
    static final class ZoneShape extends Shape<Zone> {
        private final Key<String> name = required("name", Types.NAME, "In events, rules and on the picture.");
        private final Key<List<List<Double>>> area = required(
                "area",
                Types.listOf(COORDINATES),
                "Its corners one after the other, such as `[[0.1, 0.2], [0.9, 0.2], [0.9, 1], [0.1, 1]]`: shares of the picture's"
                        + " width and height, from its top left corner.");

        ZoneShape() {
            super("zone");
        }

        @Override
        protected Zone build(Section section) throws ConfigurationException {
            List<Point> corners = new ArrayList<>();
            for (List<Double> corner : section.value(area)) {
                corners.add(point(corner));
            }
            return new Zone(section.value(name), new Polygon(corners));
        }
    }

    /** A line. */
    static final class LineShape extends Shape<Line> {
        private final Key<String> name = required("name", Types.NAME, "In events, rules and on the picture.");
        private final Key<List<Double>> from =
                required("from", COORDINATES, "Its first point, `[x, y]`: shares of the picture's width and height.");
        private final Key<List<Double>> to = required(
                "to",
                COORDINATES,
                "Its second point. Who crosses it from its left hand to its right, looking from the first point to the second,"
                        + " goes in: downwards across a line drawn from left to right.");

        LineShape() {
            super("line");
        }

        @Override
        protected Line build(Section section) throws ConfigurationException {
            return new Line(section.value(name), point(section.value(from)), point(section.value(to)));
        }
    }
}
