package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.photo.PhotoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Still pictures one after the other. A broken one among several is passed over and kept in {@link #skipped}; where none at all can
 * be read, the reader ends with an exception.
 */
public final class PictureReader implements FrameReader {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final CameraId camera;
    private final List<Path> pictures;
    private final PhotoReader photos;
    private final List<Skipped> skipped = new CopyOnWriteArrayList<>();
    private volatile @Nullable Path lastPicture;
    private int nextPicture;
    private long frames;
    private volatile boolean closed;

    /** A picture that could not be read; {@code reason} is one line that names it. */
    public record Skipped(Path picture, String reason) {}

    PictureReader(CameraId camera, List<Path> pictures, PhotoReader photos) {
        this.camera = camera;
        this.pictures = pictures;
        this.photos = photos;
    }

    @Override
    public @Nullable Frame next() throws IOException {
        while (true) {
            if (closed) {
                throw new IOException(camera + " was closed");
            }
            if (nextPicture == pictures.size()) {
                requireOne();
                return null;
            }
            Image image = readOrSkip(pictures.get(nextPicture++));
            if (image != null) {
                Duration position = STEP.multipliedBy(frames);
                return new Frame(camera, frames++, position, image);
            }
        }
    }

    private @Nullable Image readOrSkip(Path picture) {
        try {
            Image image = photos.read(picture);
            lastPicture = picture;
            return image;
        } catch (IOException e) {
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            skipped.add(new Skipped(picture, message));
            return null;
        }
    }

    private void requireOne() throws IOException {
        if (frames > 0) {
            return;
        }
        String first = skipped.get(0).reason();
        throw new IOException(
                pictures.size() == 1
                        ? first
                        : "none of the " + pictures.size() + " pictures in " + camera + " can be read; " + first);
    }

    /** The file of the frame that came last, null before the first. From any thread. */
    public @Nullable Path lastPicture() {
        return lastPicture;
    }

    /** The pictures passed over so far. From any thread. */
    public List<Skipped> skipped() {
        return new ArrayList<>(skipped);
    }

    @Override
    public void close() {
        closed = true;
    }
}
