package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A source under the name that its user gave it, whose defects are its own: what a reader throws on a stream of garbage makes this
 * camera a lost one and leaves the others alone.
 */
record SteadySource(CameraId camera, FrameSource source) implements FrameSource {
    @Override
    public boolean live() {
        return source.live();
    }

    @Override
    public FrameReader open() throws IOException {
        try {
            return new SteadyReader(camera, source.open());
        } catch (RuntimeException e) {
            throw defect(camera, e);
        }
    }

    private static IOException defect(CameraId camera, RuntimeException why) {
        return new IOException(camera + ": a defect of the reader: " + why, why);
    }

    private record SteadyReader(CameraId camera, FrameReader reader) implements FrameReader {
        @Override
        public @Nullable Frame next() throws IOException {
            try {
                Frame frame = reader.next();
                return frame == null ? null : new Frame(camera, frame.index(), frame.position(), frame.image());
            } catch (RuntimeException e) {
                throw defect(camera, e);
            }
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
