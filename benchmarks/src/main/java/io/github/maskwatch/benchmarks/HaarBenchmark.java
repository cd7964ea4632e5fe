package io.github.maskwatch.benchmarks;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.haar.HaarConfig;
import io.github.maskwatch.inference.haar.HaarFaceDetector;
import java.io.IOException;
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

/** Finding the faces of a 640 x 480 frame, reduced to {@code width}, the reduction included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class HaarBenchmark {
    @Param({"640", "480", "320"})
    int width;

    @Param({"1.1", "1.2"})
    double scaleFactor;

    @Param({"1", "2"})
    int threads;

    private Image frame;
    private HaarFaceDetector detector;

    @Setup
    public void open() throws IOException {
        frame = Frames.face();
        detector = HaarFaceDetector.bundled(
                HaarConfig.DEFAULTS.withScaleFactor(scaleFactor).withThreads(threads));
    }

    @TearDown
    public void close() {
        detector.close();
    }

    @Benchmark
    public List<Face> detect() {
        return detector.detect(frame.resize(width, width * 3 / 4));
    }
}
