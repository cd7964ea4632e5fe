package io.github.maskwatch.cli.watch;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.video.PictureReader;
import io.github.maskwatch.video.StillPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Still pictures that remember which file each frame was read from, and which files could not be read. Thread-safe. */
public final class NamedPictures implements FrameSource {
    private final StillPictures pictures;
    private final Map<Long, Path> files = new ConcurrentHashMap<>();
    private volatile @Nullable PictureReader reader;

    public NamedPictures(StillPictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public CameraId camera() {
        return pictures.camera();
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public FrameReader open() throws IOException {
        PictureReader opened = pictures.open();
        reader = opened;
        return new Reader(opened);
    }

    /** Whether it is a folder, and not one picture. */
    public boolean folder() {
        return Files.isDirectory(pictures.path());
    }

    /** The file that a frame was read from; null for a frame of something else. */
    public @Nullable Path fileOf(Frame frame) {
        return files.get(frame.index());
    }

    /** One line for each file passed over so far. */
    public List<String> skipped() {
        PictureReader opened = reader;
        return opened == null
                ? List.of()
                : opened.skipped().stream().map(PictureReader.Skipped::reason).toList();
    }

    private final class Reader implements FrameReader {
        private final PictureReader opened;

        Reader(PictureReader opened) {
            this.opened = opened;
        }

        @Override
        public @Nullable Frame next() throws IOException {
            Frame frame = opened.next();
            Path file = opened.lastPicture();
            if (frame != null && file != null) {
                files.put(frame.index(), file);
            }
            return frame;
        }

        @Override
        public void close() {
            opened.close();
        }
    }
}
