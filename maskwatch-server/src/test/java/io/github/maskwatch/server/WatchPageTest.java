package io.github.maskwatch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WatchPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeRun run = new FakeRun();
    private final HttpClient client = HttpClient.newHttpClient();
    private WatchPage page;

    @BeforeEach
    void serve() throws IOException {
        page = WatchPage.serve(0, FakeRun.CAMERA, "Demonstration", run::statistics);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        URI uri = page.address().resolve(path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page.css", "/page.js", "/tell.js", "/favicon.svg", "/healthz", "/figures.json"})
    void everythingIsServedWithStrictHeaders(String path) throws Exception {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isNotEmpty();
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws Exception {
        for (String path : new String[] {"/", "/page.css", "/page.js"}) {
            assertThat(new String(get(path).body(), StandardCharsets.UTF_8))
                    .as(path)
                    .doesNotContainPattern("(src|href|url|import)[=(\\s\"']+(https?:)?//");
        }
    }

    @Test
    void theNewestPictureIsAJpeg() throws Exception {
        assertThat(get("/picture.jpg").statusCode()).isEqualTo(404);
        run.step(page);
        byte[] jpeg = get("/picture.jpg").body();
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(640);
    }

    @Test
    void figuresAreThoseOfTheRun() throws Exception {
        run.step(page);
        run.connected(page);
        JsonNode figures = JSON.readTree(get("/figures.json").body());
        assertThat(figures.at("/camera").asText()).isEqualTo("rtsp://entrance.example:8554/door");
        assertThat(figures.at("/banner").asText()).isEqualTo("Demonstration");
        assertThat(figures.at("/source/phase").asText()).isEqualTo("connected");
        assertThat(figures.at("/faces/with_mask").asInt()).isEqualTo(1);
        assertThat(figures.at("/faces/mask_worn_incorrectly").asInt()).isZero();
        assertThat(figures.at("/faces/cannot_tell").isInt()).isTrue();
        assertThat(figures.at("/people/now").asInt()).isEqualTo(2);
        assertThat(figures.at("/latencyMs/p95").asDouble()).isEqualTo(61);
        assertThat(figures.at("/framesDropped").asInt()).isEqualTo(3);
        run.lost(page);
        figures = JSON.readTree(get("/figures.json").body());
        assertThat(figures.at("/source/lost").asBoolean()).isTrue();
        assertThat(figures.at("/source/nextTrySeconds").asDouble()).isEqualTo(20);
    }

    @Test
    void aNoticeStaysAsLongAsTheRun() throws Exception {
        assertThat(JSON.readTree(get("/figures.json").body()).at("/notice").asText())
                .isEmpty();
        page.warn("Faces are recorded to be seen");
        run.step(page);
        assertThat(JSON.readTree(get("/figures.json").body()).at("/notice").asText())
                .isEqualTo("Faces are recorded to be seen");
    }

    @Test
    void anotherNameForThisMachineIsRefused() throws Exception {
        assertThat(raw("GET /figures.json HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    /** The JDK's client does not let a test lie about the host. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), page.address().getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void anotherSitesWebSocketIsRefused() {
        assertThatThrownBy(() -> client.newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .buildAsync(live(), new Inbox())
                        .join())
                .isInstanceOf(CompletionException.class);
    }

    private URI live() {
        return URI.create("ws://127.0.0.1:" + page.address().getPort() + "/live");
    }

    @Test
    void aViewerGetsOneAnswerToEachQuestionAndAlwaysTheNewestPicture() throws Exception {
        Inbox inbox = new Inbox();
        WebSocket viewer =
                client.newWebSocketBuilder().buildAsync(live(), inbox).join();
        run.step(page);
        viewer.sendText("next", true).join();
        JsonNode first = inbox.figures();
        assertThat(first.at("/pictureFollows").asBoolean()).isTrue();
        assertThat(inbox.jpegWidth()).isEqualTo(640);
        for (int i = 0; i < 20; i++) {
            run.step(page);
        }
        assertThat(inbox.messages).as("nothing was asked for").isEmpty();
        viewer.sendText("next", true).join();
        assertThat(inbox.figures().at("/framesProcessed").asInt()).isEqualTo(21);
        assertThat(inbox.jpegWidth()).isEqualTo(640);
        viewer.abort();
    }

    @Test
    void figuresThatCannotBeHadCostAnAnswerAndNotThePage() throws Exception {
        page.close();
        AtomicInteger asked = new AtomicInteger();
        page = WatchPage.serve(0, FakeRun.CAMERA, "", () -> {
            if (asked.incrementAndGet() == 1) {
                throw new OutOfMemoryError("a test's");
            }
            return run.statistics();
        });
        Inbox inbox = new Inbox();
        WebSocket viewer =
                client.newWebSocketBuilder().buildAsync(live(), inbox).join();
        viewer.sendText("next", true).join();
        assertThat(inbox.figures().at("/framesProcessed").isInt()).isTrue();
        assertThat(asked).hasValueGreaterThan(1);
        viewer.abort();
    }

    @Test
    void aViewerIsToldOfALossAndOfTheEnd() throws Exception {
        Inbox inbox = new Inbox();
        WebSocket viewer =
                client.newWebSocketBuilder().buildAsync(live(), inbox).join();
        viewer.sendText("next", true).join();
        run.lost(page);
        JsonNode lost = inbox.figures();
        while (!lost.at("/source/lost").asBoolean()) {
            viewer.sendText("next", true).join();
            lost = inbox.figures();
        }
        assertThat(lost.at("/source/reason").asText()).contains("for 5 s");
        page.close();
        assertThat(inbox.closed.take()).isEqualTo(1001);
    }

    @Test
    void aTakenPortIsOneLine() {
        int taken = page.address().getPort();
        assertThatThrownBy(() -> WatchPage.serve(taken, FakeRun.CAMERA, "", run::statistics))
                .isInstanceOf(IOException.class)
                .hasMessage("port " + taken
                        + " of 127.0.0.1 is taken or not allowed; choose another one, or 0 for any free one");
    }

    @Test
    void closingFreesThePort() throws Exception {
        int port = page.address().getPort();
        page.close();
        WatchPage.serve(port, FakeRun.CAMERA, "", run::statistics).close();
    }

    /** What a viewer received. */
    private static final class Inbox implements WebSocket.Listener {
        final BlockingQueue<Object> messages = new LinkedBlockingQueue<>();
        final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            bytes.writeBytes(part);
            if (last) {
                messages.add(bytes.toByteArray());
                bytes.reset();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.add(code);
            return null;
        }

        JsonNode figures() throws Exception {
            Object message = messages.take();
            while (!(message instanceof String)) {
                message = messages.take();
            }
            return JSON.readTree((String) message);
        }

        int jpegWidth() throws Exception {
            return ImageIO.read(new ByteArrayInputStream((byte[]) messages.take()))
                    .getWidth();
        }
    }
}
