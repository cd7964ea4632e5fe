package io.github.maskwatch.training.scene.annotation;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Finds out whether the long lines of a set of YOLO text are boxes with landmarks behind, {@code x y} or {@code x y visible} of each as
 * yolov5-face and YOLO's pose sets have them, or outlines, which look the same. Landmarks are as many on every line, and lie in the
 * box. Read as an outline, the box's sides are a vertex that is far from all others, unless the box is large and in the middle; so the
 * lines vote.
 */
final class YoloLandmarks {
    /** Class and box. */
    static final int BOX = 5;

    /** Of three landmarks. One or two cannot be told from triangles and from boxes at an angle, which are outlines of four vertices. */
    private static final int SHORTEST = BOX + 3 * 2;

    /** By which landmarks may be outside of the box, and a vertex away from the others: shares of the sides. */
    private static final double OUTSIDE = 0.3;

    private static final double AWAY = 0.7;
    /** Outlines may hang over the photo's edge by this; -1, for a landmark that is not there, and 2, for one that is, are beyond. */
    private static final double OVER = 0.5;
    /** Of the long lines that have the same length. */
    private static final double MOST = 0.9;

    private final Map<Integer, Votes> votesByLength = new TreeMap<>();

    /** Of lines of one length. */
    private static final class Votes {
        private int lines;
        private int landmarks;
        private int outlines;
    }

    /** @param numbers of a line, the class first; those that can be neither count for neither */
    void add(double[] numbers) {
        if (numbers.length <= BOX + 1) {
            return;
        }
        Votes votes = votesByLength.computeIfAbsent(numbers.length, length -> new Votes());
        votes.lines++;
        if (!mayBeLandmarks(numbers)) {
            votes.outlines++;
        } else if (!mayBeOutline(numbers)) {
            votes.landmarks++;
        }
    }

    /** How many numbers a line with landmarks has; empty where long lines are outlines, or there are none. */
    OptionalInt length() {
        int all = votesByLength.values().stream().mapToInt(votes -> votes.lines).sum();
        return votesByLength.entrySet().stream()
                .filter(entry -> entry.getValue().lines >= MOST * all)
                .filter(entry -> entry.getValue().landmarks > entry.getValue().outlines)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean mayBeLandmarks(double[] numbers) {
        return numbers.length >= SHORTEST && (areInBox(numbers, 2) || areInBox(numbers, 3));
    }

    private static boolean areInBox(double[] numbers, int each) {
        if ((numbers.length - BOX) % each != 0) {
            return false;
        }
        for (int i = BOX; i < numbers.length; i += each) {
            double visible = each == 3 ? numbers[i + 2] : 1;
            if (visible != 0 && visible != 1 && visible != 2) {
                return false;
            }
            if (visible != 0
                    && !isMissing(numbers[i], numbers[i + 1])
                    && !isInBox(numbers, numbers[i], numbers[i + 1])) {
                return false;
            }
        }
        return numbers[3] > 0 && numbers[4] > 0;
    }

    private static boolean isMissing(double x, double y) {
        return x == y && (x == -1 || x == 0);
    }

    private static boolean isInBox(double[] numbers, double x, double y) {
        return Math.abs(x - numbers[1]) <= numbers[3] * (0.5 + OUTSIDE)
                && Math.abs(y - numbers[2]) <= numbers[4] * (0.5 + OUTSIDE);
    }

    /** Whether the second vertex is near the others, as it is on any outline of a thing. */
    private static boolean mayBeOutline(double[] numbers) {
        if (numbers.length % 2 == 0) {
            return false;
        }
        double left = numbers[1];
        double right = left;
        double top = numbers[2];
        double bottom = top;
        for (int i = BOX; i < numbers.length; i += 2) {
            left = Math.min(left, numbers[i]);
            right = Math.max(right, numbers[i]);
            top = Math.min(top, numbers[i + 1]);
            bottom = Math.max(bottom, numbers[i + 1]);
        }
        double away = AWAY * Math.max(right - left, bottom - top);
        boolean isOnPhoto = Math.min(left, top) >= -OVER && Math.max(right, bottom) <= 1 + OVER;
        return isOnPhoto
                && numbers[3] >= left - away
                && numbers[3] <= right + away
                && numbers[4] >= top - away
                && numbers[4] <= bottom + away;
    }
}
