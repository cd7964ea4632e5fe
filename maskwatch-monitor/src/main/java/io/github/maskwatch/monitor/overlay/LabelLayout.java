package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds a place for each face's label: inside the picture, off the other labels, off the faces, near its own face, and with as
 * much text as there is room for; greedily from the largest face to the smallest, taking the cheapest of a few places about the
 * face. (Point-feature label placement of cartography: Christensen, Marks and Shieber, "An empirical study of algorithms for
 * point-feature label placement", ACM Transactions on Graphics 14, 1995; greedy, with shortened labels added.)
 */
final class LabelLayout {
    // What the whole of a label's area costs on top of something; the places come cheap, so that they decide between
    // equals.
    private static final double ON_LABEL = 10;
    private static final double ON_OTHER_FACE = 8;
    private static final double ON_OWN_FACE = 2;
    private static final double SHORTER = 0.9;
    private static final double NEXT_PLACE = 0.05;
    /** Labels that would together take more of the picture than this are shortened, all of them, before any is placed. */
    private static final double MOST_COVERED = 0.2;

    /** px. */
    record Size(double width, double height) {}

    /**
     * A label's place.
     *
     * @param variant index into the label's sizes
     */
    record Plate(Box box, int variant) {}

    private final Box bounds;
    private final List<Box> faces;
    private final List<Box> taken;

    private LabelLayout(Box bounds, List<Box> faces, List<Box> obstacles) {
        this.bounds = bounds;
        this.faces = faces;
        taken = new ArrayList<>(obstacles);
    }

    /**
     * A plate for each face, in the faces' order.
     *
     * @param bounds where labels may be
     * @param obstacles what they should not cover beside the faces
     * @param sizes for each face the sizes of its label from the longest text to the shortest, at least one
     */
    static List<Plate> place(Box bounds, List<Box> faces, List<Box> obstacles, List<List<Size>> sizes) {
        LabelLayout layout = new LabelLayout(bounds, faces, obstacles);
        int longest = longestForAll(bounds, sizes);
        List<Plate> plates = new ArrayList<>(Collections.nCopies(faces.size(), new Plate(bounds, 0)));
        IntStream.range(0, faces.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -faces.get(i).area()))
                .forEach(i -> plates.set(i, layout.cheapest(i, sizes.get(i), longest)));
        return plates;
    }

    private static int longestForAll(Box bounds, List<List<Size>> sizes) {
        int variants = sizes.stream().mapToInt(List::size).min().orElse(1);
        for (int variant = 0; variant < variants - 1; variant++) {
            int v = variant;
            double area = sizes.stream()
                    .mapToDouble(each -> each.get(v).width() * each.get(v).height())
                    .sum();
            if (area <= MOST_COVERED * bounds.area()) {
                return variant;
            }
        }
        return variants - 1;
    }

    private Plate cheapest(int face, List<Size> sizes, int longest) {
        Plate best =
                new Plate(inside(places(faces.get(face), sizes.get(longest)).get(0)), longest);
        double bestCost = Double.POSITIVE_INFINITY;
        for (int variant = longest; variant < sizes.size(); variant++) {
            List<Box> places = places(faces.get(face), sizes.get(variant));
            for (int place = 0; place < places.size(); place++) {
                Box box = inside(places.get(place));
                double cost = cost(face, box) + variant * SHORTER + place * NEXT_PLACE;
                if (cost < bestCost) {
                    best = new Plate(box, variant);
                    bestCost = cost;
                }
            }
        }
        taken.add(best.box());
        return best;
    }

    private static List<Box> places(Box face, Size size) {
        double w = size.width();
        double h = size.height();
        double alignRight = face.right() - w;
        return List.of(
                new Box(face.x(), face.y() - h, w, h),
                new Box(face.x(), face.bottom(), w, h),
                new Box(alignRight, face.y() - h, w, h),
                new Box(alignRight, face.bottom(), w, h),
                new Box(face.right(), face.y(), w, h),
                new Box(face.x() - w, face.y(), w, h),
                new Box(face.x(), face.y(), w, h),
                new Box(face.x(), face.bottom() - h, w, h));
    }

    /** Moved into the bounds; a label that is larger than those starts at their top left corner. */
    private Box inside(Box box) {
        double x = Math.max(bounds.x(), Math.min(box.x(), bounds.right() - box.width()));
        double y = Math.max(bounds.y(), Math.min(box.y(), bounds.bottom() - box.height()));
        return new Box(x, y, box.width(), box.height());
    }

    private double cost(int own, Box box) {
        double cost = ON_LABEL * (box.area() - box.intersection(bounds));
        for (Box other : taken) {
            cost += ON_LABEL * box.intersection(other);
        }
        for (int i = 0; i < faces.size(); i++) {
            cost += (i == own ? ON_OWN_FACE : ON_OTHER_FACE) * box.intersection(faces.get(i));
        }
        return cost / box.area();
    }
}
