package io.github.maskwatch.cli;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.video.VideoRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The demonstration scene as a video. */
final class RecordedDemo {
    private RecordedDemo() {}

    static Path record(Path file, Duration length) throws IOException {
        try (FrameReader frames = new DemoSource(1, length).open();
                VideoRecorder recorder = new VideoRecorder(file)) {
            for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
                recorder.write(frame);
            }
        }
        return file;
    }
}
