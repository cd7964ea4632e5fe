package io.github.maskwatch.video;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server: GStreamer's, from the system's packages. */
@Timeout(120)
class RtspTest {
    /** Debian's own Python is the one that knows Debian's GStreamer. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final VideoOptions OPTIONS =
            VideoOptions.defaults().withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(2));

    @TempDir
    static Path folder;

    private final List<Process> servers = new ArrayList<>();

    private record Ports(int free, int locked) {}

    @BeforeEach
    void assumeServer() throws Exception {
        String needed = "import gi; gi.require_version('GstRtspServer','1.0'); from gi.repository import Gst;"
                + " Gst.init(None); import sys; sys.exit(0 if Gst.ElementFactory.find('x264enc') else 1)";
        boolean there = Files.exists(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", needed)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
        assumeTrue(
                there,
                "no GStreamer RTSP server: apt install python3-gi gir1.2-gst-rtsp-server-1.0"
                        + " gstreamer1.0-plugins-{base,good,bad,ugly} gstreamer1.0-libav");
    }

    @AfterEach
    void stopServers() throws Exception {
        for (Process server : servers) {
            server.destroyForcibly().waitFor();
        }
    }

    private Ports start(int port) throws Exception {
        Path script = folder.resolve("rtsp_server.py");
        try (InputStream in = RtspTest.class.getResourceAsStream("rtsp_server.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        Process server = new ProcessBuilder(PYTHON, script.toString(), String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        servers.add(server);
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
        String[] ports = String.valueOf(out.readLine()).split(" ", 2);
        return new Ports(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
    }

    private static NetworkStream ball(int port) {
        return new NetworkStream(URI.create("rtsp://127.0.0.1:" + port + "/ball"), OPTIONS);
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Test
    void framesComeInTheirTime() throws Exception {
        Ports ports = start(0);
        try (FrameReader reader = ball(ports.free).open()) {
            Frame before = Objects.requireNonNull(reader.next());
            assertThat(before.image()).hasToString("Image[320 x 240]");
            for (int i = 1; i < 40; i++) {
                Frame frame = Objects.requireNonNull(reader.next());
                assertThat(frame.index()).isEqualTo(i);
                assertThat(frame.position()).isGreaterThanOrEqualTo(before.position());
                before = frame;
            }
        }
    }

    @Test
    void overUdpToo() throws Exception {
        Ports ports = start(0);
        URI uri = ball(ports.free).uri();
        try (FrameReader reader = new NetworkStream(uri, OPTIONS.withRtspTransport(RtspTransport.UDP)).open()) {
            assertThat(reader.next()).isNotNull();
        }
    }

    @Test
    void aServerThatDiesIsNoticedAndOneThatComesBackIsReadAgain() throws Exception {
        Ports ports = start(0);
        try (FrameReader reader = ball(ports.free).open()) {
            reader.next();
            servers.get(0).destroyForcibly().waitFor();
            assertLost(reader, ball(ports.free).camera() + " ");
        }
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> ball(ports.free).open())
                .withMessage("cannot open rtsp://127.0.0.1:" + ports.free
                        + "/ball: connection refused; see whether the camera is on, and host and port of the"
                        + " address are right");
        start(ports.free);
        try (FrameReader reader = ball(ports.free).open()) {
            assertThat(reader.next()).isNotNull();
        }
    }

    /** Reads until the exception that must come; the frames on the way may come first. */
    private static void assertLost(FrameReader reader, String line) {
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> {
                    while (reader.next() != null) {}
                })
                .withMessageStartingWith(line)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void aServerThatFallsSilentIsNoticed() throws Exception {
        Ports ports = start(0);
        try (FrameReader reader = ball(ports.free).open()) {
            reader.next();
            signal(servers.get(0), "STOP");
            assertLost(reader, ball(ports.free).camera() + " is silent: nothing came for 2 s");
            signal(servers.get(0), "CONT");
        }
        try (FrameReader again = ball(ports.free).open()) {
            assertThat(again.next()).isNotNull();
        }
    }

    @Test
    void closingEndsAReadThatWaits() throws Exception {
        Ports ports = start(0);
        VideoOptions patient = OPTIONS.withTimeouts(Duration.ofSeconds(10), Duration.ofMinutes(10));
        FrameReader reader = new NetworkStream(ball(ports.free).uri(), patient).open();
        reader.next();
        signal(servers.get(0), "STOP");
        CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> {
            try {
                while (reader.next() != null) {}
                return "ended";
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        });
        reader.close();
        assertThat(end.get()).isEqualTo(ball(ports.free).camera() + " was closed");
        reader.close();
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsGivenUp() throws Exception {
        try (ServerSocket mute = new ServerSocket(0)) {
            URI uri = URI.create("rtsp://joe:s3cret@127.0.0.1:" + mute.getLocalPort() + "/x");
            VideoOptions quick = OPTIONS.withTimeouts(Duration.ofMillis(300), Duration.ofSeconds(1));
            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> new NetworkStream(uri, quick).open())
                    .withMessage(
                            "cannot open rtsp://127.0.0.1:" + mute.getLocalPort() + "/x: no answer within 300 ms; see"
                                    + " whether camera and network are on, and host and port of the address are right");
        }
    }

    @Test
    void aWrongPasswordIsSaidSo() throws Exception {
        Ports ports = start(0);
        String there = "127.0.0.1:" + ports.locked + "/ball";
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> VideoSource.parse("rtsp://joe:guess@" + there).open())
                .withMessage("cannot open rtsp://" + there
                        + ": user name or password is wrong (401 from the server); correct them");
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> VideoSource.parse("rtsp://" + there).open())
                .withMessage("cannot open rtsp://" + there
                        + ": the server wants a user name and a password (401); add them: rtsp://USER:PASSWORD@127.0.0.1,"
                        + " or user: and password: in a configuration");
        try (FrameReader reader =
                VideoSource.parse("rtsp://joe:s3cret@" + there).open()) {
            Frame frame = Objects.requireNonNull(reader.next());
            assertThat(frame.camera().name()).isEqualTo("rtsp://" + there);
        }
    }

    @Test
    void aPathThatIsNotThereIsSaidSo() throws Exception {
        Ports ports = start(0);
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> VideoSource.parse("rtsp://127.0.0.1:" + ports.free + "/door")
                        .open())
                .withMessageEndingWith(
                        "the server is there but knows no such stream (404); check the path of the address;"
                                + " the camera's manual names it")
                .satisfies(e -> {
                    assertThat(e.what()).endsWith("knows no such stream (404)");
                    assertThat(e.cure()).startsWith("check the path");
                });
    }
}
