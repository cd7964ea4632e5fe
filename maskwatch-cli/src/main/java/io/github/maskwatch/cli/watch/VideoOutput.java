package io.github.maskwatch.cli.watch;

import io.github.maskwatch.image.FrameWriter;
import io.github.maskwatch.monitor.live.LiveFrame;
import io.github.maskwatch.video.VideoRecorder;
import java.io.IOException;
import java.nio.file.Path;

/** The annotated frames as an H.264 video. */
public final class VideoOutput implements Output {
    private final Path file;
    private final FrameWriter recorder;
    private final Letterbox letterbox = new Letterbox();
    private long frames;
    private boolean done;

    /** @throws OutputException if nothing can be written there */
    public VideoOutput(Path file) throws OutputException {
        this.file = file;
        try {
            recorder = new VideoRecorder(file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static OutputException failure(IOException cause) {
        return new OutputException(String.valueOf(cause.getMessage()), cause);
    }

    @Override
    public void frameDrawn(LiveFrame frame) throws OutputException {
        try {
            recorder.write(frame.frame().withImage(letterbox.fit(Kept.of(frame))));
        } catch (IOException e) {
            throw failure(e);
        }
        frames++;
    }

    @Override
    public String written() {
        return done && frames > 0 ? file.toString() : "";
    }

    @Override
    public void close() throws OutputException {
        try {
            recorder.close();
        } catch (IOException e) {
            throw failure(e);
        }
        done = true;
    }
}
