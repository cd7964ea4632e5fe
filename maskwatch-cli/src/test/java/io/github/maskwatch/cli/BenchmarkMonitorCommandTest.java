package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BenchmarkMonitorCommandTest {
    @TempDir
    Path folder;

    private static Terminal benchmark(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "benchmark";
        all[1] = "monitor";
        System.arraycopy(options, 0, all, 2, options.length);
        return Terminal.maskwatch(all);
    }

    @Test
    void oneLineForEachCamera() throws IOException {
        String detector = SmallDetector.write(folder.resolve("detector.onnx")).toString();
        Terminal terminal =
                benchmark("--cameras", "3", "--fps", "20", "--duration", "2s", "--warm-up", "1s", "--model", detector);
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.out())
                .contains("3 cameras, 640 x 480 px at 25 frames a second, drawn beforehand")
                .containsPattern("camera 3 +\\d+\\.\\d +\\d+\\.\\d +\\d+\\.\\d +0 +\\d+\\.\\d +\\d+\\.\\d")
                .containsPattern("all +\\d+\\.\\d")
                .containsPattern("Processors: \\d+; \\d+ workers? took \\d");
    }

    @Test
    void wrongNumbersAreOneLine() {
        assertThat(benchmark("--cameras", "0").err()).contains("--cameras must be in 1..256, got 0");
        assertThat(benchmark("--fps", "0").exitCode()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(benchmark("--cpu-share", "1.5").err()).contains("--cpu-share must be above 0 to 1, got 1.5");
    }

    @Test
    void aSourceThatIsNotThereIsOneLine() {
        Terminal terminal = benchmark("--source", folder.resolve("none.mp4").toString(), "--duration", "1s");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(terminal.err()).contains("no such file");
    }

    /** Three frames, 100 ms apart. */
    private static final class ThreeFrames implements FrameSource {
        private static final CameraId ID = new CameraId("file");
        int opened;

        @Override
        public CameraId camera() {
            return ID;
        }

        @Override
        public boolean live() {
            return false;
        }

        @Override
        public FrameReader open() {
            opened++;
            return new FrameReader() {
                private int index;

                @Override
                public @Nullable Frame next() {
                    return index == 3
                            ? null
                            : new Frame(ID, index, Duration.ofMillis(100L * index++), Image.filled(8, 8, 0));
                }

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void aLoopGoesOnInNumbersAndTime() throws IOException {
        ThreeFrames file = new ThreeFrames();
        List<String> frames = new ArrayList<>();
        try (FrameReader reader = new LoopedSource(file).open()) {
            for (int i = 0; i < 7; i++) {
                Frame frame = Objects.requireNonNull(reader.next());
                frames.add(frame.index() + " " + frame.position().toMillis());
            }
        }
        assertThat(frames).containsExactly("0 0", "1 100", "2 200", "3 300", "4 400", "5 500", "6 600");
        assertThat(file.opened).isEqualTo(3);
    }
}
