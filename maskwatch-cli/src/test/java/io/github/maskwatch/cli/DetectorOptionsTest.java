package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.monitor.overlay.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DetectorOptionsTest {
    @TempDir
    static Path shared;

    private static String photo;
    private static String detector;
    private static String classifier;

    @BeforeAll
    static void prepare() throws IOException {
        Path grey = shared.resolve("grey.png");
        ImageIO.write(Pictures.toBuffered(Image.filled(640, 480, 0x808080)), "png", grey.toFile());
        photo = grey.toString();
        detector = SmallDetector.write(shared.resolve("detector.onnx")).toString();
        classifier = SmallModel.write(shared.resolve("classifier.onnx")).toString();
    }

    private static Terminal watch(String... options) {
        List<String> all = new ArrayList<>(List.of("watch", photo, "--headless"));
        all.addAll(List.of(options));
        return Terminal.maskwatch(all.toArray(String[]::new));
    }

    private static void assertFaces(Terminal terminal, int faces) {
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("Faces    " + faces + " with mask, 0 without mask");
    }

    /** The file says 64 px: the photo becomes 64 x 48, and of the two rows of squares the second lies half outside. */
    @Test
    void aFileSaysItselfWhichPipelineItIsFor() {
        assertFaces(watch("--model", detector), 4);
        assertFaces(watch("--model", detector, "--pipeline", "detector"), 4);
        assertFaces(watch("--model", classifier), 0);
        assertFaces(watch("--model", classifier, "--pipeline", "classic"), 0);
    }

    @Test
    void theSizeOfTheReducedFrameCanBeChosen() {
        assertFaces(watch("--model", detector, "--detect-size", "auto"), 4);
        assertFaces(watch("--model", detector, "--detect-size", "320"), 10 * 8);
        assertFaces(watch("--model", detector, "--detect-size", "640"), 20 * 15);
    }

    private static void assertOneLine(Terminal terminal, ExitCode code, String words) {
        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(code.number());
        assertThat(terminal.err().lines().filter(line -> !line.startsWith("Unpacking ")))
                .hasSize(1);
        assertThat(terminal.err()).contains(words);
    }

    @Test
    void whatDoesNotGoTogetherIsOneLine() {
        assertOneLine(
                watch("--model", detector, "--detect-width", "480"),
                ExitCode.WRONG_USE,
                "--detect-width is for the classic pipeline; with the detector use --detect-size");
        assertOneLine(
                watch("--model", classifier, "--detect-size", "320"),
                ExitCode.WRONG_USE,
                "--detect-size is for the detector; with the classic pipeline use --detect-width");
        assertOneLine(
                watch("--model", classifier, "--pipeline", "detector"),
                ExitCode.BAD_MODEL,
                "classifier.onnx is a classifier of single faces, wanted a detector");
        assertOneLine(
                watch("--model", detector, "--pipeline", "classic"),
                ExitCode.BAD_MODEL,
                "detector.onnx is a detector of whole scenes, wanted a classifier");
        assertThat(watch("--detect-size", "500").err()).contains("wanted: 320, 480, 640 or auto, got '500'");
        assertThat(watch("--pipeline", "best").exitCode()).isEqualTo(ExitCode.WRONG_USE.number());
    }

    @Test
    void aBundledDetectorIsAModelByItsName() {
        assumeTrue(BundledDetector.SMALL.isThere(), "no such detector is bundled: skipped");
        assertFaces(watch("--model", "small"), 0);
        assertOneLine(
                watch("--model", "small", "--pipeline", "classic"),
                ExitCode.WRONG_USE,
                "wants a classifier, and small is a detector; leave --pipeline out");
    }

    @Test
    void theAccuratePipelineIsTheBundledOneAlone() {
        assumeTrue(BundledDetector.SMALL.isThere(), "no detector is bundled: skipped");
        assertFaces(watch("--pipeline", "accurate", "--threads", "2"), 0);
        for (List<String> more : List.of(List.of("--model", detector), List.of("--detect-size", "320"))) {
            List<String> options = new ArrayList<>(List.of("--pipeline", "accurate"));
            options.addAll(more);
            assertOneLine(
                    watch(options.toArray(String[]::new)), ExitCode.WRONG_USE, "leave --model, --detect-size and");
        }
    }

    @Test
    void theAccurateDetectorHasSizesOfItsOwn() {
        assertOneLine(
                Terminal.maskwatch("evaluate", "accurate", shared.toString(), "--detect-size", "320"),
                ExitCode.WRONG_USE,
                "leave --detect-size out, or take 'nano'");
    }
}
