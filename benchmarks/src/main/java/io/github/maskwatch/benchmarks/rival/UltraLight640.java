package io.github.maskwatch.benchmarks.rival;

import io.github.maskwatch.inference.DetectorAdapter;
import io.github.maskwatch.mask.MaskDetector;
import java.io.IOException;
import java.nio.file.Path;

/** {@link UltraLightDetector}. */
public final class UltraLight640 implements DetectorAdapter {
    @Override
    public String name() {
        return "rfb640";
    }

    @Override
    public double faceThreshold() {
        return 0.3;
    }

    @Override
    public MaskDetector open(Path model, double scoreFloor, int threads) throws IOException {
        return new UltraLightDetector(model, scoreFloor, threads);
    }
}
