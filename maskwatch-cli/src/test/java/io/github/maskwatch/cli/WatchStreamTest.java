package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.overlay.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code watch} on a network camera (MJPEG over HTTP) that falls silent without closing, comes back, and goes away for good. */
@Timeout(120)
class WatchStreamTest {
    private static final int FRAMES_PER_CONNECTION = 40;

    private final ExecutorService connections =
            Executors.newCachedThreadPool(task -> new Thread(task, "test-network-camera"));
    private final AtomicInteger connected = new AtomicInteger();
    private HttpServer camera;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        camera = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        camera.setExecutor(connections);
        camera.createContext("/door", this::stream);
        camera.start();
    }

    @AfterEach
    void stop() {
        connections.shutdownNow();
        camera.stop(0);
    }

    /** Two connections give some frames and then nothing, without closing; later ones are turned away. */
    private void stream(HttpExchange exchange) throws IOException {
        int connection = connected.incrementAndGet();
        if (connection > 2) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=frame");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int i = 0; i < FRAMES_PER_CONNECTION; i++) {
            byte[] jpeg = jpeg(connection * 64 + i);
            out.write(("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(jpeg);
            out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            pause(40);
        }
        pause(60_000);
    }

    private static byte[] jpeg(int color) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(Pictures.toBuffered(Image.filled(320, 240, color * 0x10203)), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finds no face. */
    private static final class NoFace implements MaskDetector {
        @Override
        public List<MaskedFace> detect(Image image) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    @Test
    void aSilentCameraIsOpenedAgainAndGivenUpWhenItDoesNotComeBack() throws IOException {
        Path events = folder.resolve("door.jsonl");
        Path video = folder.resolve("door.mp4");
        Terminal terminal = Terminal.run(
                new CommandLine(new WatchCommand(NoFace::new)).setExecutionExceptionHandler(new FailureHandler()),
                "http://user:secret@127.0.0.1:" + camera.getAddress().getPort() + "/door",
                "--headless",
                "--give-up-after",
                "8s",
                "--events",
                events.toString(),
                "--output",
                video.toString());
        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.SOURCE_LOST.number());
        assertThat(terminal.err())
                .contains("reconnecting in 0.", "connected again", "given up after 8 s")
                .doesNotContain("secret");
        assertThat(terminal.out()).contains("Written").doesNotContain("secret");
        assertThat(connected.get()).isGreaterThan(2);
        assertThat(video).exists();
        List<String> lines = Files.readAllLines(events);
        assertThat(lines).hasSizeGreaterThan(FRAMES_PER_CONNECTION).allMatch(line -> !line.contains("secret"));
    }
}
