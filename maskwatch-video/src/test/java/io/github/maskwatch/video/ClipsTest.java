package io.github.maskwatch.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real clips, where they are present; the counts are those of {@code ffprobe -count_frames}. */
class ClipsTest {
    private static final Path CLIPS =
            Path.of(System.getProperty("maskwatch.root")).resolve("../shared/photos/videos");

    @ParameterizedTest
    @CsvSource({
        "group_putting_masks_on.mp4,      960, 506, 414",
        "one_person_mask_laptop.mp4,      720, 404, 244",
        "one_person_no_mask_outdoors.mp4, 1280, 720, 206",
        "one_person_no_mask_studio.mp4,   640, 360, 192"
    })
    void everyFrameIsRead(String name, int width, int height, int frames) throws IOException {
        Path clip = CLIPS.resolve(name);
        assumeTrue(Files.exists(clip), "no clips beside the project");
        int count = 0;
        Duration last = Duration.ZERO;
        try (FrameReader reader = new VideoFile(clip).open()) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                assertThat(frame.image().width()).isEqualTo(width);
                assertThat(frame.image().height()).isEqualTo(height);
                assertThat(frame.position()).isEqualTo(Duration.ofMillis(40L * count));
                last = frame.position();
                count++;
            }
        }
        assertThat(count).isEqualTo(frames);
        assertThat(last).isEqualTo(Duration.ofMillis(40L * (frames - 1)));
    }
}
