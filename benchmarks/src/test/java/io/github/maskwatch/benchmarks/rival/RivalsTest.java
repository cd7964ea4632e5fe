package io.github.maskwatch.benchmarks.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.DetectorAdapter;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RivalsTest {

    private static List<DetectorAdapter> adapters() {
        return ServiceLoader.load(DetectorAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static Path weights(String file) {
        Path weights = Path.of(System.getProperty("maskwatch.root"))
                .resolve("../shared/peers")
                .resolve(file);
        Assumptions.assumeTrue(Files.exists(weights), "no ../shared/peers: skipped");
        return weights;
    }

    /** One bare, frontal face in the middle. */
    private static Image face() throws IOException {
        try (InputStream in = RivalsTest.class.getResourceAsStream("/org/openimaj/image/data/sinaface.jpg")) {
            BufferedImage picture = ImageIO.read(in);
            byte[] rgb = new byte[picture.getWidth() * picture.getHeight() * 3];
            for (int i = 0; i < rgb.length / 3; i++) {
                int pixel = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
                rgb[3 * i] = (byte) (pixel >> 16);
                rgb[3 * i + 1] = (byte) (pixel >> 8);
                rgb[3 * i + 2] = (byte) pixel;
            }
            return Image.wrap(picture.getWidth(), picture.getHeight(), rgb);
        }
    }

    @Test
    void adaptersAreFoundByTheirNames() {
        assertThat(adapters()).extracting(DetectorAdapter::name).containsExactly("aizoo260", "aizoo360", "rfb640");
    }

    @ParameterizedTest
    @CsvSource({"aizoo260, aizoo260.onnx", "aizoo360, aizoo360.onnx", "rfb640, rfb640_masked.onnx"})
    void aRivalSeesABareFace(String name, String file) throws IOException {
        Path weights = weights(file);
        DetectorAdapter adapter = adapters().stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (MaskDetector detector = adapter.open(weights, adapter.faceThreshold(), 1)) {
            List<MaskedFace> faces = detector.detect(face());
            assertThat(faces).singleElement().satisfies(found -> {
                assertThat(found.prediction().state()).isEqualTo(MaskState.WITHOUT_MASK);
                assertThat(found.face().box().shorterSide()).isGreaterThan(50);
            });
            assertThat(detector.detect(Image.filled(320, 200, 0))).isEmpty();
        }
    }

    @Test
    void anotherModelIsRefused() {
        Path weights = weights("rfb640_masked.onnx");
        assertThatThrownBy(() -> new Aizoo260().open(weights, 0.5, 1)).isInstanceOf(IOException.class);
    }
}
