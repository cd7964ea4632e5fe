package io.github.maskwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.video.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packed distribution in a process of its own: its script, its jars, its natives, its exit codes and signals. */
@Timeout(180)
class DistributionIT {
    private static final Path DISTRIBUTION = Path.of(System.getProperty("maskwatch.distribution"));

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path model;

    @BeforeAll
    static void prepare() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        model = SmallModel.write(shared.resolve("small.onnx"));
    }

    /** A process whose output goes to files, so that it never waits for a reader. */
    private final class Running {
        private final Path out = folder.resolve("out.txt");
        private final Path err = folder.resolve("err.txt");
        private final Process process;

        Running(String... args) throws IOException {
            List<String> line = new ArrayList<>(
                    List.of(DISTRIBUTION.resolve("bin/maskwatch").toString()));
            line.addAll(List.of(args));
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("MASKWATCH_CACHE", shared.resolve("cache").toString());
            builder.environment().put("MASKWATCH_JAVA_OPTS", "-Djava.awt.headless=true");
            process = builder.start();
            process.getOutputStream().close();
        }

        Terminal ended() throws IOException, InterruptedException {
            try {
                assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            } finally {
                // What did not end must not go on beside all that follows.
                process.destroyForcibly();
            }
            return new Terminal(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        }

        void awaitOutput(String text) throws IOException, InterruptedException {
            while (process.isAlive() && !Files.readString(out, UTF_8).contains(text)) {
                Thread.sleep(50);
            }
        }
    }

    @Test
    void knowsItsVersion() throws Exception {
        Terminal terminal = new Running("--version").ended();

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out())
                .startsWith("maskwatch " + new Version().number())
                .contains(new Version().platform());
    }

    @Test
    void playsTheDemonstrationIntoAVideo() throws Exception {
        Path video = folder.resolve("a b.mp4");

        Terminal terminal = new Running(
                        "demo",
                        "--headless",
                        "--output",
                        video.toString(),
                        "--frames",
                        "10",
                        "--model",
                        model.toString())
                .ended();

        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        try (FrameReader reader = VideoSource.parse(video.toString()).open()) {
            int frames = 0;
            while (reader.next() != null) {
                frames++;
            }
            assertThat(frames).isEqualTo(10);
        }
    }

    @Test
    void aMistakeIsOneLineAndItsExitCode() throws Exception {
        Terminal terminal = new Running("watch", "no such file.mp4", "--headless", "--model", model.toString()).ended();

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(terminal.err().lines().filter(line -> !line.startsWith("Unpacking")))
                .singleElement()
                .asString()
                .startsWith("maskwatch: ")
                .contains("no such file.mp4");
    }

    /** Ctrl-C: the video that was being written is whole. */
    @Test
    void anInterruptFinishesTheVideo() throws Exception {
        Path video = folder.resolve("stopped.mp4");
        Running running = new Running(
                "demo", "--headless", "--output", video.toString(), "--duration", "1h", "--model", model.toString());
        running.awaitOutput("Watching");
        Thread.sleep(3000);

        new ProcessBuilder("kill", "-INT", String.valueOf(running.process.pid()))
                .start()
                .waitFor();
        Terminal terminal = running.ended();

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.INTERRUPTED.number());
        try (FrameReader reader = VideoSource.parse(video.toString()).open()) {
            assertThat(reader.next()).isNotNull();
        }
    }
}
