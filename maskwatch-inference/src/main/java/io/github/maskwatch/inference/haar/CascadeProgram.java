package io.github.maskwatch.inference.haar;

import io.github.maskwatch.inference.haar.Cascade.Feature;
import io.github.maskwatch.inference.haar.Cascade.Node;
import io.github.maskwatch.inference.haar.Cascade.Stage;
import io.github.maskwatch.inference.haar.Cascade.Tree;
import io.github.maskwatch.inference.haar.Cascade.WeightedRectangle;
import java.util.List;

/**
 * A {@link Cascade} laid out for one row stride of the integral image, in the order in which it is read: one array, one cell per
 * node, floats as their bits, so that evaluating a window is a walk forward through memory. Immutable and thread-safe.
 *
 * <p>A cell is: 12 offsets into the integral image (four corners of up to three rectangles), 3 weights, the threshold, and where
 * to go if the value is below it and if not: the distance to the next cell if positive, else {@code ~leaf}.
 */
final class CascadeProgram {
    private static final int CELL = 18;
    private static final int WEIGHTS = 12;
    private static final int THRESHOLD = 15;
    private static final int BELOW = 16;
    private static final int OTHERWISE = 17;

    final int stride;
    final int windowWidth;
    final int windowHeight;

    private final int[] cells;
    private final float[] leaves;
    /** For each stage the end of its trees in {@link #treeStarts}, and the least sum that passes. */
    private final int[] stageEnds;

    private final float[] stageThresholds;
    private final int[] treeStarts;
    // The deviation is taken over the window without its outermost pixels, as in training.
    private final int[] inner;
    private final double innerArea;

    CascadeProgram(Cascade cascade, int stride) {
        this.stride = stride;
        windowWidth = cascade.windowWidth();
        windowHeight = cascade.windowHeight();
        innerArea = (windowWidth - 2.0) * (windowHeight - 2);
        inner = new int[4];
        putCorners(inner, 0, new WeightedRectangle(1, 1, windowWidth - 2, windowHeight - 2, 1));
        List<Stage> stages = cascade.stages();
        stageEnds = new int[stages.size()];
        stageThresholds = new float[stages.size()];
        List<Tree> trees = stages.stream().flatMap(s -> s.trees().stream()).toList();
        treeStarts = new int[trees.size()];
        cells = new int[trees.stream().mapToInt(t -> t.nodes().size()).sum() * CELL];
        leaves = new float[trees.stream().mapToInt(t -> t.leaves().size()).sum()];
        for (int i = 0, end = 0; i < stages.size(); i++) {
            end += stages.get(i).trees().size();
            stageEnds[i] = end;
            stageThresholds[i] = stages.get(i).threshold();
        }
        putTrees(trees, cascade.features());
    }

    private void putTrees(List<Tree> trees, List<Feature> features) {
        int cell = 0;
        int leaf = 0;
        for (int i = 0; i < trees.size(); i++) {
            Tree tree = trees.get(i);
            treeStarts[i] = cell;
            for (int n = 0; n < tree.nodes().size(); n++, cell += CELL) {
                Node node = tree.nodes().get(n);
                putFeature(features.get(node.feature()), cell);
                cells[cell + THRESHOLD] = Float.floatToRawIntBits(node.threshold());
                cells[cell + BELOW] = next(node.left(), n, leaf);
                cells[cell + OTHERWISE] = next(node.right(), n, leaf);
            }
            for (float value : tree.leaves()) {
                leaves[leaf++] = value;
            }
        }
    }

    private static int next(int child, int parent, int firstLeaf) {
        return child > 0 ? (child - parent) * CELL : ~(firstLeaf - child);
    }

    private void putFeature(Feature feature, int cell) {
        for (int r = 0; r < feature.rectangles().size(); r++) {
            WeightedRectangle rectangle = feature.rectangles().get(r);
            putCorners(cells, cell + 4 * r, rectangle);
            cells[cell + WEIGHTS + r] = Float.floatToRawIntBits(rectangle.weight());
        }
    }

    private void putCorners(int[] target, int at, WeightedRectangle r) {
        target[at] = r.y() * stride + r.x();
        target[at + 1] = target[at] + r.width();
        target[at + 2] = target[at] + r.height() * stride;
        target[at + 3] = target[at + 2] + r.width();
    }

    int stages() {
        return stageEnds.length;
    }

    /**
     * The factor that makes a window's features independent of its contrast (Viola and Jones 2001, 5.1): 1 over its area times the
     * standard deviation of its pixels. 0 where the deviation is at most 10 grey levels: OpenCV finds no faces in windows that flat.
     *
     * @param at index of the window's top-left corner in the integral image
     */
    float normalization(IntegralImage integral, int at) {
        int[] sums = integral.sums;
        int[] squares = integral.squares;
        int a = at + inner[0];
        int b = at + inner[1];
        int c = at + inner[2];
        int d = at + inner[3];
        double sum = sums[a] - sums[b] - sums[c] + sums[d];
        double square = Integer.toUnsignedLong(squares[a] - squares[b] - squares[c] + squares[d]);
        double deviation = innerArea * square - sum * sum;
        if (!(deviation > 0)) {
            return 0;
        }
        float factor = (float) (1 / Math.sqrt(deviation));
        return innerArea * factor < 0.1 ? factor : 0;
    }

    /** The stages that the window passes, one after the other, until the first that it does not; all of them for a face. */
    int passedStages(int[] sums, int at, float normalization) {
        int tree = 0;
        for (int stage = 0; stage < stageEnds.length; stage++) {
            float answer = 0;
            for (int end = stageEnds[stage]; tree < end; tree++) {
                answer += answer(sums, at, normalization, treeStarts[tree]);
            }
            if (answer < stageThresholds[stage]) {
                return stage;
            }
        }
        return stageEnds.length;
    }

    /** By how much the last stage's sum is above its threshold, for a window that passes all the others. */
    float lastMargin(int[] sums, int at, float normalization) {
        int last = stageEnds.length - 1;
        float answer = 0;
        for (int tree = last == 0 ? 0 : stageEnds[last - 1]; tree < stageEnds[last]; tree++) {
            answer += answer(sums, at, normalization, treeStarts[tree]);
        }
        return answer - stageThresholds[last];
    }

    private float answer(int[] s, int at, float normalization, int treeStart) {
        int[] c = cells;
        int i = treeStart;
        while (true) {
            float value = Float.intBitsToFloat(c[i + WEIGHTS])
                            * (s[at + c[i]] - s[at + c[i + 1]] - s[at + c[i + 2]] + s[at + c[i + 3]])
                    + Float.intBitsToFloat(c[i + WEIGHTS + 1])
                            * (s[at + c[i + 4]] - s[at + c[i + 5]] - s[at + c[i + 6]] + s[at + c[i + 7]]);
            float third = Float.intBitsToFloat(c[i + WEIGHTS + 2]);
            if (third != 0) {
                value += third * (s[at + c[i + 8]] - s[at + c[i + 9]] - s[at + c[i + 10]] + s[at + c[i + 11]]);
            }
            int next = value * normalization < Float.intBitsToFloat(c[i + THRESHOLD]) ? c[i + BELOW] : c[i + OTHERWISE];
            if (next < 0) {
                return leaves[~next];
            }
            i += next;
        }
    }
}
