package io.github.maskwatch.training.detector;

/**
 * The cells of all levels for one size of picture, in the order of the network's rows: levels by stride, each row by row. A cell at
 * column c and row r of stride s stands at ((c + 0.5) s, (r + 0.5) s). Immutable.
 */
final class Cells {
    private final float[] x;
    private final float[] y;
    private final float[] stride;

    /** @param width of the picture, px, a multiple of 32 */
    Cells(int width, int height) {
        int count = Architecture.STRIDES.stream()
                .mapToInt(s -> (width / s) * (height / s))
                .sum();
        x = new float[count];
        y = new float[count];
        stride = new float[count];
        int i = 0;
        for (int s : Architecture.STRIDES) {
            for (int row = 0; row < height / s; row++) {
                for (int column = 0; column < width / s; column++, i++) {
                    x[i] = (column + 0.5f) * s;
                    y[i] = (row + 0.5f) * s;
                    stride[i] = s;
                }
            }
        }
    }

    int count() {
        return x.length;
    }

    /** Where the cell stands, px. */
    float x(int cell) {
        return x[cell];
    }

    float y(int cell) {
        return y[cell];
    }

    /** px. */
    float stride(int cell) {
        return stride[cell];
    }
}
