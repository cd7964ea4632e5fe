package io.github.maskwatch.cli;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A source under the name that the user gave it. */
record NamedSource(CameraId camera, FrameSource source) implements FrameSource {

    @Override
    public boolean live() {
        return source.live();
    }

    @Override
    public FrameReader open() throws IOException {
        FrameReader reader = source.open();
        return new FrameReader() {
            @Override
            public @Nullable Frame next() throws IOException {
                Frame frame = reader.next();
                return frame == null ? null : new Frame(camera, frame.index(), frame.position(), frame.image());
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }
}
