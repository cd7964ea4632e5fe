package io.github.maskwatch.inference.onnx;

import java.util.Arrays;

/**
 * Greedy non-maximum suppression over all classes together, because one face has one box: by falling score, a candidate is kept if
 * none of those kept before overlaps it by more than the IoU given (Neubeck and Van Gool, Efficient Non-Maximum Suppression, 2006;
 * in its plain form: a frame has tens of candidates). Of equal scores the one found earlier comes first.
 */
final class Suppression {
    /** Beyond so many, what a network says is noise, and its quadratic cost would stop the camera. */
    static final int MOST = 3000;

    private final double iou;
    private long[] order = new long[16];
    private int[] kept = new int[16];

    /** @param iou 0–1 */
    Suppression(double iou) {
        this.iou = iou;
    }

    /** How many are kept; {@link #kept} tells which. */
    int apply(Candidates candidates) {
        int count = candidates.count;
        if (order.length < count) {
            order = new long[2 * count];
            kept = new int[2 * count];
        }
        for (int i = 0; i < count; i++) {
            // The bits of floats from 0 to 1 are ordered as the floats are.
            order[i] = (long) -Float.floatToIntBits(candidates.score[i]) << 32 | i;
        }
        Arrays.sort(order, 0, count);
        int keptCount = 0;
        for (int k = 0; k < Math.min(count, MOST); k++) {
            int candidate = (int) order[k];
            if (isFree(candidates, candidate, keptCount)) {
                kept[keptCount++] = candidate;
            }
        }
        return keptCount;
    }

    /** The index of the candidate of rank {@code rank} among those kept, by falling score. */
    int kept(int rank) {
        return kept[rank];
    }

    private boolean isFree(Candidates c, int i, int keptCount) {
        float left = c.left[i];
        float top = c.top[i];
        float right = c.right[i];
        float bottom = c.bottom[i];
        float area = (right - left) * (bottom - top);
        for (int k = 0; k < keptCount; k++) {
            int j = kept[k];
            float width = Math.min(right, c.right[j]) - Math.max(left, c.left[j]);
            float height = Math.min(bottom, c.bottom[j]) - Math.max(top, c.top[j]);
            if (width > 0 && height > 0) {
                float both = width * height;
                float other = (c.right[j] - c.left[j]) * (c.bottom[j] - c.top[j]);
                if (both > iou * (area + other - both)) {
                    return false;
                }
            }
        }
        return true;
    }
}
