package io.github.maskwatch.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.detector.DetectionLossConfig;
import io.github.maskwatch.training.detector.DetectorConfig;
import io.github.maskwatch.training.detector.DetectorNetwork;
import io.github.maskwatch.training.network.Torch;
import io.github.maskwatch.training.scene.SceneDataset;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.compose.CompositionConfig;
import io.github.maskwatch.training.scene.paint.PaintConfig;
import io.github.maskwatch.training.trainer.ClassWeighting;
import io.github.maskwatch.training.trainer.KeptEpoch;
import io.github.maskwatch.training.trainer.LearningRate;
import io.github.maskwatch.training.trainer.TrainingConfig;
import io.github.maskwatch.training.trainer.TrainingEnd;
import io.github.maskwatch.training.trainer.TrainingListener;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorRunTest {
    private static final int PHOTOS = 6;
    private static final List<Map<String, Object>> CATEGORIES =
            List.of(Map.of("id", 1, "name", "with_mask"), Map.of("id", 2, "name", "without_mask"));

    @TempDir
    Path folder;

    @BeforeAll
    static void load() throws Exception {
        Torch.load();
    }

    /** COCO scenes of drawn faces, in train and val. */
    @BeforeEach
    void scenes() throws IOException {
        for (String split : List.of("train", "val")) {
            Path images = Files.createDirectories(
                    folder.resolve("scenes").resolve(split).resolve("images"));
            List<Map<String, Object>> photos = new ArrayList<>();
            List<Map<String, Object>> faces = new ArrayList<>();
            for (int i = 0; i < PHOTOS; i++) {
                draw(images.resolve(i + ".png"), i, split.equals("val") ? 200 : 40);
                photos.add(Map.of("id", i, "file_name", i + ".png", "width", 96, "height", 80));
                faces.add(Map.of(
                        "id", i, "image_id", i, "category_id", 1 + i % 2, "bbox", List.of(10 + 6 * i, 20, 28, 34)));
            }
            new ObjectMapper()
                    .writeValue(
                            images.resolveSibling("annotations.json").toFile(),
                            Map.of("images", photos, "annotations", faces, "categories", CATEGORIES));
        }
    }

    private static void draw(Path photo, int number, int blue) throws IOException {
        BufferedImage image = new BufferedImage(96, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(20 * number, 90, blue));
        graphics.fillRect(0, 0, 96, 80);
        graphics.setColor(number % 2 == 0 ? Color.WHITE : Color.PINK);
        graphics.fillOval(10 + 6 * number, 20, 28, 34);
        graphics.dispose();
        ImageIO.write(image, "png", photo.toFile());
    }

    private static DetectorRunConfig config() {
        return config("");
    }

    private static DetectorRunConfig config(String start) {
        return config(start, 96);
    }

    private static DetectorRunConfig config(String start, int judgedSide) {
        return new DetectorRunConfig(
                SceneDatasetConfig.defaults(),
                new DetectorConfig(0.25, 0.34, 64),
                DetectionLossConfig.defaults(),
                new TrainingConfig(
                        2,
                        2,
                        LearningRate.constant(1e-3),
                        0.01,
                        0.05,
                        0.9,
                        ClassWeighting.NONE,
                        0,
                        KeptEpoch.LAST,
                        7,
                        1,
                        Duration.ZERO),
                CompositionConfig.defaults(),
                PaintConfig.defaults(),
                judgedSide,
                start);
    }

    /** Finds the same face everywhere. */
    private static final class OneFace implements DetectorRun.Opener {
        @Override
        public DetectorRun.OpenedDetector open(byte[] model) {
            assertThat(model.length).isGreaterThan(10_000);
            return new DetectorRun.OpenedDetector() {
                @Override
                public float[] rows(Image picture) {
                    return new float[0];
                }

                @Override
                public List<MaskedFace> detect(Image image) {
                    return List.of(
                            new MaskedFace(new Face(new Box(10, 20, 28, 34), 0.9f), new MaskPrediction(0.8, 0.1, 0.1)));
                }

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void aRunThatGoesOnAlreadyIsNotGoneOnWithTwice() throws IOException {
        train("run", () -> {
            assertThatThrownBy(() -> train("run", () -> true))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another process is training in this run");
            return true;
        });

        assertThat(train("run", () -> false)).isEqualTo(TrainingEnd.DONE);
    }

    @Test
    void refusesASizeAtWhichNoDetectorCanBeOpened() {
        assertThatThrownBy(() -> config("", 5000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--judge-side")
                .hasMessageContaining("5000");
    }

    private TrainingEnd train(String name, BooleanSupplier stop) throws IOException {
        return train(name, null, stop);
    }

    private TrainingEnd train(String name, @Nullable StartingWeights start, BooleanSupplier stop) throws IOException {
        DetectorRunConfig config = config(start == null ? "" : start.hash());
        Path run = folder.resolve(name);
        PhotoReader reader = new PhotoReader();
        SceneDataset scenes;
        if (Files.exists(run)) {
            RunConfigFile.Content content = RunConfigFile.read(run);
            assertThat(content.run()).isEqualTo(config);
            scenes = DetectorRun.reopen(run, Path.of(content.photos()), config.dataset(), reader, (d, of) -> {});
        } else {
            Path photos = folder.resolve("scenes");
            scenes = SceneDataset.open(photos, config.dataset(), reader, (d, of) -> {});
            DetectorRun.create(
                    run, new RunConfigFile.Content(Task.DETECT, photos.toString(), "train", config), scenes, start);
        }
        OneFace opener = new OneFace();
        try (DetectorRun training = new DetectorRun(run, config, scenes, reader, opener, 2)) {
            return training.train(new TrainingListener() {}, stop).end();
        }
    }

    @Test
    void aRunStoppedAgainAndAgainEndsWithTheSameWeightsAsAnUnbrokenOne() throws IOException {
        assertThat(train("unbroken", () -> false)).isEqualTo(TrainingEnd.DONE);

        int parts = 0;
        TrainingEnd end = TrainingEnd.INTERRUPTED;
        while (end == TrainingEnd.INTERRUPTED) {
            AtomicInteger left = new AtomicInteger(parts++ % 2 == 0 ? 2 : 8);
            end = train("broken", () -> left.decrementAndGet() <= 0);
            assertThat(parts).isLessThan(60);
        }

        assertThat(parts).isGreaterThan(2);
        assertThat(weights("broken")).isEqualTo(weights("unbroken"));
    }

    /** The tensors at the end of the file; what is before them tells how long it took. */
    private byte[] weights(String run) throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve(run).resolve("last.ckpt"));
        return Arrays.copyOfRange(file, file.length / 4, file.length - Long.BYTES);
    }

    @Test
    void anotherConfigurationIsAnotherRun() throws IOException {
        train("run", () -> false);
        Path photos = folder.resolve("scenes");
        PhotoReader reader = new PhotoReader();
        SceneDataset scenes = SceneDataset.open(photos, config().dataset(), reader, (d, of) -> {});
        RunConfigFile.Content content = new RunConfigFile.Content(Task.DETECT, photos.toString(), "train", config());

        assertThatThrownBy(() -> DetectorRun.create(folder.resolve("run"), content, scenes, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void aRunThatStartsFromAnotherGoesOnFromItsBestWeights() throws IOException {
        train("first", () -> false);
        StartingWeights start = StartingWeights.of(folder.resolve("first"));
        AtomicInteger left = new AtomicInteger(2);
        assertThat(train("second", start, () -> left.decrementAndGet() <= 0)).isEqualTo(TrainingEnd.INTERRUPTED);
        Files.delete(folder.resolve("first").resolve("best.ckpt"));
        assertThat(train("second", start, () -> false)).isEqualTo(TrainingEnd.DONE);

        assertThat(train("unbroken", start, () -> false)).isEqualTo(TrainingEnd.DONE);
        assertThat(train("fresh", () -> false)).isEqualTo(TrainingEnd.DONE);
        assertThat(weights("second")).isEqualTo(weights("unbroken")).isNotEqualTo(weights("fresh"));
    }

    @Test
    void startsFromRunsOfTheSameNetworkAlone() throws IOException {
        train("run", () -> false);
        StartingWeights start = StartingWeights.of(folder.resolve("run"));
        assertThatThrownBy(() -> StartingWeights.of(folder.resolve("scenes")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no run that one could start from")
                .hasMessageContaining("best.ckpt");

        Path other = Files.createDirectory(folder.resolve("other"));
        start.writeTo(other);
        try (DetectorNetwork wider = new DetectorNetwork(new DetectorConfig(0.5, 0.34, 64), 1)) {
            assertThatThrownBy(() -> StartingWeights.load(other, start.hash(), wider, () -> new Tensor(), 1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("start.ckpt")
                    .hasMessageContaining("another network");
            assertThatThrownBy(() -> StartingWeights.load(other, "0123", wider, () -> new Tensor(), 1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is not what the run began with");
        }
    }
}
