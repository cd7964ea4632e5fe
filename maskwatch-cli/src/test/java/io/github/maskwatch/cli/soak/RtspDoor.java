package io.github.maskwatch.cli.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.monitor.overlay.Pictures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A real RTSP server that shows people at a door, in two sizes. */
final class RtspDoor implements AutoCloseable {
    static final String PATH = "/door";

    /** Debian's own Python is the one that knows Debian's GStreamer. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final int PICTURES = 100;
    private static final int FRAMES_PER_SECOND = 12;

    private final Process process;
    private final List<Integer> ports;

    private RtspDoor(Process process, List<Integer> ports) {
        this.process = process;
        this.ports = ports;
    }

    /** Whether this machine has what it needs. */
    static boolean canRun() throws IOException, InterruptedException {
        String needed = "import gi; gi.require_version('GstRtspServer','1.0'); from gi.repository import Gst;"
                + " Gst.init(None); import sys;"
                + " sys.exit(0 if all(map(Gst.ElementFactory.find, ['x264enc', 'jpegdec', 'rtph264pay'])) else 1)";
        return Files.exists(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", needed)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }

    static RtspDoor start(Path folder) throws IOException {
        draw(folder);
        Path script = folder.resolve("rtsp_door.py");
        try (InputStream in = RtspDoor.class.getResourceAsStream("rtsp_door.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        Process process = new ProcessBuilder(
                        PYTHON,
                        script.toString(),
                        folder.toString(),
                        String.valueOf(PICTURES),
                        String.valueOf(FRAMES_PER_SECOND),
                        "640x480",
                        "320x240")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = String.valueOf(out.readLine());
        return new RtspDoor(
                process,
                Arrays.stream(line.split(" ", -1)).map(Integer::valueOf).toList());
    }

    private static void draw(Path folder) throws IOException {
        try (FrameReader reader = new DemoSource(1, null).open()) {
            for (int i = 0; i < PICTURES; i++) {
                Frame frame = Objects.requireNonNull(reader.next());
                Path file = folder.resolve(String.format("%03d.jpg", i));
                ImageIO.write(Pictures.toBuffered(frame.image()), "jpeg", file.toFile());
            }
        }
    }

    /** Where the pictures are 640 x 480 px. */
    int largePort() {
        return ports.get(0);
    }

    /** Where they are 320 x 240 px. */
    int smallPort() {
        return ports.get(1);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
