package io.github.maskwatch.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cameras without a camera: a folder that looks like {@code /dev}, and FFmpeg's made-up device, which goes the same way through
 * libavdevice as a real one.
 */
class CamerasTest {
    private final VideoOptions options = VideoOptions.defaults();

    @TempDir
    Path folder;

    private LinuxCameras linux;

    @BeforeEach
    void makeDevices() throws IOException {
        Path devices = Files.createDirectory(folder.resolve("dev"));
        Path names = Files.createDirectory(folder.resolve("names"));
        linux = new LinuxCameras(devices, names);
    }

    private Path device(int number, String name) throws IOException {
        Path named = Files.createDirectories(folder.resolve("names/video" + number));
        Files.writeString(named.resolve("name"), name + "\n");
        return Files.createFile(folder.resolve("dev/video" + number));
    }

    private static void assumeDevices() {
        try {
            FFmpeg.loadDevices();
        } catch (SourceUnavailableException e) {
            assumeTrue(false, e.getMessage());
        }
    }

    /** A camera system with FFmpeg's test pattern for a camera, in its own time. */
    private static final class Patterns extends CameraSystem {
        private final List<String> patterns;

        Patterns(String... patterns) {
            this.patterns = List.of(patterns);
        }

        @Override
        List<Device> devices() {
            return IntStream.range(0, patterns.size())
                    .mapToObj(i -> new Device(i, "pattern " + i, patterns.get(i)))
                    .toList();
        }

        @Override
        List<Address> addresses(Device device) {
            return List.of(new Address(device.path(), "lavfi", Map.of(), Address.Kind.CAMERA));
        }

        @Override
        Device device(int number) {
            return devices().get(number);
        }

        @Override
        Complaints complaints(Device device, VideoOptions options) {
            return new CameraComplaints(device, options);
        }

        @Override
        String none() {
            return "none";
        }
    }

    @Test
    void withoutAnyTheLineSaysWhereTheyWouldBe() {
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> linux.open(new Webcam(0)))
                .withMessageStartingWith("no camera found: there is no " + folder.resolve("dev/video*"));
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> linux.openFirst(new CameraId("camera"), options))
                .withMessageStartingWith("no camera found");
    }

    @Test
    void aNumberThatIsNotThereIsToldWithThoseThatAre() throws IOException {
        device(10, "ten");
        device(2, "two");
        Files.createFile(folder.resolve("dev/video-extra"));
        assertThat(linux.devices()).extracting(CameraSystem.Device::name).containsExactly("two", "ten");
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> linux.open(new Webcam(5)))
                .withMessage("there is no " + folder.resolve("dev/video5") + "; there is "
                        + folder.resolve("dev/video2") + ", " + folder.resolve("dev/video10"));
    }

    @Test
    void aFileWithACamerasNameIsNoCamera() throws IOException {
        assumeDevices();
        device(0, "Fake Cam");
        List<Camera> cameras = linux.list(options);
        assertThat(cameras).singleElement().satisfies(camera -> {
            assertThat(camera.works()).isFalse();
            assertThat(camera.failure()).startsWith("it gives no pictures");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "-13, no permission; add yourself to the group video",
        "-16, another program has it",
        "-19, it gives no pictures",
        "-2, it is not there",
        "-12, Cannot allocate memory"
    })
    void whatTheSystemAnswersBecomesASentence(int code, String sentence) {
        FFmpeg.load();
        CameraSystem.Device device = new CameraSystem.Device(0, "Cam", "/dev/video0");
        assertThat(new CameraComplaints(device, options).cannotOpen(code))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageStartingWith("cannot open Cam (/dev/video0): " + sentence);
    }

    @Test
    void aCameraIsListedWithWhatItSends() throws IOException {
        assumeDevices();
        List<Camera> cameras = new Patterns("testsrc=size=320x240:rate=30,realtime", "no such filter").list(options);
        assertThat(cameras.get(0).mode()).isEqualTo(new Camera.Mode(320, 240, "wrapped_avframe", 30));
        assertThat(cameras.get(1).works()).isFalse();
    }

    @Test
    void theFirstThatOpensIsTaken() throws IOException {
        assumeDevices();
        Patterns system = new Patterns("no such filter", "testsrc=size=64x48:rate=100,realtime");
        try (FrameReader reader = system.openFirst(new CameraId("camera"), options)) {
            Frame first = Objects.requireNonNull(reader.next());
            Frame second = Objects.requireNonNull(reader.next());
            assertThat(first.camera()).isEqualTo(new CameraId("camera"));
            assertThat(first.image().width()).isEqualTo(64);
            assertThat(second.index()).isEqualTo(1);
            assertThat(second.position()).isGreaterThan(first.position());
        }
    }

    @Test
    void aCameraThatEndsWasLost() throws IOException {
        assumeDevices();
        try (FrameReader reader = new Patterns("testsrc=size=64x48:rate=100:duration=0.05").open(new Webcam(0))) {
            for (int i = 0; i < 5; i++) {
                assertThat(reader.next()).isNotNull();
            }
            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(reader::next)
                    .withMessageContaining("ended after 5 frames");
        }
    }
}
