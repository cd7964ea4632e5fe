package io.github.maskwatch.cli.demo;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration as a source of frames: 640 x 480 px at 25 frames a second, drawn as fast as they are asked for. The same seed
 * gives the same people, moves and light.
 */
public final class DemoSource implements FrameSource {
    /** Frames per second of the scene's own time. */
    public static final int FRAME_RATE = 25;

    private static final CameraId CAMERA = new CameraId("demonstration");

    private final long seed;
    private final @Nullable Duration length;

    /**
     * @param length after which it ends; null for a demonstration without an end
     * @throws IllegalArgumentException if the length is not above 0
     */
    public DemoSource(long seed, @Nullable Duration length) {
        if (length != null && (length.isNegative() || length.isZero())) {
            throw new IllegalArgumentException("length must be above 0, got " + length);
        }
        this.seed = seed;
        this.length = length;
    }

    @Override
    public CameraId camera() {
        return CAMERA;
    }

    /** Frames wait to be read: whoever wants them in their own time paces them, as with a file. */
    @Override
    public boolean live() {
        return false;
    }

    @Override
    public FrameReader open() throws IOException {
        return new SceneReader(new Scene(seed, FacePhoto.read()), length == null ? Long.MAX_VALUE : framesIn(length));
    }

    private static long framesIn(Duration length) {
        return Math.max(1, Math.round(length.toNanos() * 1e-9 * FRAME_RATE));
    }

    private static final class SceneReader implements FrameReader {
        private final Scene scene;
        private final long frames;
        private long index;
        private volatile boolean closed;

        SceneReader(Scene scene, long frames) {
            this.scene = scene;
            this.frames = frames;
        }

        @Override
        public @Nullable Frame next() throws IOException {
            if (closed) {
                throw new IOException("the demonstration was closed");
            }
            if (index == frames) {
                return null;
            }
            Duration position = Duration.ofNanos(index * 1_000_000_000 / FRAME_RATE);
            Frame frame = new Frame(CAMERA, index, position, scene.at(position.toNanos() * 1e-9));
            index++;
            return frame;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
