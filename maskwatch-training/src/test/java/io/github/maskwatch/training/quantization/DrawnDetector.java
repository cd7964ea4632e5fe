package io.github.maskwatch.training.quantization;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.detector.DetectorConfig;
import io.github.maskwatch.training.detector.DetectorNetwork;
import io.github.maskwatch.training.export.DetectorOnnx;
import io.github.maskwatch.training.export.DetectorSettings;
import io.github.maskwatch.training.export.ModelOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A small detector of chance, and pictures to show to it. */
final class DrawnDetector {
    static final int SIDE = 64;

    private DrawnDetector() {}

    static byte[] bytes() {
        try (DetectorNetwork network = new DetectorNetwork(new DetectorConfig(0.25, 0.34, SIDE), 5)) {
            return DetectorOnnx.bytes(
                    network,
                    new ModelOrigin(List.of(MaskState.values()), "0.0.0", "abc", 5),
                    DetectorSettings.uncalibrated(SIDE));
        }
    }

    /** Discs on grounds of all colours. */
    static List<Image> pictures(int count) {
        Random random = new Random(6);
        List<Image> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] rgb = new byte[3 * SIDE * SIDE];
            int[] colors = random.ints(6, 0, 256).toArray();
            int centerX = random.nextInt(SIDE);
            int centerY = random.nextInt(SIDE);
            for (int p = 0; p < SIDE * SIDE; p++) {
                boolean disc = Math.hypot(p % SIDE - centerX, p / SIDE - centerY) < 16;
                for (int channel = 0; channel < 3; channel++) {
                    int value = colors[channel + (disc ? 3 : 0)] + random.nextInt(-8, 9);
                    rgb[3 * p + channel] = (byte) Math.min(255, Math.max(0, value));
                }
            }
            pictures.add(Image.wrap(SIDE, SIDE, rgb));
        }
        return pictures;
    }

    static <V> V known(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), () -> "there is no " + key);
    }

    static Calibration.Pictures shown(List<Image> pictures) {
        return new Calibration.Pictures() {
            @Override
            public int count() {
                return pictures.size();
            }

            @Override
            public Image read(int index) {
                return pictures.get(index);
            }
        };
    }
}
