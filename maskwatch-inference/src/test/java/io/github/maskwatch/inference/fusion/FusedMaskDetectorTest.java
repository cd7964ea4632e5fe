package io.github.maskwatch.inference.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.inference.Pictures;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.onnx.CallThresholds;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.mask.Temperatures;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FusedMaskDetectorTest {
    private static byte[] nano() throws IOException {
        try (InputStream in = BundledModels.class.getResourceAsStream("models/maskwatch-detector-nano.onnx")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** Both a picture and its mirror image are among the views: the answer to the one is the mirrored answer to the other. */
    @Test
    void leftAndRightAreTheSameToIt() throws IOException {
        Image photo = Pictures.face();
        FusionConfig both = new FusionConfig(
                List.of(new View(320, false), new View(320, true)),
                0.5,
                ScoreCurve.NONE,
                0.1,
                Temperatures.NONE,
                new CallThresholds(0.5, 0.5, 0.5));
        try (FusedMaskDetector detector = FusedMaskDetector.open(List.of(nano()), "nano", both, 1, null)) {
            MaskedFace face = detector.detect(photo).get(0);
            MaskedFace mirrored = detector.detect(photo.mirror()).get(0);
            assertThat(mirrored.face().score()).isCloseTo(face.face().score(), within(1e-4f));
            assertThat(mirrored.face()
                            .box()
                            .mirror(photo.width())
                            .iou(face.face().box()))
                    .isGreaterThan(0.999);
            assertThat(mirrored.prediction().withMask())
                    .isCloseTo(face.prediction().withMask(), within(1e-4));
        }
    }

    /** Turned after it was brought to size, a picture is seen as if it had been turned before. */
    @Test
    void aPictureIsTurnedInTheNetworksInput() throws IOException {
        Image photo = Pictures.face();
        try (OnnxMaskDetector detector = OnnxMaskDetector.open(nano(), "nano", DetectorConfig.DEFAULTS)) {
            MaskedFace before = detector.detect(photo.mirror()).get(0);
            List<MaskedFace> after = detector.detectMirrored(photo);
            assertThat(after).hasSize(1);
            assertThat(after.get(0).face().score()).isCloseTo(before.face().score(), within(0.02f));
            assertThat(after.get(0)
                            .face()
                            .box()
                            .mirror(photo.width())
                            .iou(before.face().box()))
                    .isGreaterThan(0.97);
            assertThat(detector.detectBothWays(photo)).isEqualTo(List.of(detector.detect(photo), after));
        }
    }

    @Test
    void offersTheLessProbableIfAsked() throws IOException {
        Image photo = Pictures.face();
        try (FusedMaskDetector usual = BundledModels.accurate(DetectorConfig.DEFAULTS);
                FusedMaskDetector all = BundledModels.accurate(DetectorConfig.DEFAULTS.withScoreFloor(0.002))) {
            assertThat(all.detect(photo).size())
                    .isGreaterThan(usual.detect(photo).size());
            assertThat(usual.detect(photo))
                    .allMatch(face -> face.face().score() >= usual.config().faceThreshold());
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        CallThresholds calls = new CallThresholds(0.9, 0.9, 0.9);
        assertThatThrownBy(() -> new FusionConfig(List.of(), 0.5, ScoreCurve.NONE, 0.5, Temperatures.NONE, calls))
                .hasMessage("wanted at least one view, got none");
        assertThatThrownBy(() -> new View(31, false)).hasMessageContaining("at least 32 px, got 31");
        assertThatThrownBy(() -> BundledModels.accurate(DetectorConfig.DEFAULTS.withSide(320)))
                .hasMessageContaining("got 320");
        FusionConfig config =
                new FusionConfig(List.of(new View(64, false)), 0.5, ScoreCurve.NONE, 0.5, Temperatures.NONE, calls);
        assertThatThrownBy(() -> FusedMaskDetector.open(List.of(new byte[9]), "nine bytes", config, 1, null))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("nine bytes");
        assertThatThrownBy(() -> FusedMaskDetector.open(List.of(nano(), nano()), "nano", config, 1, null))
                .hasMessageContaining("wanted 1 networks, as the views name them, got 2");
    }
}
