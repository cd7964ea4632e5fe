package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.video.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(120)
class DemoCommandTest {
    @TempDir
    Path folder;

    private static final class OneFace implements MaskDetector {
        @Override
        public List<MaskedFace> detect(Image image) {
            return List.of(new MaskedFace(new Face(new Box(60, 60, 100, 100), 0.9f), new MaskPrediction(0.9, 0.1, 0)));
        }

        @Override
        public void close() {}
    }

    private static Terminal demo(String... args) {
        return Terminal.run(
                new CommandLine(new DemoCommand(OneFace::new))
                        .setExecutionExceptionHandler(new FailureHandler())
                        .setParameterExceptionHandler(new WrongUseHandler()),
                args);
    }

    @Test
    void writesTheAnnotatedVideoAndEnds() throws IOException {
        Path video = folder.resolve("demo.mp4");

        Terminal terminal = demo("--headless", "--output", video.toString(), "--duration", "1s");

        assertThat(terminal).as(terminal.err()).extracting(Terminal::exitCode).isEqualTo(0);
        assertThat(terminal.out()).contains("Watching demonstration", "demo.mp4");
        List<Image> frames = read(video);
        assertThat(frames).hasSize(25);
        // "Demonstration" stands on white over indigo at the top.
        Image banner = frames.get(3).crop(new Box(305, 2, 30, 6)).resize(1, 1);
        assertThat(banner.at(0, 0) & 0xff).isGreaterThan(150);
        assertThat(banner.at(0, 0) >> 16).isLessThan(170);
    }

    private static List<Image> read(Path video) throws IOException {
        List<Image> frames = new ArrayList<>();
        try (FrameReader reader = VideoSource.parse(video.toString()).open()) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                frames.add(frame.image());
            }
        }
        return frames;
    }

    @Test
    void endsAfterSoManyFrames() throws IOException {
        Path events = folder.resolve("events.jsonl");

        Terminal terminal = demo("--headless", "--events", events.toString(), "--frames", "7");

        assertThat(terminal.exitCode()).isZero();
        assertThat(Files.readAllLines(events)).hasSize(7).allMatch(line -> line.contains("\"with_mask\""));
    }

    @Test
    void theSameSceneIsASourceOfWatch() {
        Terminal terminal = Terminal.run(
                new CommandLine(new WatchCommand(OneFace::new)).setExecutionExceptionHandler(new FailureHandler()),
                "demo",
                "--headless",
                "--frames",
                "3");

        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
    }
}
