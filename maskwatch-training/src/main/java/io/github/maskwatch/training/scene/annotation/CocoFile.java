package io.github.maskwatch.training.scene.annotation;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.maskwatch.training.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of boxes as COCO has them (T.-Y. Lin et al., "Microsoft COCO: common objects in context", 2014; cocodataset.org, "Data
 * format", object detection). Read entry by entry, so that outlines and other things that are not needed here take no memory.
 */
final class CocoFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    /** By id, as text. */
    private final Map<String, Category> categories = new LinkedHashMap<>();

    private final List<JsonNode> images = new ArrayList<>();
    /** By the id of the image. */
    private final Map<String, List<JsonNode>> annotations = new LinkedHashMap<>();

    private boolean hasImages;
    private boolean hasAnnotations;
    /** Why nobody knows what its boxes are; null if they do. */
    private @Nullable String contradiction;

    /**
     * A class of boxes.
     *
     * @param id as JSON: a number, or a text in its quotes
     */
    record Category(String id, String name) {}

    private CocoFile(Path file) {
        this.file = file;
    }

    /** All files below the root that are in this format. */
    static List<CocoFile> all(SceneFiles files) throws IOException {
        List<CocoFile> found = new ArrayList<>();
        for (Path json : files.ending(".json")) {
            read(json).ifPresent(found::add);
        }
        return found;
    }

    /** Empty if the file is some other JSON. */
    private static Optional<CocoFile> read(Path json) throws IOException {
        CocoFile coco = new CocoFile(json);
        try (JsonParser parser = JSON.createParser(json.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            coco.sections(parser);
        } catch (JsonProcessingException e) {
            if (coco.hasImages || coco.hasAnnotations || namesAnnotations(json)) {
                throw new IOException(
                        json + ": is cut off or no JSON (" + e.getOriginalMessage() + "); write it again", e);
            }
            return Optional.empty();
        }
        if (!coco.hasImages || !coco.hasAnnotations) {
            return Optional.empty();
        }
        if (coco.contradiction != null) {
            throw new IOException(json + ": " + coco.contradiction);
        }
        return Optional.of(coco);
    }

    private static boolean namesAnnotations(Path json) {
        String name = SceneFiles.nameOf(json).toLowerCase(Locale.ROOT);
        return Stream.of("annotation", "instances", "coco").anyMatch(name::contains);
    }

    private void sections(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String section = parser.currentName();
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                continue;
            }
            switch (section) {
                case "images" -> hasImages = true;
                case "annotations" -> hasAnnotations = true;
                default -> {}
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                entry(section, parser);
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new JsonParseException(parser, "it ends too early");
        }
    }

    private void entry(String section, JsonParser parser) throws IOException {
        switch (section) {
            case "categories" -> category(JSON.readTree(parser));
            case "images" -> images.add(JSON.readTree(parser));
            case "annotations" -> {
                JsonNode annotation = JSON.readTree(parser);
                if (annotation instanceof ObjectNode fields) {
                    // Outlines are most of a file.
                    fields.remove("segmentation");
                }
                annotations
                        .computeIfAbsent(annotation.path("image_id").asText(), id -> new ArrayList<>())
                        .add(annotation);
            }
            default -> parser.skipChildren();
        }
    }

    /** One without an id has no boxes. */
    private void category(JsonNode entry) {
        JsonNode id = entry.path("id");
        if (!isId(id)) {
            return;
        }
        Category category = new Category(id.toString(), entry.path("name").asText());
        Category earlier = categories.putIfAbsent(id.asText(), category);
        if (earlier != null && !earlier.name().equals(category.name())) {
            contradiction = "has the category id " + id + " twice, for \"" + earlier.name() + "\" and for \""
                    + category.name() + "\"; give each category an id of its own";
        }
    }

    /** Whether something can be called so: by a number or a text. */
    static boolean isId(JsonNode id) {
        return id.isNumber() || id.isTextual();
    }

    Path file() {
        return file;
    }

    /** By id, as text. */
    Map<String, Category> categories() {
        return categories;
    }

    List<JsonNode> images() {
        return images;
    }

    /** Those whose image is in {@link #images} or not. */
    Map<String, List<JsonNode>> annotations() {
        return annotations;
    }

    /** By the file's name, such as instances_val2017.json, or by the folders that it lies in. */
    Optional<Split> split(SceneFiles files) {
        return Stream.of(SceneFiles.stemOf(file).split("[^A-Za-z0-9]+"))
                .flatMap(part -> SceneFiles.splitOf(part).stream())
                .findFirst()
                .or(() -> files.split(file));
    }
}
