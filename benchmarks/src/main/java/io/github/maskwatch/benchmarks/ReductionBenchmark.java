package io.github.maskwatch.benchmarks;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.image.PlanarResizing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
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
import org.openjdk.jmh.annotations.Warmup;

/** A frame of 640 x 480 px on its way into a detector's network: reduced, and a plane of floats for each colour. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class ReductionBenchmark {
    /** Width of the reduced frame, px. */
    @Param({"320", "512", "640"})
    int width;

    private Image frame;
    private PlanarResizing resizing;
    private float[] planes;
    private FloatBuffer input;

    @Setup
    public void prepare() throws IOException {
        frame = Frames.face();
        resizing = new PlanarResizing(frame.width(), frame.height(), width, width * 3 / 4);
        planes = new float[3 * width * (width * 3 / 4)];
        input = ByteBuffer.allocateDirect(Float.BYTES * planes.length)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Benchmark
    public FloatBuffer planar() {
        resizing.resize(frame, input, width, width * 3 / 4);
        return input;
    }

    /** The same pixels by way of a picture. */
    @Benchmark
    public float[] byWayOfAPicture() {
        byte[] rgb = frame.resize(width, width * 3 / 4).rgb();
        int plane = planes.length / 3;
        for (int i = 0, from = 0; i < plane; i++, from += 3) {
            planes[i] = rgb[from] & 0xff;
            planes[plane + i] = rgb[from + 1] & 0xff;
            planes[2 * plane + i] = rgb[from + 2] & 0xff;
        }
        return planes;
    }
}
