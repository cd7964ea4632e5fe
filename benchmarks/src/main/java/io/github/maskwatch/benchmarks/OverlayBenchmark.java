package io.github.maskwatch.benchmarks;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.monitor.overlay.Caption;
import io.github.maskwatch.monitor.overlay.Mark;
import io.github.maskwatch.monitor.overlay.Overlay;
import io.github.maskwatch.monitor.overlay.Verdict;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.Warmup;

/** Drawing boxes, labels and the line of figures on a frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class OverlayBenchmark {
    private static final Caption CAPTION =
            new Caption("Demonstration", List.of("24.8 fps", "38 ms (95%: 61 ms)", "3 faces", "1,204 frames"), "");

    @Param({"640x480", "1920x1080"})
    public String size = "640x480";

    @Param({"1", "12"})
    public int faces = 1;

    private final Overlay overlay = new Overlay();
    private final List<Mark> marks = new ArrayList<>();
    private Image frame = Image.filled(1, 1, 0);

    @Setup
    public void prepare() {
        String[] sides = size.split("x", -1);
        frame = Image.filled(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), 0x806040);
        double side = frame.height() / 5.0;
        List<Verdict> verdicts = List.of(Verdict.values());
        for (int i = 0; i < faces; i++) {
            int row = i / 4;
            Box box = new Box(i % 4 * frame.width() / 4.0 + 10, row * side * 1.5 + 40, side, side);
            marks.add(new Mark(box, verdicts.get(i % verdicts.size()), 0.9));
        }
    }

    @Benchmark
    public Image draw() {
        return overlay.draw(frame, marks, CAPTION);
    }
}
