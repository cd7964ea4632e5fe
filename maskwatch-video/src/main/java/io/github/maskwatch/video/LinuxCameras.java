package io.github.maskwatch.video;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cameras by Video4Linux2.
 *
 * @see <a href="https://docs.kernel.org/userspace-api/media/v4l/v4l2.html">the kernel's documentation</a>
 */
final class LinuxCameras extends CameraSystem {
    private final Path devices;
    private final Path names;

    /**
     * @param devices the folder of {@code video0}
     * @param names the folder of {@code video0/name}
     */
    LinuxCameras(Path devices, Path names) {
        this.devices = devices;
        this.names = names;
    }

    static LinuxCameras ofThisMachine() {
        return new LinuxCameras(Path.of("/dev"), Path.of("/sys/class/video4linux"));
    }

    @Override
    List<Device> devices() throws IOException {
        List<Device> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(devices, "video*")) {
            for (Path file : files) {
                String number = file.getFileName().toString().substring("video".length());
                if (number.matches("\\d{1,4}")) {
                    found.add(describe(Integer.parseInt(number)));
                }
            }
        }
        found.sort(Comparator.comparingInt(Device::number));
        return List.copyOf(found);
    }

    private Device describe(int number) {
        Path file = devices.resolve("video" + number);
        String name;
        try {
            name = Files.readString(names.resolve("video" + number).resolve("name"))
                    .strip();
        } catch (IOException e) {
            name = "";
        }
        return new Device(number, name.isEmpty() ? "camera " + number : name, file.toString());
    }

    @Override
    Device device(int number) throws IOException {
        Device device = describe(number);
        if (Files.exists(Path.of(device.path()))) {
            return device;
        }
        List<Device> others = devices();
        throw new SourceUnavailableException(
                others.isEmpty()
                        ? none()
                        : "there is no " + device.path() + "; there is "
                                + others.stream().map(Device::path).collect(Collectors.joining(", ")));
    }

    /**
     * Motion JPEG first: over USB 2 a camera sends high definition at full rate only compressed. What it does not offer, the
     * driver replaces by the nearest or refuses; then the camera's own preset is taken.
     */
    @Override
    List<Address> addresses(Device device) {
        Address preset = new Address(device.path(), "v4l2", Map.of(), Address.Kind.CAMERA);
        Address compressed = preset.with(Map.of("input_format", "mjpeg", "video_size", "1280x720", "framerate", "30"));
        return List.of(compressed, preset);
    }

    @Override
    Complaints complaints(Device device, VideoOptions options) {
        return new CameraComplaints(device, options);
    }

    @Override
    String none() {
        return "no camera found: there is no " + devices.resolve("video*")
                + "; plug one in (in a container: pass the device in), or name a file or an rtsp:// address";
    }
}
