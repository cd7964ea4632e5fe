package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Made-up frames whose pictures say which they are, and what comes back of them. */
final class Scene {
    static final int FRAMES_PER_SECOND = 25;
    private static final int CELLS = 8;

    private Scene() {}

    /** A grey ramp with the frame's number below as eight cells, black for 0 and white for 1, lowest bit left. */
    static Frame frame(int index, int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean one = (index >> (x * CELLS / width) & 1) == 1;
                int value = y < height / 2 ? 60 + x * 120 / width : one ? 230 : 25;
                int i = (y * width + x) * 3;
                rgb[i] = (byte) (y < height / 2 ? 200 : value);
                rgb[i + 1] = (byte) value;
                rgb[i + 2] = (byte) (y < height / 2 ? 60 : value);
            }
        }
        Duration position = Duration.ofNanos(index * 1_000_000_000L / FRAMES_PER_SECOND);
        return new Frame(new CameraId("scene"), index, position, Image.wrap(width, height, rgb));
    }

    /** The number that the cells of {@link #frame} show. */
    static int number(Image image) {
        int number = 0;
        for (int bit = 0; bit < CELLS; bit++) {
            int x = (2 * bit + 1) * image.width() / (2 * CELLS);
            number |= (image.at(x, image.height() * 3 / 4) & 0xff) > 127 ? 1 << bit : 0;
        }
        return number;
    }

    static Path record(Path file, int frames, int width, int height) throws IOException {
        try (VideoRecorder recorder = new VideoRecorder(file)) {
            for (int i = 0; i < frames; i++) {
                recorder.write(frame(i, width, height));
            }
        }
        return file;
    }

    static List<Frame> read(FrameReader reader) throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (reader) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                frames.add(frame);
            }
        }
        return frames;
    }
}
