package io.github.maskwatch.benchmarks.rival;

import io.github.maskwatch.inference.DetectorAdapter;
import io.github.maskwatch.mask.MaskDetector;
import java.io.IOException;
import java.nio.file.Path;

/** {@link AizooDetector} for pictures of 260 px. */
public final class Aizoo260 implements DetectorAdapter {
    private static final int[] CELLS = {33, 17, 9, 5, 3};

    @Override
    public String name() {
        return "aizoo260";
    }

    @Override
    public double faceThreshold() {
        return 0.5;
    }

    @Override
    public MaskDetector open(Path model, double scoreFloor, int threads) throws IOException {
        return new AizooDetector(model, 260, CELLS, scoreFloor, threads);
    }
}
