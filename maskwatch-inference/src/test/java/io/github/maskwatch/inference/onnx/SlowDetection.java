package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.geometry.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decoding and suppression as one would write them down: the readable twin of {@link Candidates} and {@link Suppression}. */
final class SlowDetection {
    private SlowDetection() {}

    /** A decoded cell, px of the frame. */
    record Cell(double score, Box box, List<Double> logits) {}

    /** One output of the network. */
    static final class Level {
        final int stride;

        /** [8][rows][columns]. */
        final float[][][] values;

        Level(int stride, float[][][] values) {
            this.stride = stride;
            this.values = values;
        }
    }

    /** In the order of the cells. */
    static List<Cell> decode(List<Level> levels, double leastLogit, Candidates.Space space) {
        List<Cell> cells = new ArrayList<>();
        for (Level level : levels) {
            for (int row = 0; row < level.values[0].length; row++) {
                for (int column = 0; column < level.values[0][0].length; column++) {
                    Cell cell = decode(level, row, column, leastLogit, space);
                    if (cell != null) {
                        cells.add(cell);
                    }
                }
            }
        }
        return cells;
    }

    private static @Nullable Cell decode(Level level, int row, int column, double leastLogit, Candidates.Space space) {
        double[] v = new double[Candidates.CHANNELS];
        for (int channel = 0; channel < v.length; channel++) {
            v[channel] = level.values[channel][row][column];
        }
        double width = Math.exp(v[6]) * level.stride;
        double height = Math.exp(v[7]) * level.stride;
        double centerX = (column + 0.5 + v[4]) * level.stride;
        double centerY = (row + 0.5 + v[5]) * level.stride;
        Box box = new Box(centerX - width / 2, centerY - height / 2, width, height)
                .scale(space.factorX(), space.factorY())
                .clip(space.width(), space.height());
        if (v[0] < leastLogit || box.shorterSide() < 1) {
            return null;
        }
        return new Cell(1 / (1 + Math.exp(-v[0])), box, List.of(v[1], v[2], v[3]));
    }

    /** By falling score. */
    static List<Cell> suppress(List<Cell> cells, double iou) {
        List<Cell> sorted = new ArrayList<>(cells);
        sorted.sort(
                Comparator.comparingDouble((Cell cell) -> (float) cell.score).reversed()); // stable
        List<Cell> kept = new ArrayList<>();
        for (Cell cell : sorted) {
            if (kept.stream().allMatch(other -> cell.box.iou(other.box) <= iou)) {
                kept.add(cell);
            }
        }
        return kept;
    }
}
