package io.github.maskwatch.training.scene.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoSize;
import io.github.maskwatch.training.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one or several COCO files say about the photos of a folder. */
final class CocoSet {
    private final Findings findings;
    private final SceneFiles files;

    CocoSet(Findings findings) {
        this.findings = findings;
        this.files = findings.files();
    }

    Annotations read(List<CocoFile> cocos) throws IOException {
        for (CocoFile coco : cocos) {
            coco.categories().values().forEach(category -> findings.classes().declare(category.name()));
            Split split = coco.split(files).orElse(null);
            Map<String, Set<String>> namesById = namesById(coco);
            for (JsonNode image : coco.images()) {
                image(coco, image, namesById, split);
            }
            warnOfStrays(coco, namesById.keySet());
        }
        return findings.all("COCO JSON");
    }

    /** Of the photos, more than one where images share an id. */
    private static Map<String, Set<String>> namesById(CocoFile coco) {
        Map<String, Set<String>> names = new HashMap<>();
        for (JsonNode image : coco.images()) {
            if (CocoFile.isId(image.path("id"))) {
                names.computeIfAbsent(image.path("id").asText(), id -> new LinkedHashSet<>())
                        .add(image.path("file_name").asText());
            }
        }
        return names;
    }

    private void warnOfStrays(CocoFile coco, Set<String> ids) {
        long strays = coco.annotations().entrySet().stream()
                .filter(entry -> !ids.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
        if (strays > 0) {
            findings.warn("left out " + Findings.number(strays, "annotation") + " in " + files.name(coco.file())
                    + " about images that it does not list");
        }
    }

    private void image(CocoFile coco, JsonNode image, Map<String, Set<String>> namesById, @Nullable Split split) {
        String name = image.path("file_name").asText();
        if (name.isEmpty()) {
            findings.broken(
                    coco.file(),
                    "has an image without file_name, its id is \""
                            + image.path("id").asText() + "\"");
            return;
        }
        Path photo;
        try {
            photo = files.photo(coco.file(), name, split);
        } catch (IOException e) {
            findings.broken(coco.file(), "has annotations of " + name + ", but " + e.getMessage());
            return;
        }
        try {
            requireOwnId(coco, image, namesById);
            findings.add(
                    new AnnotatedPhoto(
                            photo,
                            files.name(photo),
                            split == null ? files.split(photo).orElse(null) : split,
                            image.path("source").isTextual()
                                    ? image.path("source").asText()
                                    : null,
                            image.path(AnnotatedPhoto.TWO_CLASSES).asBoolean(),
                            AnnotatedPhoto.Units.PIXELS,
                            size(image),
                            faces(coco, image)),
                    coco.file());
        } catch (IOException e) {
            findings.broken(photo, String.valueOf(e.getMessage()));
        }
    }

    private void requireOwnId(CocoFile coco, JsonNode image, Map<String, Set<String>> namesById) throws BadAnnotation {
        JsonNode id = image.path("id");
        if (!CocoFile.isId(id)) {
            throw new BadAnnotation("has " + (id.isMissingNode() ? "no id" : "the id " + id) + " in "
                    + files.name(coco.file()) + ", wanted: a number or a text");
        }
        String name = image.path("file_name").asText();
        Optional<String> other = namesById.getOrDefault(id.asText(), Set.of()).stream()
                .filter(named -> !named.equals(name))
                .findFirst();
        if (other.isPresent()) {
            throw new BadAnnotation("has the id " + id + " in " + files.name(coco.file()) + ", which " + other.get()
                    + " has there too, so that nobody knows whose boxes are whose");
        }
    }

    private static @Nullable PhotoSize size(JsonNode image) {
        int width = image.path("width").asInt();
        int height = image.path("height").asInt();
        return width > 0 && height > 0 ? new PhotoSize(width, height) : null;
    }

    private List<LabelledFace> faces(CocoFile coco, JsonNode image) throws IOException {
        List<JsonNode> annotations =
                coco.annotations().getOrDefault(image.path("id").asText(), List.of());
        List<LabelledFace> faces = new ArrayList<>(annotations.size());
        for (JsonNode annotation : annotations) {
            String id = annotation.path("category_id").asText();
            CocoFile.Category category = coco.categories().get(id);
            if (category == null) {
                throw new IOException(
                        "has a box of category \"" + id + "\", which " + files.name(coco.file()) + " does not list");
            }
            Box box = box(annotation.path("bbox"));
            boolean ignored = annotation.path("ignore").asBoolean()
                    || annotation.path("iscrowd").asBoolean();
            Optional<MaskState> state = findings.classes().of(category.name());
            state.ifPresent(known -> faces.add(new LabelledFace(box, known, ignored)));
        }
        return faces;
    }

    private static Box box(JsonNode bbox) throws IOException {
        for (int i = 0; i < 4; i++) {
            if (bbox.size() != 4
                    || !bbox.path(i).isNumber()
                    || !Double.isFinite(bbox.path(i).asDouble())) {
                throw new IOException("has an annotation whose bbox is " + (bbox.isMissingNode() ? "missing" : bbox)
                        + ", wanted: [x, y, width, height]");
            }
        }
        return Boxes.of(
                bbox.path(0).asDouble(),
                bbox.path(1).asDouble(),
                bbox.path(2).asDouble(),
                bbox.path(3).asDouble());
    }
}
