package io.github.maskwatch.inference.fusion;

import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.inference.onnx.CallThresholds;
import io.github.maskwatch.mask.Temperatures;
import java.util.List;

/**
 * How several views of a picture become one answer. Thresholds and temperatures belong to certain networks and one list of views.
 *
 * @param views at least one
 * @param iou boxes of different views that overlap by more than this are one face, 0–1
 * @param scores what a fused score says about how probable a face is
 * @param faceThreshold fused faces of at least this score are found unless told otherwise, 0–1
 * @param temperatures how much surer or less sure than the fused answer one should be
 * @param callThresholds how sure one must then be to call a state
 */
public record FusionConfig(
        List<View> views,
        double iou,
        ScoreCurve scores,
        double faceThreshold,
        Temperatures temperatures,
        CallThresholds callThresholds) {
    public FusionConfig {
        views = List.copyOf(views);
        if (views.isEmpty()) {
            throw new IllegalArgumentException("wanted at least one view, got none");
        }
        requireShare("iou", iou);
        requireShare("faceThreshold", faceThreshold);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }

    /** How many networks look. */
    public int networks() {
        return 1 + views.stream().mapToInt(View::network).max().orElseThrow();
    }

    /** Longest side of all views, px. */
    public int largestSide() {
        return views.stream().mapToInt(View::side).max().orElseThrow();
    }
}
