package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.FrameReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An operating system's way to its cameras. */
abstract class CameraSystem {

    /** One that the system lists. {@code path} is what FFmpeg calls it by. */
    record Device(int number, String name, String path) {}

    static CameraSystem ofThisMachine() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return new ListedCameras("dshow", "video=", Map.of("rtbufsize", "100M"));
        }
        return system.contains("mac")
                ? new ListedCameras("avfoundation", "", Map.of("framerate", "30"))
                : LinuxCameras.ofThisMachine();
    }

    /** The cameras by number; empty where there are none. */
    abstract List<Device> devices() throws IOException;

    /** The first thing to try, and what to try after it failed. */
    abstract List<Address> addresses(Device device);

    /** @throws SourceUnavailableException if the number is not among the devices; what there is instead */
    abstract Device device(int number) throws IOException;

    abstract Complaints complaints(Device device, VideoOptions options);

    /** What to say where there is no camera at all. */
    abstract String none();

    FrameReader open(Webcam webcam) throws IOException {
        return open(device(webcam.device()), webcam.camera(), webcam.options());
    }

    FrameReader openFirst(CameraId camera, VideoOptions options) throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (Device device : devices()) {
            try {
                return open(device, camera, options);
            } catch (IOException e) {
                failures.add(e);
            }
        }
        throw failures.isEmpty() ? new SourceUnavailableException(none()) : failures.get(0);
    }

    List<Camera> list(VideoOptions options) throws IOException {
        List<Camera> cameras = new ArrayList<>();
        for (Device device : devices()) {
            cameras.add(tried(device, options));
        }
        return List.copyOf(cameras);
    }

    private Camera tried(Device device, VideoOptions options) {
        try (MediaReader reader = open(device, new CameraId(device.name()), options)) {
            return new Camera(device.number(), device.name(), device.path(), reader.mode(), null);
        } catch (IOException e) {
            return new Camera(device.number(), device.name(), device.path(), null, reason(e));
        }
    }

    private static String reason(IOException e) {
        return e instanceof SourceUnavailableException unavailable
                ? unavailable.reason()
                : String.valueOf(e.getMessage());
    }

    private MediaReader open(Device device, CameraId camera, VideoOptions options) throws IOException {
        Complaints complaints = complaints(device, options);
        IOException last = null;
        for (Address address : addresses(device)) {
            try {
                return MediaReader.open(camera, address, options, complaints);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last == null ? new SourceUnavailableException(none()) : last;
    }
}
