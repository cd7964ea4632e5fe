package io.github.maskwatch.training.scene.refine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.file.AtomicFile;
import io.github.maskwatch.training.scene.Scene;
import io.github.maskwatch.training.scene.annotation.AnnotatedPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A folder with {@code images/} and {@code annotations.json} in COCO's form, being written. */
final class CocoFolder {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<MaskState> STATES = List.of(MaskState.values());

    private final Path folder;
    private final Set<String> names = new HashSet<>();
    private final List<CocoImage> images = new ArrayList<>();
    private final List<CocoAnnotation> annotations = new ArrayList<>();

    record CocoImage(
            int id,
            @JsonProperty("file_name") String fileName,
            int width,
            int height,
            String source,

            @JsonProperty(AnnotatedPhoto.TWO_CLASSES) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean twoClasses) {}

    record CocoAnnotation(
            int id,
            @JsonProperty("image_id") int imageId,
            @JsonProperty("category_id") int categoryId,
            List<Double> bbox,
            double area,
            int iscrowd,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int ignore) {}

    record CocoCategory(int id, String name) {}

    record CocoDocument(List<CocoImage> images, List<CocoAnnotation> annotations, List<CocoCategory> categories) {}

    /** @param folder to be made */
    CocoFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("images"));
    }

    /** Adds a scene, whose photo's bytes stay the same. */
    void add(Scene scene) throws IOException {
        String name = freeName(String.valueOf(scene.photo().getFileName()));
        link(scene.photo(), folder.resolve("images").resolve(name));
        CocoImage image = new CocoImage(
                images.size() + 1, name, scene.width(), scene.height(), scene.source(), !scene.tellsIncorrect());
        images.add(image);
        for (LabelledFace face : scene.faces()) {
            Box box = face.box();
            annotations.add(new CocoAnnotation(
                    annotations.size() + 1,
                    image.id(),
                    category(face.state()),
                    List.of(rounded(box.x()), rounded(box.y()), rounded(box.width()), rounded(box.height())),
                    rounded(box.area()),
                    0,
                    face.ignored() ? 1 : 0));
        }
    }

    private String freeName(String wanted) {
        // The beginning stays: it may be the name of a source.
        int dot = wanted.lastIndexOf('.') < 0 ? wanted.length() : wanted.lastIndexOf('.');
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted.substring(0, dot) + "_" + i + wanted.substring(dot);
        }
        return name;
    }

    /** The same file under another name where the disk can do that, or else a copy. */
    private static void link(Path photo, Path as) throws IOException {
        try {
            Files.createLink(as, photo.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(photo, as);
        }
    }

    /** From 1, in the order of every file of Maskwatch. */
    private static int category(MaskState state) {
        return 1 + STATES.indexOf(state);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** Whether anybody looked for faces of this state: a set without the third class is one of two for every reader. */
    private boolean isTold(MaskState state) {
        return state != MaskState.WORN_INCORRECTLY
                || images.stream().anyMatch(image -> !image.twoClasses())
                || annotations.stream().anyMatch(annotation -> annotation.categoryId() == category(state));
    }

    void write() throws IOException {
        List<CocoCategory> categories = STATES.stream()
                .filter(this::isTold)
                .map(state -> new CocoCategory(category(state), state.id()))
                .toList();
        AtomicFile.write(
                folder.resolve("annotations.json"),
                part -> JSON.writeValue(part.toFile(), new CocoDocument(images, annotations, categories)));
    }
}
