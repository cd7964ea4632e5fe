package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.geometry.Box;

/**
 * How a face is turned, guessed from where its mirror axis lies: the line about which its lower left part is most like the right one.
 * Brightness is freed from the light by taking its local mean away, and by its local contrast, so that a shadow on one cheek does not
 * hide the likeness.
 *
 * @param roll by how much the face leans clockwise, radians
 * @param yaw by how much it is turned to the picture's right, radians
 * @param likeness correlation of the two sides, -1 to 1; low for faces in profile, where the guess is worth nothing
 */
record Pose(double roll, double yaw, double likeness) {
    /** Below it most faces of the common data sets are in profile; a fifth of all are. */
    private static final double MIN_LIKENESS = 0.35;

    private static final int SIDE = 32;
    private static final int WINDOW = 4;
    private static final int ROLLS = 5;
    private static final double ROLL_STEP = 0.1;
    private static final int SHIFTS = 6;
    private static final double SHIFT_STEP = 0.08;

    static Pose of(Pixels photo, Box face) {
        float[] detail = detail(photo.sample(face, SIDE));
        double aspect = face.width() / 2 / face.height();
        Pose best = new Pose(0, 0, -1);
        double bestScore = -9;
        for (int i = -ROLLS; i <= ROLLS; i++) {
            double roll = i * ROLL_STEP;
            double sin = StrictMath.sin(roll);
            double cos = StrictMath.cos(roll);
            for (int j = -SHIFTS; j <= SHIFTS; j++) {
                double shift = j * SHIFT_STEP;
                double likeness = likeness(detail, shift, sin, cos, aspect);
                double score = likeness - 0.5 * roll * roll - 0.6 * shift * shift;
                if (score > bestScore) {
                    bestScore = score;
                    best = new Pose(roll, StrictMath.asin(shift), likeness);
                }
            }
        }
        return best;
    }

    boolean isClear() {
        return likeness >= MIN_LIKENESS;
    }

    /** The correlation of what is to the left and to the right of the line u = shift of a frame that leans. */
    private static double likeness(float[] detail, double shift, double sin, double cos, double aspect) {
        double both = 0;
        double lefts = 1e-6;
        double rights = 1e-6;
        for (int row = 0; row < 12; row++) {
            double y = 0.22 + 0.06 * row - 0.5;
            for (int k = 0; k < 8; k++) {
                double away = 0.05 + 0.085 * k;
                float left = at(detail, (shift - away) * aspect, y, sin, cos, aspect);
                float right = at(detail, (shift + away) * aspect, y, sin, cos, aspect);
                both += left * right;
                lefts += left * left;
                rights += right * right;
            }
        }
        return both / StrictMath.sqrt(lefts * rights);
    }

    private static float at(float[] detail, double x, double y, double sin, double cos, double aspect) {
        int column = (int) (((cos * x - sin * y) / aspect + 1) / 2 * SIDE);
        int row = (int) ((sin * x + cos * y + 0.5) * SIDE);
        return column < 0 || row < 0 || column >= SIDE || row >= SIDE ? 0 : detail[row * SIDE + column];
    }

    /** Brightness less the mean about it, in units of the deviation about it. */
    private static float[] detail(int[] samples) {
        double[] sums = new double[(SIDE + 1) * (SIDE + 1)];
        double[] squares = new double[sums.length];
        for (int i = 0; i < samples.length; i++) {
            int at = (i / SIDE + 1) * (SIDE + 1) + i % SIDE + 1;
            double luma = Light.luma(samples[i]);
            sums[at] = luma + sums[at - 1] + sums[at - SIDE - 1] - sums[at - SIDE - 2];
            squares[at] = luma * luma + squares[at - 1] + squares[at - SIDE - 1] - squares[at - SIDE - 2];
        }
        float[] detail = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            int row = i / SIDE;
            int left = Math.max(0, i % SIDE - WINDOW);
            int right = Math.min(SIDE, i % SIDE + WINDOW + 1);
            int top = Math.max(0, row - WINDOW);
            int bottom = Math.min(SIDE, row + WINDOW + 1);
            double area = (right - left) * (bottom - top);
            double mean = within(sums, left, top, right, bottom) / area;
            double variance = within(squares, left, top, right, bottom) / area - mean * mean;
            detail[i] = (float) ((Light.luma(samples[i]) - mean) / (StrictMath.sqrt(Math.max(0, variance)) + 8));
        }
        return detail;
    }

    private static double within(double[] sums, int left, int top, int right, int bottom) {
        int side = SIDE + 1;
        return sums[bottom * side + right]
                - sums[top * side + right]
                - sums[bottom * side + left]
                + sums[top * side + left];
    }
}
