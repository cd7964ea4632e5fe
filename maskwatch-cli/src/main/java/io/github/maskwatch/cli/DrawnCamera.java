package io.github.maskwatch.cli;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A camera whose pictures were drawn before: a few seconds of the demonstration, over and over. It costs nothing while others are
 * measured.
 *
 * @param pictures of one loop
 * @param offset number of the picture that it begins with
 */
record DrawnCamera(CameraId camera, List<Image> pictures, int offset) implements FrameSource {
    /** At 0.9 MB each. */
    private static final int PICTURES = 4 * DemoSource.FRAME_RATE;

    DrawnCamera {
        pictures = List.copyOf(pictures);
    }

    /** One loop of pictures, 640 x 480 px. */
    static List<Image> draw(long seed) throws IOException {
        List<Image> pictures = new ArrayList<>();
        try (FrameReader reader = new DemoSource(seed, null).open()) {
            for (Frame frame = reader.next(); frame != null && pictures.size() < PICTURES; frame = reader.next()) {
                pictures.add(frame.image());
            }
        }
        return pictures;
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public FrameReader open() {
        return new FrameReader() {
            private long index;
            private volatile boolean closed;

            @Override
            public @Nullable Frame next() throws IOException {
                if (closed) {
                    throw new IOException(camera + " was closed");
                }
                Duration position = Duration.ofNanos(index * 1_000_000_000 / DemoSource.FRAME_RATE);
                Image picture = pictures.get((int) ((offset + index) % pictures.size()));
                return new Frame(camera, index++, position, picture);
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }
}
