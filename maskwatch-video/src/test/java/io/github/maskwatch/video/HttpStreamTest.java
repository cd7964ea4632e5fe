package io.github.maskwatch.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class HttpStreamTest {
    private static final String BOUNDARY = "--picture";

    @TempDir
    Path folder;

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private VideoSource source(String path) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new NetworkStream(
                uri, VideoOptions.defaults().withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(1)));
    }

    /** A camera's endless answer of JPEGs: so many frames, then what {@code afterwards} does. */
    private HttpHandler camera(int frames, HttpHandler afterwards) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < frames; i++) {
                byte[] jpeg = jpeg(Scene.frame(i, 160, 120).image());
                out.write((BOUNDARY + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n")
                        .getBytes(US_ASCII));
                out.write(jpeg);
                out.write("\r\n".getBytes(US_ASCII));
                out.flush();
            }
            afterwards.handle(exchange);
        };
    }

    private void waitForTheEnd(HttpExchange exchange) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] jpeg(Image image) throws IOException {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                picture.setRGB(x, y, image.at(x, y));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** Reads until the exception that must come. */
    private static void assertLost(FrameReader reader, String words) {
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> {
                    while (reader.next() != null) {}
                })
                .withMessageContaining(words);
    }

    @Nested
    class OfAStream extends FrameReaderContract {
        @Override
        boolean finite() {
            return false;
        }

        @Override
        FrameSource source() {
            server.createContext("/video", camera(60, HttpStreamTest.this::waitForTheEnd));
            return HttpStreamTest.this.source("/video");
        }
    }

    @Test
    void motionJpegPlaysAndItsSilenceIsNoticed() throws IOException {
        server.createContext("/video", camera(40, this::waitForTheEnd));
        try (FrameReader reader = source("/video").open()) {
            for (int i = 0; i < 30; i++) {
                assertThat(Scene.number(Objects.requireNonNull(reader.next()).image()))
                        .isEqualTo(i);
            }
            assertLost(reader, "is silent: nothing came for 1 s");
        }
    }

    @Test
    void motionJpegThatEndsWasLost() throws IOException {
        server.createContext("/video", camera(30, HttpExchange::close));
        try (FrameReader reader = source("/video").open()) {
            assertThat(reader.next()).isNotNull();
            assertLost(reader, "127.0.0.1");
        }
    }

    @Test
    void aVideoFileEndsOrderly() throws IOException {
        Path clip = Scene.record(folder.resolve("clip.mp4"), 30, 160, 120);
        serve(folder);
        List<Frame> frames = Scene.read(source("/clip.mp4").open());
        assertThat(frames)
                .extracting(f -> Scene.number(f.image()))
                .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
        // It is held back to its own time, or a reader of live sources would drop most of it.
        assertThat(frames.get(29).position()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        Files.delete(clip);
    }

    /** The files of a folder, as any web server has them. */
    private void serve(Path root) {
        server.createContext("/", exchange -> {
            Path file = root.resolve(exchange.getRequestURI().getPath().substring(1));
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, bytes.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
    }

    @Test
    void httpLiveStreamingPlaysToItsEnd() throws IOException {
        Map<String, String> whole = Map.of("hls_time", "0.4", "hls_list_size", "0", "hls_playlist_type", "vod");
        new Container("hls", "libopenh264", "yuv420p").with(whole).write(folder.resolve("show.m3u8"), 40, 160, 120);
        serve(folder);
        List<Frame> frames = Scene.read(source("/show.m3u8").open());
        assertThat(frames)
                .extracting(f -> Scene.number(f.image()))
                .containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
    }

    /** As a relay passes a camera on: at once what it has in store, for the key frame's sake, then what comes. */
    @ParameterizedTest
    @ValueSource(strings = {"mpegts", "flv"})
    void aStreamWithoutEndIsNotHeldBack(String format) throws IOException {
        byte[] store = Files.readAllBytes(
                new Container(format, "libopenh264", "yuv420p").write(folder.resolve("camera"), 60, 160, 120));
        server.createContext("/live", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            // A muxer that knows no end writes none; FLV's holds the length at its beginning.
            exchange.getResponseBody().write(endless(format, store));
            exchange.getResponseBody().flush();
            waitForTheEnd(exchange);
        });
        try (FrameReader reader = source("/live").open()) {
            assertThat(reader.next()).isNotNull();
            assertThat(((MediaReader) reader).isPaced()).isFalse();
        }
    }

    private static byte[] endless(String format, byte[] file) {
        byte[] bytes = file.clone();
        int duration = new String(file, ISO_8859_1).indexOf("duration");
        if (format.equals("flv")) {
            // The name is followed by the type of the value and by a double.
            Arrays.fill(bytes, duration + 9, duration + 17, (byte) 0);
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({"mp4, clip.mp4", "mpegts, clip.ts", "flv, clip.flv", "matroska, clip.mkv", "hls, clip.m3u8"})
    void whatIsThereAlreadyIsHeldBack(String format, String name) throws IOException {
        new Container(format, "libopenh264", "yuv420p").write(folder.resolve(name), 60, 160, 120);
        serve(folder);
        try (FrameReader reader = source("/" + name).open()) {
            assertThat(reader.next()).isNotNull();
            assertThat(((MediaReader) reader).isPaced()).isTrue();
        }
    }

    @Test
    void whatTheServerAnswersIsSaid() {
        server.createContext("/locked", camera(5, HttpExchange::close)).setAuthenticator(new BasicAuthenticator("cam") {
            @Override
            public boolean checkCredentials(String user, String password) {
                return user.equals("joe") && password.equals("s3cret");
            }
        });
        server.createContext("/text", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            byte[] page = "<html>Welcome to your new camera</html>".repeat(40).getBytes(US_ASCII);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source("/locked").open())
                .withMessageContaining("wants a user name and a password (401)");
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source("/nowhere").open())
                .withMessageContaining("no such stream (404)");
        assertThatIOException()
                .isThrownBy(() -> source("/text").open())
                .withMessageContaining("/text sends is not a video; see whether host, port and path");
        String locked = "joe:guess@127.0.0.1:" + server.getAddress().getPort() + "/locked";
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> VideoSource.parse("http://" + locked).open())
                .withMessageContaining("user name or password is wrong (401")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("guess"));
    }

    @Test
    void theRightPasswordOpens() throws IOException {
        server.createContext("/locked", camera(30, this::waitForTheEnd))
                .setAuthenticator(new BasicAuthenticator("cam") {
                    @Override
                    public boolean checkCredentials(String user, String password) {
                        return user.equals("joe") && password.equals("s3:cr@t");
                    }
                });
        String address = "http://joe:s3:cr@t@127.0.0.1:" + server.getAddress().getPort() + "/locked";
        try (FrameReader reader = VideoSource.parse(address).open()) {
            assertThat(reader.next()).isNotNull();
        }
    }

    @Test
    void aHostThatIsNotThereIsSaidSo() {
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(
                        () -> VideoSource.parse("http://no-such-host.invalid/x").open())
                .withMessage(
                        "cannot open http://no-such-host.invalid/x: no host of the name no-such-host.invalid; see the"
                                + " address and the network");
    }
}
