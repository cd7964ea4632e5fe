package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.mask.MaskState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a classifier's file says about itself, in its ONNX metadata.
 *
 * @param states the classes in the order of the network's outputs: two or three
 * @param color what the network looks at
 * @param width px to which a crop is stretched, 4–1024
 * @param height px to which a crop is stretched, 4–1024
 * @param version of Maskwatch that wrote the file; empty if not told
 * @param dataHash of the photos it was trained on; empty if not told
 */
public record ClassifierDescription(
        List<MaskState> states, Color color, int width, int height, String version, String dataHash) {
    private static final String FORMAT = "classifier/1";
    private static final int MIN_SIDE = 4;
    private static final int MAX_SIDE = 1024;

    /** The channels of a network's input. */
    public enum Color {
        /** Three: red, green, blue. */
        RGB("rgb", 3),
        /** One: luma of Rec. 601, 0.299 R + 0.587 G + 0.114 B. */
        GREY("grey", 1);

        private final String id;
        private final int channels;

        Color(String id, int channels) {
            this.id = id;
            this.channels = channels;
        }

        /** The name in the file. */
        public String id() {
            return id;
        }

        public int channels() {
            return channels;
        }
    }

    public ClassifierDescription {
        states = List.copyOf(states);
        if (!states.equals(List.of(MaskState.values()).subList(0, states.size())) || states.size() < 2) {
            throw new IllegalArgumentException("states must be the first two or all three, got " + states);
        }
        if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE) {
            throw new IllegalArgumentException("sides must be in 4..1024 px, got " + width + " x " + height);
        }
    }

    /**
     * @param properties the file's metadata
     * @param name what messages call the file
     */
    static ClassifierDescription of(Map<String, String> properties, String name) throws ModelFormatException {
        Metadata metadata = new Metadata(properties, name);
        metadata.requireFormat("classifier", FORMAT);
        return new ClassifierDescription(
                states(metadata),
                color(metadata),
                metadata.whole("width", MIN_SIDE, MAX_SIDE),
                metadata.whole("height", MIN_SIDE, MAX_SIDE),
                metadata.optional("version"),
                metadata.optional("data_hash"));
    }

    private static List<MaskState> states(Metadata metadata) throws ModelFormatException {
        String classes = metadata.text("classes");
        List<MaskState> all = List.of(MaskState.values());
        for (int count = 2; count <= all.size(); count++) {
            List<MaskState> some = all.subList(0, count);
            if (classes.equals(some.stream().map(MaskState::id).collect(Collectors.joining(",")))) {
                return some;
            }
        }
        throw metadata.wrong(
                "classes", "with_mask,without_mask, and mask_worn_incorrectly as the third if any", classes);
    }

    private static Color color(Metadata metadata) throws ModelFormatException {
        String id = metadata.text("color");
        Optional<Color> color =
                Stream.of(Color.values()).filter(c -> c.id.equals(id)).findFirst();
        return color.orElseThrow(() -> metadata.wrong("color", "rgb or grey", id));
    }
}
