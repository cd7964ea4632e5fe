package io.github.maskwatch.benchmarks;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A frame of 640 x 480 px through a detector: reduction, network, decoding, suppression. With a score floor of 1 nothing is decoded,
 * so that the difference to the others is what decoding and suppression cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class DetectorBenchmark {
    /** A file, or empty for the bundled one. */
    @Param("")
    String model;

    @Param("512")
    int side;

    @Param({"1", "0.4", "0.05"})
    double scoreFloor;

    private Image frame;
    private OnnxMaskDetector detector;

    @Setup
    public void open() throws IOException {
        frame = Frames.face();
        DetectorConfig config = DetectorConfig.DEFAULTS.withSide(side).withScoreFloor(scoreFloor);
        detector = model.isEmpty() ? BundledDetector.NANO.open(config) : OnnxMaskDetector.open(Path.of(model), config);
    }

    @TearDown
    public void close() {
        detector.close();
    }

    @Benchmark
    public List<MaskedFace> detect() {
        return detector.detect(frame);
    }
}
