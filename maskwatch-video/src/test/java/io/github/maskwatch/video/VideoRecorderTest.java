package io.github.maskwatch.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoRecorderTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @ParameterizedTest
    @CsvSource({"160, 120", "538, 302", "161, 121", "16, 16", "17, 33", "1280, 720"})
    void everyFrameComesBackInItsSizeMadeEven(int width, int height) throws IOException {
        Path file = Scene.record(file("clip.mp4"), 60, width, height);

        List<Frame> frames = Scene.read(new VideoFile(file).open());

        assertThat(frames).extracting(f -> Scene.number(f.image())).containsExactlyElementsOf(naturals(60));
        assertThat(frames).allSatisfy(f -> {
            assertThat(f.image().width()).isEqualTo(width + width % 2);
            assertThat(f.image().height()).isEqualTo(height + height % 2);
        });
        assertThat(names()).containsExactly("clip.mp4");
    }

    private static List<Integer> naturals(int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).toList();
    }

    @ParameterizedTest
    @CsvSource({"200", "720"})
    void coloursStayWhatTheyAre(int height) throws IOException {
        int[] colours = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff, 0x000000, 0x808080, 0xe0b090};
        for (int colour : colours) {
            Path file = file("colour.mp4");
            try (VideoRecorder recorder = new VideoRecorder(file)) {
                recorder.write(
                        new Frame(new CameraId("x"), 0, Duration.ZERO, Image.filled(height * 16 / 9, height, colour)));
            }
            int seen = Scene.read(new VideoFile(file).open()).get(0).image().at(50, 50);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(seen >> shift & 0xff).as("%06x", colour).isCloseTo(colour >> shift & 0xff, within(4));
            }
        }
    }

    @Test
    void framesKeepTheirTimes() throws IOException {
        long[] millis = {5000, 5040, 5080, 5500, 5500, 7000};
        try (VideoRecorder recorder = new VideoRecorder(file("vfr.mp4"))) {
            for (int i = 0; i < millis.length; i++) {
                Image image = Scene.frame(i, 64, 64).image();
                recorder.write(new Frame(new CameraId("x"), i, Duration.ofMillis(millis[i]), image));
            }
        }
        List<Frame> frames = Scene.read(new VideoFile(file("vfr.mp4")).open());
        assertThat(frames).extracting(f -> f.position().toMillis()).containsExactly(0L, 40L, 80L, 500L, 500L, 2000L);
    }

    @Test
    void theIndexStandsInFront() throws IOException {
        byte[] bytes = Files.readAllBytes(Scene.record(file("clip.mp4"), 30, 160, 120));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text.indexOf("moov")).isPositive().isLessThan(text.indexOf("mdat"));
        assertThat(text).doesNotContain("moof");
    }

    @Test
    void nothingIsUnderTheNameUntilItIsWhole() throws IOException {
        Files.writeString(file("clip.mp4"), "an older one");
        try (VideoRecorder recorder = new VideoRecorder(file("clip.mp4"))) {
            recorder.write(Scene.frame(0, 64, 64));
            assertThat(names()).containsExactly("clip.mp4", "clip.mp4.part");
            assertThat(file("clip.mp4")).hasContent("an older one");
        }
        assertThat(names()).containsExactly("clip.mp4");
        assertThat(Scene.read(new VideoFile(file("clip.mp4")).open())).hasSize(1);
    }

    @Test
    void whatARunThatWasKilledLeftCanBePlayed() throws IOException {
        try (VideoRecorder recorder = new VideoRecorder(file("clip.mp4"))) {
            for (int i = 0; i < 120; i++) {
                recorder.write(Scene.frame(i, 64, 64));
            }
            Files.copy(file("clip.mp4.part"), file("left.mp4"));
        }
        List<Frame> frames = Scene.read(new VideoFile(file("left.mp4")).open());
        assertThat(frames).extracting(f -> Scene.number(f.image())).startsWith(0, 1, 2);
        assertThat(frames).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void suchALeftoverIsNotOverwritten() throws IOException {
        Files.writeString(file("clip.mp4.part"), "all that is left");
        Scene.record(file("clip.mp4"), 2, 64, 64);
        assertThat(names()).containsExactly("clip.mp4", "clip.mp4.part");
        assertThat(file("clip.mp4.part")).hasContent("all that is left");
    }

    @Test
    void withoutAFrameThereIsNoFile() throws IOException {
        new VideoRecorder(file("clip.mp4")).close();
        assertThat(names()).isEmpty();
    }

    @Test
    void closingTwiceIsOneClosingAndWritingAfterItIsRefused() throws IOException {
        VideoRecorder recorder = new VideoRecorder(file("clip.mp4"));
        recorder.write(Scene.frame(0, 64, 64));
        recorder.close();
        recorder.close();
        assertThatIOException()
                .isThrownBy(() -> recorder.write(Scene.frame(1, 64, 64)))
                .withMessage("the recording " + file("clip.mp4") + " is closed");
    }

    @Test
    void anotherSizeIsTheCallersMistakeAndTheRecordingGoesOn() throws IOException {
        try (VideoRecorder recorder = new VideoRecorder(file("clip.mp4"))) {
            recorder.write(Scene.frame(0, 64, 64));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recorder.write(Scene.frame(1, 80, 64)))
                    .withMessage("all frames of a recording must be 64 x 64 px, got 80 x 64");
            recorder.write(Scene.frame(2, 64, 64));
        }
        assertThat(Scene.read(new VideoFile(file("clip.mp4")).open())).hasSize(2);
    }

    @Test
    void aPictureTooSmallForTheFormatIsSaidSo() throws IOException {
        try (VideoRecorder recorder = new VideoRecorder(file("clip.mp4"))) {
            assertThatIOException()
                    .isThrownBy(() -> recorder.write(Scene.frame(0, 15, 64)))
                    .withMessageContaining("15 x 64 px");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsSaidAtOnce() {
        assertThatIOException()
                .isThrownBy(() -> new VideoRecorder(file("no/such/clip.mp4")))
                .withMessage("cannot write the video " + file("no/such/clip.mp4") + ": there is no folder "
                        + file("no/such"));
        assertThatIOException()
                .isThrownBy(() -> new VideoRecorder(folder))
                .withMessage("cannot write the video " + folder + ": it is a folder");
    }

    @Test
    void aWholeRecordingThatCannotBeMovedIntoPlaceIsKept() throws IOException {
        VideoRecorder recorder = new VideoRecorder(file("clip.mp4"));
        for (int i = 0; i < 10; i++) {
            recorder.write(Scene.frame(i, 64, 64));
        }
        Files.createDirectories(file("clip.mp4").resolve("somebody's"));
        assertThatExceptionOfType(RecordingFailedException.class)
                .isThrownBy(recorder::close)
                .withMessageStartingWith("cannot write the video " + file("clip.mp4") + ": ")
                .withMessageEndingWith("; the whole recording is kept as " + file("clip.mp4.part.mp4"));
        recorder.close();
        assertThat(names()).containsExactly("clip.mp4", "clip.mp4.part.mp4");
        assertThat(Scene.read(new VideoFile(file("clip.mp4.part.mp4")).open())).hasSize(10);
    }

    @Test
    void aDiskThatFillsUpLeavesWhatWasRecorded() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder, 400)) {
            Path clip = disk.file("clip.mp4");
            Path part = disk.file("clip.mp4.part");
            VideoRecorder recorder = new VideoRecorder(clip);
            assertThatExceptionOfType(RecordingFailedException.class)
                    .isThrownBy(() -> {
                        for (int i = 0; i < 20_000; i++) {
                            recorder.write(Scene.frame(i, 160, 120));
                        }
                    })
                    .withMessage("cannot write the video " + clip + ": the disk is full; what was recorded"
                            + " until then, to be played, is kept as " + part);
            recorder.close();
            assertThat(names()).containsExactly("clip.mp4.part");
            List<Frame> frames = Scene.read(new VideoFile(part).open());
            assertThat(frames).extracting(f -> Scene.number(f.image())).startsWith(0, 1, 2);
            assertThat(frames).hasSizeGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full on this system");
        VideoRecorder recorder = new VideoRecorder(file("clip.mp4"));
        // The name leads to the device where every write fails as on a full disk.
        Files.delete(file("clip.mp4.part"));
        Files.createSymbolicLink(file("clip.mp4.part"), full);
        assertThatIOException()
                .isThrownBy(() -> {
                    for (int i = 0; i < 200; i++) {
                        recorder.write(Scene.frame(i, 160, 120));
                    }
                })
                .withMessage("cannot write the video " + file("clip.mp4") + ": the disk is full");
        assertThatIOException()
                .isThrownBy(() -> recorder.write(Scene.frame(1, 160, 120)))
                .withMessage("the recording " + file("clip.mp4") + " has failed");
        recorder.close();
        assertThat(names()).isEmpty();
        assertThat(full).exists();
    }
}
