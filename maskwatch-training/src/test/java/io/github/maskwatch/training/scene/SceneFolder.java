package io.github.maskwatch.training.scene;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Photos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Scenes for tests, drawn, in any of the three kinds of annotations. */
record SceneFolder(Path root) {
    static final int WIDTH = 60;
    static final int HEIGHT = 40;
    static final List<String> NAMES = List.of("with_mask", "without_mask", "mask_weared_incorrect");

    /**
     * A box to be annotated.
     *
     * @param name of its class
     */
    record Marked(String name, Box box) {
        static Marked of(String name, double x, double y, double width, double height) {
            return new Marked(name, new Box(x, y, width, height));
        }
    }

    SceneDataset open() throws IOException {
        return SceneDataset.open(root, SceneDatasetConfig.defaults(), new PhotoReader(), Dataset.Progress.none());
    }

    SceneSet read() throws IOException {
        return SceneSet.open(
                root, null, null, SceneDatasetConfig.defaults(), new PhotoReader(), Dataset.Progress.none());
    }

    /** A picture that looks like no other, of 60 x 40 px. */
    void photo(String name) {
        Photos.write(root.resolve(name), picture(name));
    }

    static Image picture(String name) {
        return Photos.picture(name.hashCode()).resize(WIDTH, HEIGHT);
    }

    void text(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** COCO JSON of some images, each with boxes in entries of their own. */
    void coco(String name, List<String> categories, String... imagesAndAnnotations) {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            named.add("{\"id\": " + (i + 1) + ", \"name\": \"" + categories.get(i) + "\"}");
        }
        text(name, """
                {"info": {"description": "drawn"}, "images": [%s], "annotations": [%s], "categories": [%s]}
                """.formatted(
                of(imagesAndAnnotations, "file_name"), of(imagesAndAnnotations, "image_id"), String.join(",", named)));
    }

    private static String of(String[] entries, String key) {
        return List.of(entries).stream()
                .filter(entry -> entry.contains('"' + key + '"'))
                .collect(Collectors.joining(","));
    }

    static String image(int id, String fileName) {
        return "{\"id\": %d, \"file_name\": \"%s\", \"width\": %d, \"height\": %d}"
                .formatted(id, fileName, WIDTH, HEIGHT);
    }

    static String annotation(int image, int category, String bbox) {
        return "{\"image_id\": %d, \"category_id\": %d, \"bbox\": %s}".formatted(image, category, bbox);
    }

    void voc(String name, String photo, Marked... marks) {
        text(name, voc(photo, WIDTH, HEIGHT, marks));
    }

    static String voc(String photo, int width, int height, Marked... marks) {
        String objects = List.of(marks).stream()
                .map(mark -> """
                        <object><name>%s</name><pose>Unspecified</pose><difficult>0</difficult>
                          <bndbox><xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></bndbox></object>
                        """.formatted(
                                mark.name(),
                                mark.box().x(),
                                mark.box().y(),
                                mark.box().right(),
                                mark.box().bottom()))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0"?>
                <annotation><folder>images</folder><filename>%s</filename>
                <size><width>%d</width><height>%d</height><depth>3</depth></size>
                %s</annotation>
                """.formatted(photo, width, height, objects);
    }

    void yolo(String name, Marked... marks) {
        text(
                name,
                List.of(marks).stream()
                        .map(mark -> String.format(
                                Locale.ROOT,
                                "%d %.9f %.9f %.9f %.9f",
                                NAMES.indexOf(mark.name()),
                                mark.box().centerX() / WIDTH,
                                mark.box().centerY() / HEIGHT,
                                mark.box().width() / WIDTH,
                                mark.box().height() / HEIGHT))
                        .collect(Collectors.joining("\n")));
    }

    /** A photo with a masked and a bare face, its text of YOLO beside. */
    void yoloScene(String photo, String label) {
        photo(photo);
        yolo(label, Marked.of("with_mask", 5, 5, 12, 14), Marked.of("without_mask", 30, 10, 20, 20));
    }

    /** A photo with a masked and a bare face, and VOC's annotation. */
    void vocScene(String photo, String annotation) {
        photo(photo);
        voc(
                annotation,
                String.valueOf(Path.of(photo).getFileName()),
                Marked.of("with_mask", 5, 5, 12, 14),
                Marked.of("without_mask", 30, 10, 20, 20));
    }
}
