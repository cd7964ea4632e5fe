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
import java.util.HashSet;
import java.util.List;
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
            coco.categories().values().forEach(findings.classes()::declare);
            Split split = coco.split(files).orElse(null);
            Set<String> ids = new HashSet<>();
            for (JsonNode image : coco.images()) {
                String id = image.path("id").asText();
                ids.add(id);
                image(coco, image, coco.annotations().getOrDefault(id, List.of()), split);
            }
            warnOfStrays(coco, ids);
        }
        return findings.all("COCO JSON");
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

    private void image(CocoFile coco, JsonNode image, List<JsonNode> annotations, @Nullable Split split) {
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
                            faces(coco, annotations)),
                    coco.file());
        } catch (IOException e) {
            findings.broken(photo, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable PhotoSize size(JsonNode image) {
        int width = image.path("width").asInt();
        int height = image.path("height").asInt();
        return width > 0 && height > 0 ? new PhotoSize(width, height) : null;
    }

    private List<LabelledFace> faces(CocoFile coco, List<JsonNode> annotations) throws IOException {
        List<LabelledFace> faces = new ArrayList<>(annotations.size());
        for (JsonNode annotation : annotations) {
            String category = annotation.path("category_id").asText();
            String name = coco.categories().get(category);
            if (name == null) {
                throw new IOException("has a box of category \"" + category + "\", which " + files.name(coco.file())
                        + " does not list");
            }
            Box box = box(annotation.path("bbox"));
            boolean ignored = annotation.path("ignore").asBoolean()
                    || annotation.path("iscrowd").asBoolean();
            Optional<MaskState> state = findings.classes().of(name);
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
