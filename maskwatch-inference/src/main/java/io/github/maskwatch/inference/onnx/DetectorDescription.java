package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.Temperatures;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a detector's file says about itself, in its ONNX metadata.
 *
 * @param side longer side to which a frame is brought unless told otherwise, px, 32–4096
 * @param scores what the network's score of a face says about how probable it is
 * @param faceThreshold faces of at least this score are found unless told otherwise, 0–1
 * @param suppressionIou of two boxes that overlap by more than this IoU, the one of the lower score is dropped, 0–1
 * @param temperatures how much surer or less sure than the network says one should be
 * @param callThresholds how sure one must then be of a state to call it
 * @param version of Maskwatch that wrote the file; empty if not told
 * @param dataHash of the scenes it was trained on; empty if not told
 */
public record DetectorDescription(
        int side,
        ScoreCurve scores,
        double faceThreshold,
        double suppressionIou,
        Temperatures temperatures,
        CallThresholds callThresholds,
        String version,
        String dataHash) {
    /** Cells of the three outputs, px of the network's input; the largest is what an input's sides must be multiples of. */
    static final List<Integer> STRIDES = List.of(8, 16, 32);

    static final int MIN_SIDE = 32;
    static final int MAX_SIDE = 4096;

    private static final int STATES = MaskState.values().length;
    private static final String FORMAT = "detector/2";
    private static final String CLASSES =
            Stream.of(MaskState.values()).map(MaskState::id).collect(Collectors.joining(","));

    public DetectorDescription {
        if (side < MIN_SIDE || side > MAX_SIDE) {
            throw new IllegalArgumentException("side must be in 32..4096 px, got " + side);
        }
        requireShare("faceThreshold", faceThreshold);
        requireShare("suppressionIou", suppressionIou);
    }

    /** Files of before there were curves tell none. */
    private static ScoreCurve scores(Metadata metadata) throws ModelFormatException {
        if (metadata.optional("score_curve").isEmpty()) {
            return ScoreCurve.NONE;
        }
        double[] numbers = metadata.numbers("score_curve", 2, -1e3, 1e3);
        if (!(numbers[0] > 0)) {
            throw metadata.wrong("score_curve", "a slope above 0 and a shift", metadata.optional("score_curve"));
        }
        return new ScoreCurve(numbers[0], numbers[1]);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }

    /**
     * @param properties the file's metadata
     * @param name what messages call the file
     */
    static DetectorDescription of(Map<String, String> properties, String name) throws ModelFormatException {
        Metadata metadata = new Metadata(properties, name);
        metadata.requireFormat("detector", FORMAT);
        metadata.requireText("classes", CLASSES);
        metadata.requireText("color", "rgb");
        metadata.requireText("strides", STRIDES.stream().map(String::valueOf).collect(Collectors.joining(",")));
        double[] temperatures = metadata.numbers("temperatures", STATES, 1e-3, 1e3);
        double[] thresholds = metadata.numbers("call_thresholds", STATES, 0, 1);
        return new DetectorDescription(
                metadata.whole("side", MIN_SIDE, MAX_SIDE),
                scores(metadata),
                metadata.number("face_threshold", 0, 1),
                metadata.number("suppression_iou", 0, 1),
                new Temperatures(temperatures[0], temperatures[1], temperatures[2]),
                new CallThresholds(thresholds[0], thresholds[1], thresholds[2]),
                metadata.optional("version"),
                metadata.optional("data_hash"));
    }
}
