package io.github.maskwatch.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSourceTest {

    private static List<Frame> frames(long seed, Duration length) throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (FrameReader reader = new DemoSource(seed, length).open()) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                frames.add(frame);
            }
        }
        return frames;
    }

    @Test
    void endsAfterItsLengthAt25FramesASecond() throws IOException {
        List<Frame> frames = frames(1, Duration.ofMillis(400));

        assertThat(frames).hasSize(10);
        assertThat(frames).extracting(Frame::index).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(frames.get(9).position()).isEqualTo(Duration.ofMillis(360));
        assertThat(frames).allSatisfy(frame -> {
            assertThat(frame.image().width()).isEqualTo(640);
            assertThat(frame.image().height()).isEqualTo(480);
        });
    }

    @Test
    void theSameSeedDrawsTheSamePictures() throws IOException {
        List<Frame> once = frames(7, Duration.ofMillis(120));
        List<Frame> again = frames(7, Duration.ofMillis(120));
        List<Frame> other = frames(8, Duration.ofMillis(120));

        assertThat(once.get(2).image().rgb()).isEqualTo(again.get(2).image().rgb());
        assertThat(once.get(2).image().rgb()).isNotEqualTo(other.get(2).image().rgb());
        assertThat(once.get(1).image().rgb()).isNotEqualTo(once.get(2).image().rgb());
    }

    @Test
    void whatIsClosedIsNotReadFurther() throws IOException {
        FrameReader reader = new DemoSource(1, null).open();
        reader.close();
        reader.close();

        assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessage("the demonstration was closed");
    }

    @Test
    void refusesALengthOfNothing() {
        assertThatThrownBy(() -> new DemoSource(1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length must be above 0, got PT0S");
    }

    @Test
    void somebodyIsThereInTheFirstFrame() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(new Scene(seed, FacePhoto.read()).posesAt(0))
                    .anyMatch(pose -> inside(pose.face()) && pose.face().width() > 60);
        }
    }

    private static boolean inside(Box face) {
        return face.x() >= 0 && face.y() >= 0 && face.right() <= Scene.WIDTH && face.bottom() <= Scene.HEIGHT;
    }

    @Test
    void facesOfEverySizeComeMaskedAndBareAndChange() throws IOException {
        Scene scene = new Scene(1, FacePhoto.read());
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        int masked = 0;
        int bare = 0;
        int changing = 0;
        for (int second = 0; second < 1200; second++) {
            for (Pose pose : scene.posesAt(second * 0.1)) {
                assertThat(pose.worn()).isBetween(0.0, 1.0);
                if (inside(pose.face())) {
                    smallest = Math.min(smallest, pose.face().width());
                    largest = Math.max(largest, pose.face().width());
                    masked += pose.worn() > 0.99 ? 1 : 0;
                    bare += pose.worn() < 0.01 ? 1 : 0;
                    changing += pose.worn() > 0.2 && pose.worn() < 0.8 ? 1 : 0;
                }
            }
        }

        assertThat(smallest).isBetween(45.0, 75.0);
        assertThat(largest).isBetween(180.0, 260.0);
        assertThat((double) masked / (masked + bare)).isBetween(0.3, 0.7);
        assertThat(changing).isPositive();
    }

    /** Ten centimetres of blue where a mouth would be. */
    @Test
    void aMaskCoversTheMouth() throws IOException {
        Scene scene = new Scene(3, FacePhoto.read());
        for (int i = 0; i < 600; i++) {
            for (Pose pose : scene.posesAt(i * 0.2)) {
                if (pose.style() == MaskStyle.SURGICAL
                        && pose.worn() == 1
                        && inside(pose.face())
                        && pose.scale() > 1.6) {
                    int cheek = average(scene.at(i * 0.2), pose.x(), pose.y() + 27 * pose.scale());
                    assertThat(cheek & 0xff).as("blue over red").isGreaterThan(cheek >> 16);
                    return;
                }
            }
        }
        throw new AssertionError("nobody near wore a surgical mask in two minutes");
    }

    private static int average(Image image, double centerX, double centerY) {
        Image crop = image.crop(new Box(centerX - 6, centerY - 6, 12, 12)).resize(1, 1);
        return crop.at(0, 0);
    }
}
