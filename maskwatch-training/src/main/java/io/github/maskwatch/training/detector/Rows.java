package io.github.maskwatch.training.detector;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.scene.TargetFace;
import java.util.List;

/** What the eight numbers of a cell say. Pure functions; {@code row} is where the cell's numbers begin. */
public final class Rows {
    private static final List<MaskState> STATES = List.of(MaskState.values());

    /** Column of the first class. */
    static final int CLASS = 1;

    /** Column of the box. */
    static final int BOX = 4;

    /** exp of what lies beyond is a side that no picture has, and soon no number. */
    static final double MOST_LOG = 5;

    /** Detectors offer no face of a lower score. */
    private static final double LEAST_SEEN = 0.03;

    private Rows() {}

    /** 0–1. */
    static double face(float[] rows, int row) {
        return 1 / (1 + Math.exp(-rows[row]));
    }

    /** That a face is labelled as this one is: of its state, and where its label is ambiguous of both that it may be. */
    static double probability(float[] rows, int row, TargetFace face) {
        double with = Math.exp(rows[row + CLASS]);
        double without = Math.exp(rows[row + CLASS + 1]);
        double incorrectly = Math.exp(rows[row + CLASS + 2]);
        double labelled = switch (face.state()) {
            case WITH_MASK -> with;
            case WITHOUT_MASK -> face.ambiguous() ? without + incorrectly : without;
            case WORN_INCORRECTLY -> incorrectly;
        };
        return labelled / (with + without + incorrectly);
    }

    /** The most probable state. */
    static MaskState state(float[] rows, int row) {
        int best = 0;
        for (int i = 1; i < Architecture.CLASSES; i++) {
            best = rows[row + CLASS + i] > rows[row + CLASS + best] ? i : best;
        }
        return STATES.get(best);
    }

    /**
     * The largest difference between two answers: of a face score, or, where one of the two is at least {@value #LEAST_SEEN}, of a class's probability or a
     * number of a box. What a cell says of a face that it does not see was never trained, may be of any size, and is rounded accordingly. NaN if
     * a face score is no number, or what else is compared.
     */
    public static double difference(float[] one, float[] other) {
        double largest = 0;
        for (int row = 0; row < one.length; row += Architecture.OUTPUTS) {
            largest = Math.max(largest, Math.abs(face(one, row) - face(other, row)));
            if (face(one, row) < LEAST_SEEN && face(other, row) < LEAST_SEEN) {
                continue;
            }
            double sum = Math.exp(one[row + CLASS]) + Math.exp(one[row + CLASS + 1]) + Math.exp(one[row + CLASS + 2]);
            double otherSum =
                    Math.exp(other[row + CLASS]) + Math.exp(other[row + CLASS + 1]) + Math.exp(other[row + CLASS + 2]);
            for (int c = CLASS; c < BOX; c++) {
                largest =
                        Math.max(largest, Math.abs(Math.exp(one[row + c]) / sum - Math.exp(other[row + c]) / otherSum));
            }
            for (int c = BOX; c < Architecture.OUTPUTS; c++) {
                largest = Math.max(largest, Math.abs(one[row + c] - other[row + c]));
            }
        }
        return largest;
    }

    /** Of the cell's box with another one, 0–1. */
    static double iou(float[] rows, int row, Cells cells, int cell, Box other) {
        double stride = cells.stride(cell);
        double x = cells.x(cell) + rows[row + BOX] * stride;
        double y = cells.y(cell) + rows[row + BOX + 1] * stride;
        double w = Math.exp(Math.min(MOST_LOG, rows[row + BOX + 2])) * stride;
        double h = Math.exp(Math.min(MOST_LOG, rows[row + BOX + 3])) * stride;
        double across = Math.min(x + w / 2, other.right()) - Math.max(x - w / 2, other.x());
        double down = Math.min(y + h / 2, other.bottom()) - Math.max(y - h / 2, other.y());
        if (!(across > 0 && down > 0)) {
            return 0;
        }
        double both = across * down;
        return Math.min(1, both / (w * h + other.area() - both));
    }
}
