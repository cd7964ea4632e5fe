package io.github.maskwatch.training.scene.annotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.maskwatch.training.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside YOLO's labels: the names of the classes and the places of the splits, in {@code data.yaml}, in darknet's
 * {@code obj.data} and {@code obj.names}, or in {@code classes.txt}.
 *
 * @param file that names the splits; null if none does
 * @param names by file, in the order of their numbers
 * @param places folders, or lists of photos, of each split, as they were written
 * @param lineLength numbers of a line with landmarks, by {@code kpt_shape}; empty if nothing is said
 */
record YoloConfig(
        @Nullable Path file, Map<Path, List<String>> names, Map<Split, List<String>> places, OptionalInt lineLength) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String WANTED =
            "wanted: data.yaml with names, or obj.names or classes.txt with one name a line";

    static YoloConfig find(SceneFiles files) throws IOException {
        Map<Path, List<String>> names = new LinkedHashMap<>();
        for (Path yaml : yamls(files)) {
            JsonNode root = yaml(yaml);
            List<String> ofYaml = names(root.path("names"));
            if (!ofYaml.isEmpty()) {
                names.put(yaml, ofYaml);
                return new YoloConfig(yaml, names, places(root), lineLength(root.path("kpt_shape")));
            }
        }
        for (String ending : List.of(".names", "classes.txt", "_darknet.labels")) {
            for (Path list : files.ending(ending)) {
                names.put(list, TextLines.of(list));
            }
        }
        List<Path> datas = files.ending(".data");
        return datas.isEmpty()
                ? new YoloConfig(null, names, Map.of(), OptionalInt.empty())
                : new YoloConfig(datas.get(0), names, places(datas.get(0)), OptionalInt.empty());
    }

    /** Shallow ones first. */
    private static List<Path> yamls(SceneFiles files) {
        List<Path> yamls = new ArrayList<>(files.ending(".yaml"));
        yamls.addAll(files.ending(".yml"));
        yamls.sort((one, other) -> Integer.compare(one.getNameCount(), other.getNameCount()));
        return yamls;
    }

    private static JsonNode yaml(Path file) throws IOException {
        try {
            return YAML.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            if (!SceneFiles.nameOf(file).startsWith("data")) {
                return YAML.nullNode();
            }
            String reason =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new IOException(file + ": is no YAML (" + reason + "); write it again", e);
        }
    }

    /** @param shape how many landmarks, and how many numbers each has: {@code [5, 3]} */
    private static OptionalInt lineLength(JsonNode shape) {
        int landmarks = shape.path(0).asInt();
        int each = shape.path(1).asInt();
        return landmarks > 0 && landmarks < 1000 && (each == 2 || each == 3)
                ? OptionalInt.of(YoloLandmarks.BOX + landmarks * each)
                : OptionalInt.empty();
    }

    /** Either a list, or a name by each number. */
    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(name -> names.add(name.asText()));
        } else if (node.isObject()) {
            Map<Integer, String> byNumber = new TreeMap<>();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                if (entry.getKey().matches("\\d{1,4}")) {
                    byNumber.put(
                            Integer.valueOf(entry.getKey()), entry.getValue().asText());
                }
            }
            byNumber.forEach((number, name) -> {
                while (names.size() < number) {
                    names.add("");
                }
                names.add(name);
            });
        }
        return names;
    }

    private static Map<Split, List<String>> places(JsonNode yaml) {
        Map<Split, List<String>> places = new EnumMap<>(Split.class);
        String path = yaml.path("path").asText("");
        for (Map.Entry<String, JsonNode> entry : yaml.properties()) {
            SceneFiles.splitOf(entry.getKey()).ifPresent(split -> {
                List<String> written = new ArrayList<>();
                if (entry.getValue().isTextual()) {
                    written.add(entry.getValue().asText());
                }
                entry.getValue().forEach(place -> written.add(place.asText()));
                places.put(
                        split,
                        written.stream()
                                .map(place -> path.isEmpty() ? place : path + "/" + place)
                                .toList());
            });
        }
        return places;
    }

    /** Darknet's lines such as {@code valid = data/test.txt}. */
    private static Map<Split, List<String>> places(Path data) throws IOException {
        Map<Split, List<String>> places = new EnumMap<>(Split.class);
        for (String line : TextLines.of(data)) {
            String[] keyAndValue = line.split("=", 2);
            if (keyAndValue.length == 2) {
                SceneFiles.splitOf(keyAndValue[0].strip().toLowerCase(Locale.ROOT))
                        .ifPresent(split -> places.put(split, List.of(keyAndValue[1].strip())));
            }
        }
        return places;
    }

    /**
     * The names of the classes by number.
     *
     * @param given that count more than any file; may be empty
     * @throws IOException one line, if there are none, or two files have different ones
     */
    List<String> names(List<String> given, Path root) throws IOException {
        if (!given.isEmpty()) {
            return given;
        }
        Set<List<String>> different = new LinkedHashSet<>(names.values());
        if (different.isEmpty()) {
            throw new IOException(
                    root + ": YOLO labels have numbers for classes, and no file here names them; " + WANTED);
        }
        if (different.size() > 1) {
            throw new IOException(root + ": YOLO labels have numbers for classes, and the files that name them differ: "
                    + String.join(
                            ", ", names.keySet().stream().map(Path::toString).toList()) + "; keep one of them");
        }
        return different.iterator().next();
    }
}
