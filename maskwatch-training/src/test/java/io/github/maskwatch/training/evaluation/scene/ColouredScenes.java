package io.github.maskwatch.training.evaluation.scene;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.metrics.detection.Bootstrap;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.SceneSet;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Scenes of 320 x 240 px whose faces are squares in cells of 80 px, and a detector that goes by their colours: green wears a mask, red
 * does not, amber wears it wrong; blue is a face with a mask that it takes for a bare one, white is nothing that it takes for a face, and
 * black is a face without a mask that it cannot see.
 */
public final class ColouredScenes {
    private static final int CELL = 80;
    private static final int SIDE = 60;

    private final Path folder;
    private final StringBuilder images = new StringBuilder();
    private final StringBuilder annotations = new StringBuilder();
    private int scenes;
    private int marks;

    private ColouredScenes(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("images"));
    }

    /** Six scenes: 12 faces that count, of which 10 are found and 9 right; one false alarm; one ignored face that is found. */
    public static void draw(Path folder) throws IOException {
        ColouredScenes drawn = new ColouredScenes(folder);
        drawn.scene("door_0.png", 200, "grg");
        drawn.scene("door_1.png", 180, "bg");
        drawn.scene("door_2.png", 160, "aw");
        drawn.scene("street_0.png", 90, "kr");
        drawn.scene("street_1.png", 60, "kgi");
        drawn.scene("street_2.png", 40, "ra");
        Files.writeString(
                folder.resolve("annotations.json"),
                "{\"categories\":[{\"id\":7,\"name\":\"with_mask\"},{\"id\":8,\"name\":\"without_mask\"},"
                        + "{\"id\":9,\"name\":\"mask_worn_incorrectly\"}],\"images\":[" + drawn.images
                        + "],\"annotations\":[" + drawn.annotations + "]}");
    }

    private void scene(String name, int light, String faces) throws IOException {
        BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(light, light, light));
        pen.fillRect(0, 0, 320, 240);
        int id = 100 + scenes++;
        for (int i = 0; i < faces.length(); i++) {
            face(pen, id, faces.charAt(i), i % 4 * CELL + 10, i / 4 * CELL + 10);
        }
        pen.dispose();
        ImageIO.write(picture, "png", folder.resolve("images").resolve(name).toFile());
        images.append(images.isEmpty() ? "" : ",")
                .append("{\"id\":%d,\"file_name\":\"%s\",\"width\":320,\"height\":240}".formatted(id, name));
    }

    private void face(Graphics2D pen, int image, char kind, int x, int y) {
        pen.setColor(
                switch (kind) {
                    case 'g', 'i' -> Color.GREEN;
                    case 'r' -> Color.RED;
                    case 'a' -> new Color(255, 160, 0);
                    case 'b' -> Color.BLUE;
                    case 'w' -> Color.WHITE;
                    default -> Color.BLACK;
                });
        pen.fillRect(x, y, SIDE, SIDE);
        if (kind != 'w') {
            int category = kind == 'a' ? 9 : kind == 'r' || kind == 'k' ? 8 : 7;
            annotations
                    .append(annotations.isEmpty() ? "" : ",")
                    .append(("{\"id\":%d,\"image_id\":%d,\"category_id\":%d,\"bbox\":[%d,%d,%d,%d],\"area\":3600,"
                                    + "\"iscrowd\":0,\"ignore\":%d}")
                            .formatted(++marks, image, category, x, y, SIDE, SIDE, kind == 'i' ? 1 : 0));
        }
    }

    public static MaskDetector detector() {
        return new MaskDetector() {
            @Override
            public List<MaskedFace> detect(Image image) {
                List<MaskedFace> found = new ArrayList<>();
                for (int y = 10; y + SIDE < image.height(); y += CELL) {
                    for (int x = 10; x + SIDE < image.width(); x += CELL) {
                        answer(image.at(x + SIDE / 2, y + SIDE / 2), new Box(x, y, SIDE, SIDE), found);
                    }
                }
                return found;
            }

            @Override
            public void close() {}
        };
    }

    private static void answer(int rgb, Box box, List<MaskedFace> found) {
        switch (rgb) {
            case 0x00ff00 -> found.add(new MaskedFace(new Face(box, 0.9f), new MaskPrediction(0.8, 0.15, 0.05)));
            case 0xff0000 -> found.add(new MaskedFace(new Face(box, 0.8f), new MaskPrediction(0.1, 0.9, 0)));
            case 0xffa000 -> found.add(new MaskedFace(new Face(box, 0.7f), new MaskPrediction(0.3, 0.1, 0.6)));
            case 0x0000ff -> found.add(new MaskedFace(new Face(box, 0.6f), new MaskPrediction(0.2, 0.8, 0)));
            case 0xffffff -> found.add(new MaskedFace(new Face(box, 0.5f), new MaskPrediction(0.7, 0.3, 0)));
            default -> {}
        }
    }

    /** The scenes of the folder judged by {@link #detector()}. */
    public static DetectionEvaluation evaluate(Path folder) throws IOException {
        PhotoReader reader = new PhotoReader();
        SceneSet set =
                SceneSet.open(folder, null, null, SceneDatasetConfig.defaults(), reader, Dataset.Progress.none());
        SceneJudge.Judged judged = new SceneJudge(reader).judge(set.scenes(), detector(), (done, of) -> {});
        return DetectionEvaluation.of(
                "fake.onnx", "drawn scenes", judged.scenes(), judged.broken(), 0.4, new Bootstrap(50, 1));
    }
}
