package io.github.maskwatch.benchmarks;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.onnx.OnnxConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.mask.MaskPrediction;
import java.io.IOException;
import java.util.Collections;
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
 * Classifying the crops of a frame, stretching to the size of the network included. Divide by
 * {@code faces} for the time of one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class ClassifierBenchmark {
    /** Filters of each convolution. */
    @Param({"32", "100"})
    int filters;

    @Param({"1", "32"})
    int faces;

    @Param({"1", "8", "32"})
    int batchSize;

    private List<Image> crops;
    private OnnxMaskClassifier classifier;

    @Setup
    public void open() throws IOException {
        crops = Collections.nCopies(faces, Frames.face().crop(new Box(200, 100, 240, 240)));
        classifier = OnnxMaskClassifier.open(
                SeedNetwork.bytes(100, filters), "benchmark", OnnxConfig.DEFAULTS.withBatchSize(batchSize));
    }

    @TearDown
    public void close() {
        classifier.close();
    }

    @Benchmark
    public List<MaskPrediction> classify() {
        return classifier.classify(crops);
    }
}
