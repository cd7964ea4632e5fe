package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.monitor.overlay.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BenchmarkDetectCommandTest {
    @TempDir
    Path folder;

    private String detector;
    private String scenes;

    /** Two grey photos, in each of which a masked face fills one of the four squares where the small detector sees faces. */
    @BeforeEach
    void prepare() throws IOException {
        detector = SmallDetector.write(folder.resolve("detector.onnx")).toString();
        Path images = Files.createDirectories(folder.resolve("scenes/images"));
        scenes = folder.resolve("scenes").toString();
        for (String name : new String[] {"a.png", "b.png"}) {
            Image grey = Image.filled(64, 64, name.startsWith("a") ? 0x808080 : 0x304050);
            ImageIO.write(Pictures.toBuffered(grey), "png", images.resolve(name).toFile());
        }
        Files.writeString(images.resolveSibling("annotations.json"), """
                {"images": [{"id": 1, "file_name": "a.png", "width": 64, "height": 64},
                            {"id": 2, "file_name": "b.png", "width": 64, "height": 64}],
                 "categories": [{"id": 1, "name": "with_mask"}, {"id": 2, "name": "without_mask"},
                                {"id": 3, "name": "mask_worn_incorrectly"}],
                 "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 32, 32]},
                                 {"id": 2, "image_id": 2, "category_id": 2, "bbox": [32, 32, 32, 32]}]}
                """);
    }

    private Terminal benchmark(String... options) {
        String[] all = new String[options.length + 3];
        all[0] = "benchmark";
        all[1] = "detect";
        all[2] = scenes;
        System.arraycopy(options, 0, all, 3, options.length);
        return Terminal.maskwatch(all);
    }

    @Test
    void oneTableOfCostAndAccuracy() {
        Terminal terminal = benchmark("--model", detector, "--model", "classic", "--rounds", "1");
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.out())
                .contains("CPU ms")
                .containsPattern("detector\\.onnx +\\d+\\.\\d\\d +\\d+\\.\\d\\d +1\\.00\\R")
                .containsPattern("classic +\\d+\\.\\d\\d")
                // Both faces found, one of them right, in 8 answers.
                .containsPattern("0\\.250 / 1\\.000 +0\\.500 ");
    }

    @Test
    void partsCanBeLeftOut() {
        assertThat(benchmark("--model", detector, "--rounds", "0").out())
                .doesNotContain("CPU ms")
                .contains("mAP50");
        assertThat(benchmark("--model", detector, "--rounds", "1", "--scenes", "0")
                        .out())
                .contains("CPU ms")
                .doesNotContain("mAP50");
    }

    @Test
    void photosThatCannotBeReadAreSaidAndLeftOut() throws IOException {
        cutOff("a.png");
        Terminal one = benchmark("--model", detector, "--rounds", "1");
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(one.err()).contains("left out ", "a.png");
        assertThat(one.out()).contains("CPU ms", "mAP50");
        cutOff("b.png");
        for (String rounds : new String[] {"0", "1"}) {
            Terminal none = benchmark("--model", detector, "--rounds", rounds);
            assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
            assertThat(none.out()).isEmpty();
        }
    }

    /** The header is whole, the pixels are not. */
    private void cutOff(String name) throws IOException {
        Path photo = folder.resolve("scenes/images").resolve(name);
        byte[] whole = Files.readAllBytes(photo);
        Files.write(photo, Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void aRivalWithoutAnAdapterIsOneLine() {
        Terminal terminal = benchmark("--model", detector, "--rival", "yolo=yolo.onnx");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(terminal.err())
                .contains("no adapter for the rival 'yolo'; name the jar that has it with --adapters");
        assertThat(benchmark("--model", detector, "--adapters", "nowhere.jar").err())
                .contains("no such file or folder: nowhere.jar");
    }

    @Test
    void badNumbersAreWrongUse() {
        assertThat(benchmark("--model", detector, "--rounds", "-1").exitCode()).isEqualTo(ExitCode.WRONG_USE.number());
    }
}
