package io.github.maskwatch.cli;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A file that begins again at its end. Numbers and positions go on, so that who paces it shows a camera that never ends. */
record LoopedSource(FrameSource source) implements FrameSource {
    @Override
    public CameraId camera() {
        return source.camera();
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public FrameReader open() throws IOException {
        return new LoopedReader(source);
    }

    private static final class LoopedReader implements FrameReader {
        /** Between the last frame and the first, where a file has only one. */
        private static final Duration USUAL_STEP = Duration.ofMillis(40);

        private final FrameSource source;
        private volatile FrameReader reader;
        private volatile boolean closed;
        private long index;
        private Duration start = Duration.ZERO;
        private Duration last = Duration.ZERO;
        private Duration step = USUAL_STEP;

        LoopedReader(FrameSource source) throws IOException {
            this.source = source;
            reader = source.open();
        }

        @Override
        public @Nullable Frame next() throws IOException {
            Frame frame = reader.next();
            if (frame == null) {
                frame = again();
            }
            if (frame == null) {
                return null;
            }
            Duration position = start.plus(frame.position());
            if (position.compareTo(last) > 0) {
                step = position.minus(last);
            }
            last = position;
            return new Frame(frame.camera(), index++, position, frame.image());
        }

        private @Nullable Frame again() throws IOException {
            reader.close();
            reader = source.open();
            if (closed) {
                reader.close();
            }
            start = last.plus(step);
            return reader.next();
        }

        @Override
        public void close() {
            closed = true;
            reader.close();
        }
    }
}
