package io.github.maskwatch.training.detector;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.training.scene.TargetFace;
import java.util.Arrays;
import java.util.List;

/**
 * Which cells of a picture are to answer for which face: SimOTA (Z. Ge and others, "YOLOX: exceeding YOLO series in 2021"), after what the
 * network answers at this moment.
 *
 * <p>A cell is a candidate for a face if it stands in the face's box or within 2.5 strides of its centre. It costs {@code -log √(f p) - 3
 * log IoU}, where f is its face score, p its probability of the face's class and IoU that of its box with the face's; a cell that
 * is not both in the box and near the centre comes after all that are. A face gets as many of its cheapest cells as the IoUs of its best
 * ten candidates add up to, at least one; a cell that is claimed by several faces goes to the one for which it is cheapest.
 *
 * <p>Modified: the cost of the class is that of the right class alone.
 */
final class Assignment {
    /** For cells that answer for no face. */
    static final int NONE = -1;

    /** For cells that stand in a face that is to be ignored, and answer for no other. */
    static final int IGNORED = -2;

    private static final float RADIUS_STRIDES = 2.5f;
    private static final int BEST = 10;
    private static final double IOU_WEIGHT = 3;
    private static final double OUTSIDE = 1e5;
    private static final double TINY = 1e-8;

    private final int[] face;
    private final float[] iou;

    private Assignment(int[] face, float[] iou) {
        this.face = face;
        this.iou = iou;
    }

    /** Of a cell: the index of its face, {@link #NONE} or {@link #IGNORED}. */
    int face(int cell) {
        return face[cell];
    }

    /** Of a cell's box with its face's, 0–1; 0 for a cell without a face. */
    float iou(int cell) {
        return iou[cell];
    }

    /**
     * @param rows the network's answers for all pictures, 8 numbers a cell
     * @param from where those of this picture begin
     */
    static Assignment of(float[] rows, int from, Cells cells, List<TargetFace> faces) {
        int[] owner = new int[cells.count()];
        Arrays.fill(owner, NONE);
        float[] iou = new float[cells.count()];
        double[] paid = new double[cells.count()];
        Arrays.fill(paid, Double.POSITIVE_INFINITY);
        Candidates candidates = new Candidates(cells.count());
        for (int i = 0; i < faces.size(); i++) {
            if (!faces.get(i).ignored()) {
                candidates.collect(rows, from, cells, faces.get(i));
                candidates.claim(i, owner, iou, paid);
            }
        }
        for (TargetFace face : faces) {
            if (face.ignored()) {
                ignore(face.box(), cells, owner);
            }
        }
        return new Assignment(owner, iou);
    }

    private static void ignore(Box box, Cells cells, int[] owner) {
        for (int cell = 0; cell < owner.length; cell++) {
            if (owner[cell] == NONE && contains(box, cells.x(cell), cells.y(cell))) {
                owner[cell] = IGNORED;
            }
        }
    }

    private static boolean contains(Box box, double x, double y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }

    /** Those of one face after the other, in arrays that are used again. */
    private static final class Candidates {
        private final int[] cell;
        private final float[] iou;
        private final double[] cost;
        private int count;

        Candidates(int cells) {
            cell = new int[cells];
            iou = new float[cells];
            cost = new double[cells];
        }

        void collect(float[] rows, int from, Cells cells, TargetFace face) {
            count = 0;
            Box box = face.box();
            for (int i = 0; i < cells.count(); i++) {
                boolean inside = contains(box, cells.x(i), cells.y(i));
                float radius = RADIUS_STRIDES * cells.stride(i);
                boolean near =
                        Math.abs(cells.x(i) - box.centerX()) < radius && Math.abs(cells.y(i) - box.centerY()) < radius;
                if (inside || near) {
                    int row = from + i * Architecture.OUTPUTS;
                    cell[count] = i;
                    iou[count] = (float) Rows.iou(rows, row, cells, i, box);
                    cost[count] = -0.5 * Math.log(Rows.face(rows, row) * Rows.probability(rows, row, face) + TINY)
                            - IOU_WEIGHT * Math.log(iou[count] + TINY)
                            + (inside && near ? 0 : OUTSIDE);
                    count++;
                }
            }
        }

        void claim(int face, int[] owner, float[] ious, double[] paid) {
            int wanted = Math.min(count, Math.max(1, (int) bestSum()));
            for (int n = 0; n < wanted; n++) {
                int cheapest = cheapest();
                int c = cell[cheapest];
                if (cost[cheapest] < paid[c]) {
                    owner[c] = face;
                    ious[c] = iou[cheapest];
                    paid[c] = cost[cheapest];
                }
                cost[cheapest] = Double.POSITIVE_INFINITY;
            }
        }

        private double bestSum() {
            float[] sorted = Arrays.copyOf(iou, count);
            Arrays.sort(sorted);
            double sum = 0;
            for (int i = Math.max(0, count - BEST); i < count; i++) {
                sum += sorted[i];
            }
            return sum;
        }

        private int cheapest() {
            int best = 0;
            for (int i = 1; i < count; i++) {
                best = cost[i] < cost[best] ? i : best;
            }
            return best;
        }
    }
}
