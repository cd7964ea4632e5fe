package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.geometry.Box;
import java.util.Arrays;
import java.util.List;

/**
 * Which detection of a picture finds which mark: the greedy rule of COCO (T.-Y. Lin et al., "Microsoft COCO: common objects in
 * context", ECCV 2014), as {@code COCOeval.evaluateImg} of pycocotools carries it out. By falling score each detection takes the free
 * mark that it overlaps most, if enough; marks that are ignored are only taken where no other one is left for it.
 */
final class BoxMatching {
    /** No mark was found. */
    static final int NONE = -1;

    private final double[][] overlaps;
    private final boolean[] ignored;
    private final boolean crowd;

    /**
     * @param detections by falling score
     * @param marks those that are ignored last
     * @param ignored as long as {@code marks}
     * @param crowd whether ignored marks follow the rule for crowds
     */
    BoxMatching(List<Box> detections, List<Box> marks, boolean[] ignored, boolean crowd) {
        this.ignored = ignored;
        this.crowd = crowd;
        this.overlaps = new double[detections.size()][marks.size()];
        for (int d = 0; d < overlaps.length; d++) {
            for (int m = 0; m < ignored.length; m++) {
                overlaps[d][m] = overlap(detections.get(d), marks.get(m), crowd && ignored[m]);
            }
        }
    }

    private static double overlap(Box detection, Box mark, boolean inCrowd) {
        if (!inCrowd) {
            return detection.iou(mark);
        }
        return detection.area() > 0 ? detection.intersection(mark) / detection.area() : 0;
    }

    /**
     * The mark of each detection, or {@link #NONE}.
     *
     * @param threshold least intersection over union, 0–1
     */
    int[] match(double threshold) {
        int[] markOf = new int[overlaps.length];
        boolean[] taken = new boolean[ignored.length];
        Arrays.fill(markOf, NONE);
        for (int d = 0; d < overlaps.length; d++) {
            int mark = best(overlaps[d], taken, Math.min(threshold, 1 - 1e-10));
            markOf[d] = mark;
            if (mark != NONE) {
                taken[mark] = true;
            }
        }
        return markOf;
    }

    /** Of equal overlaps the last one wins, as there. */
    private int best(double[] overlap, boolean[] taken, double least) {
        int best = NONE;
        double most = least;
        for (int m = 0; m < overlap.length; m++) {
            if (taken[m] && !(crowd && ignored[m])) {
                continue;
            }
            if (best != NONE && !ignored[best] && ignored[m]) {
                return best;
            }
            if (overlap[m] >= most) {
                most = overlap[m];
                best = m;
            }
        }
        return best;
    }
}
