package io.github.maskwatch.video;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import java.io.IOException;
import org.bytedeco.ffmpeg.global.avutil;

/** A source tried once: opened, one frame read, closed. */
public final class FirstLook {
    private FirstLook() {}

    /**
     * The version of FFmpeg, which is loaded for it.
     *
     * @throws LinkageError if it does not load on this machine
     */
    public static String ffmpeg() {
        FFmpeg.load();
        return avutil.av_version_info().getString();
    }

    /**
     * What a source sends: the size of its first frame, and what it says of coding and rate. Waits no longer than the source's own timeouts.
     *
     * @return of sources without a coding (pictures) the coding {@code pictures}, at 0 frames per second
     * @throws IOException if it cannot be opened or sends no frame; one line without a password
     */
    public static Camera.Mode at(FrameSource source) throws IOException {
        try (FrameReader reader = source.open()) {
            Frame frame = reader.next();
            if (frame == null) {
                throw new SourceUnavailableException(source.camera() + " ends without a frame");
            }
            int width = frame.image().width();
            int height = frame.image().height();
            if (reader instanceof MediaReader media) {
                Camera.Mode said = media.mode();
                return new Camera.Mode(width, height, said.codec(), said.framesPerSecond());
            }
            return new Camera.Mode(width, height, "pictures", 0);
        }
    }
}
