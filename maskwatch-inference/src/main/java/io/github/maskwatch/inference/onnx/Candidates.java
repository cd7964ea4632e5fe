package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.inference.format.ModelFormatException;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The cells of a detector's outputs that may be faces, as parallel arrays that are used again for every frame: some thousand cells
 * are looked at in each, and an object for each candidate would cost more than decoding it.
 *
 * <p>An output is float32 [1, 8, rows, columns]. Of the cell at (column, row), {@code stride} px wide, channel 0 is the face's
 * logit, 1–3 are those of the states, and 4–7 are dx, dy, lw, lh of the box: its centre lies at
 * {@code ((column + 0.5 + dx) * stride, (row + 0.5 + dy) * stride)} and its size is {@code (exp(lw), exp(lh)) * stride}, px of the
 * network's input (as in YOLOX: Ge et al., 2021, arXiv 2107.08430).
 */
final class Candidates {
    static final int CHANNELS = 8;
    static final int STATES = 3;

    private static final int FIRST_STATE = 1;
    private static final int BOX = 4;
    /** The box of a larger exponent is larger than any frame, and is cut to the frame all the same. */
    private static final double LARGEST_EXPONENT = 20;

    private final String name;
    private final ScoreCurve scores;
    private float[] face = new float[0];

    int count;
    /** How probable a face is, 0–1. */
    float[] score = new float[16];
    /** Corners, px of the frame, cut to it. */
    float[] left = new float[16];

    float[] top = new float[16];
    float[] right = new float[16];
    float[] bottom = new float[16];
    /** Three for each candidate. */
    float[] logits = new float[16 * STATES];

    /**
     * What boxes are brought to.
     *
     * @param width of the frame, px
     * @param height of the frame, px
     * @param factorX px of the frame for one of the network's input
     * @param factorY px of the frame for one of the network's input
     */
    record Space(int width, int height, double factorX, double factorY) {}

    /**
     * @param name what messages call the model
     * @param scores what a face's logit says about how probable it is
     */
    Candidates(String name, ScoreCurve scores) {
        this.name = name;
        this.scores = scores;
    }

    void clear() {
        count = 0;
    }

    /**
     * Adds the cells of one output whose face logit is at least {@code leastLogit} and whose box, cut to the frame, is at least one
     * pixel wide and high.
     *
     * @param values [8, rows, columns]
     * @throws ModelFormatException if such a cell holds something else than numbers
     */
    void collect(FloatBuffer values, int stride, int columns, int rows, double leastLogit, Space space)
            throws ModelFormatException {
        int cells = columns * rows;
        if (face.length < cells) {
            face = new float[cells];
        }
        values.get(0, face, 0, cells);
        for (int cell = 0; cell < cells; cell++) {
            if (face[cell] >= leastLogit) {
                add(values, stride, columns, cells, cell, space);
            }
        }
    }

    private void add(FloatBuffer values, int stride, int columns, int cells, int cell, Space space)
            throws ModelFormatException {
        int column = cell % columns;
        int row = cell / columns;
        double x = (column + 0.5 + values.get(BOX * cells + cell)) * stride * space.factorX;
        double y = (row + 0.5 + values.get((BOX + 1) * cells + cell)) * stride * space.factorY;
        double halfWidth = half(values.get((BOX + 2) * cells + cell)) * stride * space.factorX;
        double halfHeight = half(values.get((BOX + 3) * cells + cell)) * stride * space.factorY;
        requireFinite(x + y + halfWidth + halfHeight);
        float l = cut(x - halfWidth, space.width);
        float t = cut(y - halfHeight, space.height);
        float r = cut(x + halfWidth, space.width);
        float b = cut(y + halfHeight, space.height);
        if (!(r - l >= 1 && b - t >= 1)) {
            return;
        }
        if (count == score.length) {
            grow();
        }
        left[count] = l;
        top[count] = t;
        right[count] = r;
        bottom[count] = b;
        score[count] = (float) scores.ofLogit(face[cell]);
        float sum = 0;
        for (int k = 0; k < STATES; k++) {
            float logit = values.get((FIRST_STATE + k) * cells + cell);
            logits[count * STATES + k] = logit;
            sum += logit;
        }
        requireFinite(sum);
        count++;
    }

    private static double half(float logarithm) {
        return Math.exp(Math.min(logarithm, LARGEST_EXPONENT)) / 2;
    }

    private static float cut(double value, int end) {
        return (float) Math.min(Math.max(value, 0), end);
    }

    private void requireFinite(double value) throws ModelFormatException {
        if (!Double.isFinite(value)) {
            throw new ModelFormatException(
                    name + ": the network must give numbers, got " + value + "; train or export it again");
        }
    }

    private void grow() {
        int capacity = 2 * score.length;
        score = Arrays.copyOf(score, capacity);
        left = Arrays.copyOf(left, capacity);
        top = Arrays.copyOf(top, capacity);
        right = Arrays.copyOf(right, capacity);
        bottom = Arrays.copyOf(bottom, capacity);
        logits = Arrays.copyOf(logits, capacity * STATES);
    }
}
