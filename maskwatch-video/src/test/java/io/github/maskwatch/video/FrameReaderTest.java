package io.github.maskwatch.video;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;

class FrameReaderTest {

    @Nested
    class OfAFile extends FrameReaderContract {
        @Override
        FrameSource source() throws IOException {
            return new VideoFile(Scene.record(folder.resolve("clip.mp4"), 20, 160, 120));
        }
    }

    @Nested
    class OfAFileWithBFrames extends FrameReaderContract {
        @Override
        FrameSource source() throws IOException {
            Path file = folder.resolve("clip.mkv");
            return new VideoFile(
                    new Container("matroska", "mpeg4", "yuv420p").withBFrames(2).write(file, 20, 160, 120));
        }
    }

    @Nested
    class OfPictures extends FrameReaderContract {
        @Override
        FrameSource source() throws IOException {
            for (int i = 0; i < 6; i++) {
                write(folder.resolve(i + ".png"), Scene.frame(i, 40 + i, 30).image());
            }
            return new StillPictures(folder);
        }
    }

    /** FFmpeg's test pattern in its own time, through libavdevice like a camera. */
    @Nested
    class OfADevice extends FrameReaderContract {
        @Override
        boolean finite() {
            return false;
        }

        @Override
        FrameSource source() {
            try {
                FFmpeg.loadDevices();
            } catch (SourceUnavailableException e) {
                assumeTrue(false, e.getMessage());
            }
            String pattern = "testsrc=size=64x48:rate=50,realtime";
            Address address = new Address(pattern, "lavfi", Map.of(), Address.Kind.CAMERA);
            CameraSystem.Device device = new CameraSystem.Device(0, "pattern", pattern);
            return new FrameSource() {
                @Override
                public CameraId camera() {
                    return new CameraId("pattern");
                }

                @Override
                public boolean live() {
                    return true;
                }

                @Override
                public FrameReader open() throws IOException {
                    VideoOptions options = VideoOptions.defaults();
                    return MediaReader.open(camera(), address, options, new CameraComplaints(device, options));
                }
            };
        }
    }

    static void write(Path file, Image image) throws IOException {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                picture.setRGB(x, y, image.at(x, y));
            }
        }
        ImageIO.write(picture, "png", file.toFile());
    }
}
