package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.mask.MaskState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
     * @param metadata the file's metadata
     * @param name what messages call the file
     */
    static ClassifierDescription of(Map<String, String> metadata, String name) throws ModelFormatException {
        requireFormat(metadata.get("maskwatch.format"), name);
        return new ClassifierDescription(
                states(text(metadata, "classes", name), name),
                color(text(metadata, "color", name), name),
                side(metadata, "width", name),
                side(metadata, "height", name),
                metadata.getOrDefault("maskwatch.version", ""),
                metadata.getOrDefault("maskwatch.data_hash", ""));
    }

    private static void requireFormat(@Nullable String format, String name) throws ModelFormatException {
        if (format == null) {
            throw new ModelFormatException(
                    name + " is an ONNX model but not a classifier of Maskwatch: its metadata has no"
                            + " maskwatch.format; give the model.onnx of a training run, or \"classic\"");
        }
        if (!format.equals(FORMAT)) {
            throw new ModelFormatException(name + " has the format " + format + ", this Maskwatch reads " + FORMAT
                    + (format.startsWith("classifier/") ? "; a newer Maskwatch reads it" : " here"));
        }
    }

    private static List<MaskState> states(String classes, String name) throws ModelFormatException {
        List<MaskState> all = List.of(MaskState.values());
        for (int count = 2; count <= all.size(); count++) {
            List<MaskState> some = all.subList(0, count);
            if (classes.equals(some.stream().map(MaskState::id).collect(Collectors.joining(",")))) {
                return some;
            }
        }
        throw wrong(name, "classes", "with_mask,without_mask, and mask_worn_incorrectly as the third if any", classes);
    }

    private static Color color(String id, String name) throws ModelFormatException {
        Optional<Color> color =
                Stream.of(Color.values()).filter(c -> c.id.equals(id)).findFirst();
        return color.orElseThrow(() -> wrong(name, "color", "rgb or grey", id));
    }

    private static int side(Map<String, String> metadata, String key, String name) throws ModelFormatException {
        String text = text(metadata, key, name);
        try {
            int side = Integer.parseInt(text);
            if (side >= MIN_SIDE && side <= MAX_SIDE) {
                return side;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw wrong(name, key, "4 to 1024 px", text);
    }

    private static String text(Map<String, String> metadata, String key, String name) throws ModelFormatException {
        String text = metadata.get("maskwatch." + key);
        if (text == null) {
            throw new ModelFormatException(name + " does not tell its maskwatch." + key + "; export it again");
        }
        return text;
    }

    private static ModelFormatException wrong(String name, String key, String wanted, String got) {
        return new ModelFormatException(name + ": maskwatch." + key + " must be " + wanted + ", got " + got);
    }
}
