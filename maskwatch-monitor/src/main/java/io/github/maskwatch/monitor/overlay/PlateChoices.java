package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.zone.Line;
import io.github.maskwatch.zone.Point;
import io.github.maskwatch.zone.Zone;
import java.util.ArrayList;
import java.util.List;

/** Where the plates of zones and lines may be in a picture of that size, px, the best first; and how wide they may be. */
record PlateChoices(int width, int height, Scale scale) {
    private static final int STEPS = 8;
    /** Share of the picture's width that a plate may have in any case; a longer name is shortened. */
    private static final double ROOM = 0.45;

    double roomBeside() {
        return ROOM * width;
    }

    /** Its own width, where that is more. */
    double roomWithin(Zone zone) {
        return Math.max(ROOM * width, around(zone).width() - 6 * scale.line());
    }

    /** px. */
    double length(Line line) {
        return Math.hypot(
                (line.to().x() - line.from().x()) * width,
                (line.to().y() - line.from().y()) * height);
    }

    /** Beside the line's ends and middle, on the hand that the arrow does not point to first. */
    List<Box> besides(Line line, PlacePlate plate) {
        double off = scale.line() * 5;
        double nx = -(line.to().y() - line.from().y()) * height / length(line);
        double ny = (line.to().x() - line.from().x()) * width / length(line);
        List<Box> places = new ArrayList<>();
        for (double share : new double[] {0.5, 0.25, 0.75, 0, 1}) {
            double x = (line.from().x() + share * (line.to().x() - line.from().x())) * width;
            double y = (line.from().y() + share * (line.to().y() - line.from().y())) * height;
            for (int hand : new int[] {-1, 1}) {
                double away = off + (Math.abs(nx) * plate.width() + Math.abs(ny) * plate.height()) / 2;
                double cx = x + hand * away * nx;
                double cy = y + hand * away * ny;
                places.add(new Box(cx - plate.width() / 2, cy - plate.height() / 2, plate.width(), plate.height()));
            }
        }
        return places;
    }

    /** Inside the zone, from its upper left to its lower right; where it is too narrow, across it, at one height or another. */
    List<Box> within(Zone zone, PlacePlate plate) {
        Box around = around(zone);
        List<Box> inside = grid(around, plate).stream()
                .filter(box -> holds(zone, box.grow(1.05)))
                .toList();
        return inside.isEmpty() ? across(around, plate) : inside;
    }

    private List<Box> grid(Box around, PlacePlate plate) {
        double inset = scale.line() * 3;
        List<Box> places = new ArrayList<>();
        for (int row = 0; row <= STEPS; row++) {
            for (int column = 0; column <= STEPS; column++) {
                double x = around.x() + inset + (around.width() - plate.width() - 2 * inset) * column / STEPS;
                double y = around.y() + inset + (around.height() - plate.height() - 2 * inset) * row / STEPS;
                places.add(new Box(x, y, plate.width(), plate.height()));
            }
        }
        return places;
    }

    private List<Box> across(Box around, PlacePlate plate) {
        double inset = scale.line() * 3;
        double way = Math.max(0, around.height() - plate.height() - 2 * inset);
        double left = around.x() + inset;
        double right = around.right() - inset - plate.width();
        List<Box> places = new ArrayList<>();
        for (int row = 0; row <= STEPS; row++) {
            double y = around.y() + inset + way * row / STEPS;
            for (double x : new double[] {(left + right) / 2, left, right}) {
                places.add(new Box(x, y, plate.width(), plate.height()));
            }
        }
        return places;
    }

    /** px. */
    private Box around(Zone zone) {
        List<Point> corners = zone.area().corners();
        double left = corners.stream().mapToDouble(Point::x).min().orElse(0) * width;
        double right = corners.stream().mapToDouble(Point::x).max().orElse(1) * width;
        double top = corners.stream().mapToDouble(Point::y).min().orElse(0) * height;
        double bottom = corners.stream().mapToDouble(Point::y).max().orElse(1) * height;
        return new Box(left, top, right - left, bottom - top);
    }

    private boolean holds(Zone zone, Box box) {
        return holds(zone, box.x(), box.y())
                && holds(zone, box.right(), box.y())
                && holds(zone, box.x(), box.bottom())
                && holds(zone, box.right(), box.bottom());
    }

    private boolean holds(Zone zone, double x, double y) {
        return zone.contains(new Point(x / width, y / height));
    }
}
