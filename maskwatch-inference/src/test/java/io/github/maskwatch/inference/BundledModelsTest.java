package io.github.maskwatch.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.OnnxConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.inference.onnx.TinyModel;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundledModelsTest {

    private static boolean hasClassic() {
        return BundledModels.class.getResource("models/maskwatch-classic.onnx") != null;
    }

    @Nested
    class Classic implements MaskClassifierContract {
        @Override
        public MaskClassifier open() throws IOException {
            Assumptions.assumeTrue(hasClassic(), "no classic model is bundled yet: skipped");
            return BundledModels.classic(OnnxConfig.DEFAULTS);
        }

        @Test
        void comesWithACardAndIsSmall() throws IOException {
            open().close();
            assertThat(BundledModels.classicCard()).contains("#");
            try (var in = BundledModels.class.getResourceAsStream("models/maskwatch-classic.onnx")) {
                assertThat(in.readAllBytes().length).isLessThanOrEqualTo(4 << 20);
            }
        }

        @Test
        void theWholePipelineSeesABareFace() throws IOException {
            open().close();
            try (MaskDetector detector = Maskwatch.classic()) {
                List<MaskedFace> faces = detector.detect(Pictures.face());
                assertThat(faces)
                        .singleElement()
                        .satisfies(f -> assertThat(f.prediction().withMask()).isLessThan(0.5));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NANO", "SMALL"})
    void aDetectorComesInEightBitsWhereThatIsFaster(BundledDetector detector) throws IOException {
        Assumptions.assumeTrue(detector.isThere(), "no such detector is bundled: skipped");
        assertThat(detector.quickest().length < detector.model().length)
                .isEqualTo(OnnxMaskDetector.isFastInEightBits());
        assertThat(detector.model().length).isLessThanOrEqualTo(2 << 20);
        assertThat(detector.card()).contains("int8", "Known weaknesses");
        assertThat(detector.confusion()).isPresent();
        try (OnnxMaskDetector whole = OnnxMaskDetector.open(detector.model(), "float32", DetectorConfig.DEFAULTS);
                OnnxMaskDetector quick = detector.open(DetectorConfig.DEFAULTS)) {
            assertThat(quick.side()).isEqualTo(whole.side());
            MaskedFace expected = whole.detect(Pictures.face()).get(0);
            MaskedFace face = quick.detect(Pictures.face()).get(0);
            assertThat(face.face().box().iou(expected.face().box())).isGreaterThan(0.8);
            assertThat(face.prediction().state())
                    .isEqualTo(expected.prediction().state());
        }
    }

    @Test
    void saysSoWhereNoModelIsBundled() {
        Assumptions.assumeFalse(hasClassic(), "the classic model is bundled: skipped");
        assertThatThrownBy(() -> BundledModels.classic(OnnxConfig.DEFAULTS))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("train a network of your own");
    }

    @Test
    void thePipelineTakesANetworkOfOnesOwn(@TempDir Path folder) throws IOException {
        Path model = Files.write(folder.resolve("tiny.onnx"), new TinyModel(3, 2).bytes());
        try (MaskDetector detector = Maskwatch.classic(model)) {
            assertThat(detector.detect(Pictures.face())).hasSize(1);
            assertThat(detector.detect(Image.filled(640, 480, 0))).isEmpty();
        }
    }
}
