package io.github.maskwatch.training.detector;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.scene.TargetFace;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** What each cell of a batch is to answer, collected picture by picture, then as tensors. */
final class Targets {
    private static final List<MaskState> CLASSES = List.of(MaskState.values());
    /**
     * How many of the faces with an ambiguous label are worn incorrectly, roughly: most are plainly bare. Without it nothing keeps a
     * network from calling bare faces worn incorrectly wherever labels are ambiguous, and it does.
     */
    private static final double PRIOR = 0.04;

    /** Of that belief, beside 1 for a certain label. */
    private static final double PRIOR_WEIGHT = 0.5;

    private static final int BOX_NUMBERS = 4;
    private static final int CELL_NUMBERS = 3;

    private final DetectionLossConfig config;
    private final double smoothing;
    private final float[] rows;
    private final Cells cells;
    private final float[] quality;
    private final float[] counts;
    private int count;
    private int right;
    private long[] index = new long[256];
    private float[] classes = new float[256 * Architecture.CLASSES];
    private float[] ambiguous = new float[256];
    private float[] boxes = new float[256 * BOX_NUMBERS];
    private float[] places = new float[256 * CELL_NUMBERS];

    /** @param rows the network's answers for all pictures of the batch */
    Targets(DetectionLossConfig config, double smoothing, float[] rows, Cells cells) {
        this.config = config;
        this.smoothing = smoothing;
        this.rows = rows;
        this.cells = cells;
        quality = new float[rows.length / Architecture.OUTPUTS];
        counts = new float[quality.length];
        Arrays.fill(counts, 1);
    }

    void add(int picture, List<TargetFace> faces) {
        int first = picture * cells.count();
        Assignment assignment = Assignment.of(rows, first * Architecture.OUTPUTS, cells, faces);
        for (int cell = 0; cell < cells.count(); cell++) {
            int face = assignment.face(cell);
            if (face == Assignment.IGNORED) {
                counts[first + cell] = 0;
            } else if (face != Assignment.NONE) {
                quality[first + cell] = assignment.iou(cell);
                assign(first + cell, cell, faces.get(face));
            }
        }
    }

    private void assign(int row, int cell, TargetFace face) {
        if (count == index.length) {
            grow();
        }
        index[count] = row;
        if (face.ambiguous()) {
            ambiguous[count] = (float) config.weight(face.state());
            putPrior();
        } else {
            putClasses(face.state());
        }
        float[] box = {
            (float) face.box().centerX(),
            (float) face.box().centerY(),
            (float) face.box().width(),
            (float) face.box().height()
        };
        System.arraycopy(box, 0, boxes, count * BOX_NUMBERS, BOX_NUMBERS);
        float[] place = {cells.x(cell), cells.y(cell), cells.stride(cell)};
        System.arraycopy(place, 0, places, count * CELL_NUMBERS, CELL_NUMBERS);
        right += DetectionLoss.right(rows, row * Architecture.OUTPUTS, face) ? 1 : 0;
        count++;
    }

    private void putPrior() {
        int first = count * Architecture.CLASSES;
        classes[first + CLASSES.indexOf(MaskState.WITHOUT_MASK)] = (float) (PRIOR_WEIGHT * (1 - PRIOR));
        classes[first + CLASSES.indexOf(MaskState.WORN_INCORRECTLY)] = (float) (PRIOR_WEIGHT * PRIOR);
    }

    private void putClasses(MaskState state) {
        double weight = config.weight(state);
        for (int c = 0; c < Architecture.CLASSES; c++) {
            double target = smoothing / Architecture.CLASSES + (c == CLASSES.indexOf(state) ? 1 - smoothing : 0);
            classes[count * Architecture.CLASSES + c] = (float) (weight * target);
        }
    }

    private void grow() {
        index = Arrays.copyOf(index, 2 * index.length);
        classes = Arrays.copyOf(classes, 2 * classes.length);
        ambiguous = Arrays.copyOf(ambiguous, 2 * ambiguous.length);
        boxes = Arrays.copyOf(boxes, 2 * boxes.length);
        places = Arrays.copyOf(places, 2 * places.length);
    }

    /** Assigned cells. */
    int count() {
        return count;
    }

    /** Of them, those whose most probable class is right. */
    int right() {
        return right;
    }

    /** [all cells], IoU of the cell's box with its face's, 0 without a face. */
    Tensor quality() {
        return Tensors.copyOf(quality, quality.length);
    }

    /** [all cells], 1, or 0 for cells that count for nothing. */
    Tensor counts() {
        return Tensors.copyOf(counts, counts.length);
    }

    /** int64 [assigned]: rows of the assigned cells. */
    Tensor index() {
        return Tensors.copyOf(Arrays.copyOf(index, count));
    }

    /** [assigned, 3]: weight times target of each class; where the label is ambiguous, the prior. */
    Tensor classes() {
        return Tensors.copyOf(Arrays.copyOf(classes, count * Architecture.CLASSES), count, Architecture.CLASSES);
    }

    /** [assigned]: weight where the label is ambiguous, else 0. */
    Tensor ambiguous() {
        return Tensors.copyOf(Arrays.copyOf(ambiguous, count), count);
    }

    /** [assigned, 4]: centre x, y, width, height, px. */
    Tensor boxes() {
        return Tensors.copyOf(Arrays.copyOf(boxes, count * BOX_NUMBERS), count, BOX_NUMBERS);
    }

    /** [assigned, 3]: x, y and stride of the cell, px. */
    Tensor cells() {
        return Tensors.copyOf(Arrays.copyOf(places, count * CELL_NUMBERS), count, CELL_NUMBERS);
    }
}
