package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.mask.MaskState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a detector's file says about itself, in its ONNX metadata.
 *
 * @param side longer side to which a larger frame is reduced unless told otherwise, px, 32–4096
 * @param faceThreshold faces of at least this score are found unless told otherwise, 0–1
 * @param suppressionIou of two boxes that overlap by more than this IoU, the one of the lower score is dropped, 0–1
 * @param calling how surely each state must be recognised to be called; every state is a key
 * @param version of Maskwatch that wrote the file; empty if not told
 * @param dataHash of the scenes it was trained on; empty if not told
 */
public record DetectorDescription(
        int side,
        double faceThreshold,
        double suppressionIou,
        Map<MaskState, Calling> calling,
        String version,
        String dataHash) {
    /** Cells of the three outputs, px of the network's input; the largest is what an input's sides must be multiples of. */
    static final List<Integer> STRIDES = List.of(8, 16, 32);

    static final int MIN_SIDE = 32;
    static final int MAX_SIDE = 4096;

    private static final String FORMAT = "detector/1";
    private static final String CLASSES =
            Stream.of(MaskState.values()).map(MaskState::id).collect(Collectors.joining(","));

    /**
     * How a state's logit becomes a probability that can be believed, and from which one on it is called.
     *
     * @param temperature what the logit is divided by before the softmax, above 0 (Guo et al., On Calibration of Modern Neural
     *     Networks, 2017; one for each class here)
     * @param threshold a face whose most probable state is this one, but less probable than that, is one that "cannot be told", 0–1
     */
    public record Calling(double temperature, double threshold) {
        public Calling {
            if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("temperature must be above 0, got " + temperature);
            }
            requireShare("threshold", threshold);
        }
    }

    public DetectorDescription {
        if (side < MIN_SIDE || side > MAX_SIDE) {
            throw new IllegalArgumentException("side must be in 32..4096 px, got " + side);
        }
        requireShare("faceThreshold", faceThreshold);
        requireShare("suppressionIou", suppressionIou);
        if (calling.size() != MaskState.values().length) {
            throw new IllegalArgumentException("calling must tell of every state, got " + calling.keySet());
        }
        calling = Collections.unmodifiableMap(new EnumMap<>(calling));
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }

    /** How the state is called. */
    public Calling calling(MaskState state) {
        // Every state is a key, as the constructor sees to.
        return Objects.requireNonNull(calling.get(state));
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
        return new DetectorDescription(
                metadata.whole("side", MIN_SIDE, MAX_SIDE),
                metadata.number("face_threshold", 0, 1),
                metadata.number("suppression_iou", 0, 1),
                calling(metadata),
                metadata.optional("version"),
                metadata.optional("data_hash"));
    }

    private static Map<MaskState, Calling> calling(Metadata metadata) throws ModelFormatException {
        List<MaskState> states = List.of(MaskState.values());
        double[] temperatures = metadata.numbers("temperatures", states.size(), 1e-3, 1e3);
        double[] thresholds = metadata.numbers("call_thresholds", states.size(), 0, 1);
        Map<MaskState, Calling> calling = new EnumMap<>(MaskState.class);
        for (int i = 0; i < states.size(); i++) {
            calling.put(states.get(i), new Calling(temperatures[i], thresholds[i]));
        }
        return calling;
    }
}
