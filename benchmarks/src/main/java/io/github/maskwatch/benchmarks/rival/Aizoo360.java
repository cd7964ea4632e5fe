package io.github.maskwatch.benchmarks.rival;

import io.github.maskwatch.inference.DetectorAdapter;
import io.github.maskwatch.mask.MaskDetector;
import java.io.IOException;
import java.nio.file.Path;

/** {@link AizooDetector} for pictures of 360 px. */
public final class Aizoo360 implements DetectorAdapter {
    private static final int[] CELLS = {45, 23, 12, 6, 4};

    @Override
    public String name() {
        return "aizoo360";
    }

    @Override
    public double faceThreshold() {
        return 0.5;
    }

    @Override
    public MaskDetector open(Path model, double scoreFloor, int threads) throws IOException {
        return new AizooDetector(model, 360, CELLS, scoreFloor, threads);
    }
}
