package io.github.maskwatch.video;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameWriter;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An H.264 video in an MP4 file. The frames keep their times (a variable frame rate), and a picture of an odd width or height gets
 * one more column or row, as the format wants even ones.
 *
 * <p>Frames go to a {@code .part} file beside the named one. It is written in fragments of two seconds, so that it can be played
 * even after the power failed; {@link #close} copies it, without coding again, into an ordinary MP4 whose index stands in front and
 * moves that into place. After a failure what was recorded until then is kept beside it, and the message says where; nothing is left
 * where that is no picture yet. A recording without a frame leaves no file.
 *
 * <p>One thread writes; {@link #close} may come from another, such as a shutdown hook: it waits for the frame being written, and
 * the writer's next frame is refused.
 */
public final class VideoRecorder implements FrameWriter {
    private static final int MOST_LEFTOVERS = 1000;

    private final Path file;
    private final Path part;
    private @Nullable H264Encoder encoder;
    private boolean closed;
    private boolean failed;

    /**
     * @param file to be written; replaced if it exists
     * @throws IOException if nothing can be written beside it
     */
    public VideoRecorder(Path file) throws IOException {
        this.file = file;
        this.part = createPart(file);
    }

    /** One left by a run that was killed may be the only copy of what it saw: it is not overwritten. */
    private static Path createPart(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new RecordingFailedException(file, "it is a folder");
        }
        for (int i = 1; i <= MOST_LEFTOVERS; i++) {
            Path part = file.resolveSibling(file.getFileName() + (i == 1 ? ".part" : "." + i + ".part"));
            if (Files.notExists(part)) {
                try {
                    return Files.createFile(part);
                } catch (IOException e) {
                    throw RecordingFailedException.of(file, e);
                }
            }
        }
        throw new RecordingFailedException(file, "too many " + file.getFileName() + "*.part files beside it");
    }

    @Override
    public synchronized void write(Frame frame) throws IOException {
        if (closed || failed) {
            throw new IOException("the recording " + file + (failed ? " has failed" : " is closed"));
        }
        Image image = frame.image();
        try {
            if (encoder == null) {
                encoder = H264Encoder.open(part, file, image.width(), image.height());
            }
            encoder.encode(image, frame.position());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed || failed) {
            closed = true;
            return;
        }
        closed = true;
        if (encoder == null) {
            Files.deleteIfExists(part);
            return;
        }
        try {
            encoder.finish();
        } catch (IOException e) {
            throw failed(e);
        }
        encoder.close();
        moveIntoPlace(indexed());
    }

    /** The ordinary MP4; where there is no room for a second copy, the fragmented one, which plays as well. */
    private Path indexed() {
        Path whole = part.resolveSibling(part.getFileName() + ".mp4");
        try {
            Mp4Copy.copy(part, whole);
            Files.delete(part);
            return whole;
        } catch (IOException e) {
            delete(whole);
            return part;
        }
    }

    private void moveIntoPlace(Path whole) throws IOException {
        try {
            move(whole);
        } catch (IOException e) {
            failed = true;
            throw RecordingFailedException.keeping(RecordingFailedException.of(file, e), "the whole recording", whole);
        }
    }

    private void move(Path whole) throws IOException {
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The fragments before the one that failed are a video by themselves. */
    private IOException failed(IOException failure) {
        failed = true;
        long playable = 0;
        if (encoder != null) {
            playable = encoder.playableBytes();
            encoder.close();
        }
        if (playable == 0) {
            delete(part);
            return failure;
        }
        cut(playable);
        return RecordingFailedException.keeping(failure, "what was recorded until then, to be played,", part);
    }

    private void cut(long bytes) {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        } catch (IOException e) {
            // A torn fragment at its end: players pass it over.
        }
    }

    private static void delete(Path leftover) {
        try {
            Files.deleteIfExists(leftover);
        } catch (IOException e) {
            // The failure that led here is the one to be told.
            leftover.toFile().deleteOnExit();
        }
    }
}
