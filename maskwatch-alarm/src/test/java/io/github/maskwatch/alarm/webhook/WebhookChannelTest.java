package io.github.maskwatch.alarm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.AlarmChannelContract;
import io.github.maskwatch.alarm.Alarms;
import io.github.maskwatch.alarm.Certificates;
import io.github.maskwatch.alarm.RetryAfterException;
import io.github.maskwatch.alarm.UndeliverableException;
import io.github.maskwatch.monitor.config.Secret;
import io.github.maskwatch.monitor.event.EventJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest extends AlarmChannelContract {
    private static final Clock CLOCK = Clock.fixed(Alarms.TIME, ZoneOffset.UTC);
    private static final Duration SHORT = Duration.ofMillis(300);

    private HookServer server;

    @BeforeEach
    void open() throws IOException {
        server = new HookServer(null);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    private static WebhookConfig config(URI address, Duration timeout, @Nullable Path trusted) {
        return new WebhookConfig(
                "hook", address, new Secret(PASSWORD), new Secret("token-" + PASSWORD), trusted, timeout, true);
    }

    private WebhookChannel open(String path, Duration timeout) throws IOException {
        return WebhookChannel.open(config(server.address(path), timeout, null), CLOCK);
    }

    @Override
    protected AlarmChannel channel() throws IOException {
        return open("/secret-path", Duration.ofSeconds(20));
    }

    @Override
    protected void stopReceiver() {
        server.close();
    }

    @Override
    protected void startReceiver() throws IOException {
        server.start();
    }

    @Override
    protected List<String> received() {
        return server.requests().stream()
                .map(each -> each.headers().getFirst("Idempotency-Key") + each.body())
                .toList();
    }

    private @Nullable Throwable failure(Duration timeout) throws IOException {
        try (WebhookChannel channel = open("/secret-path", timeout)) {
            return catchThrowable(() -> channel.deliver(List.of(Alarms.number(1))));
        }
    }

    @Test
    void aProbeConnectsAndAsksForNothing(@TempDir Path folder) throws Exception {
        Duration patience = Duration.ofSeconds(20);
        WebhookChannel.probe(config(server.address("/secret-path"), patience, null));
        assertThat(server.requests()).isEmpty();

        Certificates own = Certificates.create(folder, "dns:localhost");
        try (HookServer https = new HookServer(own.serverContext())) {
            WebhookChannel.probe(config(https.address("/"), patience, own.certificate()));
            assertThatIOException()
                    .isThrownBy(() -> WebhookChannel.probe(config(https.address("/"), patience, null)))
                    .withMessageContaining("no secure connection to localhost:" + https.port());
            URI otherName = URI.create("https://127.0.0.1:" + https.port() + "/");
            assertThatIOException()
                    .isThrownBy(() -> WebhookChannel.probe(config(otherName, patience, own.certificate())))
                    .withMessageContaining("no secure connection");
        }
        server.close();
        assertThatIOException()
                .isThrownBy(() -> WebhookChannel.probe(config(server.address("/secret-path"), patience, null)))
                .withMessageContaining("takes no connection")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret-path"));
    }

    @Test
    void sendsSignedJson() throws Exception {
        try (AlarmChannel channel = channel()) {
            channel.deliver(List.of(Alarms.number(1)));
        }
        HookServer.Request request = server.requests().get(0);
        assertThat(EventJson.read(request.body())).isEqualTo(Alarms.number(1));
        assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer token-" + PASSWORD);
        String signature = request.headers().getFirst(WebhookSignature.HEADER);
        assertThat(WebhookSignature.verify(
                        signature, request.body(), PASSWORD, Alarms.TIME.plusSeconds(9), Duration.ofMinutes(5)))
                .isTrue();
    }

    /** The value was computed with Python's hmac module, as docs/alarms.md shows. */
    @Test
    void theSignatureIsTheDocumentedOne() {
        String header =
                WebhookSignature.sign("{\"text\":\"ä\"}", Instant.ofEpochSecond(1_700_000_000), "0123456789abcdef");
        assertThat(header)
                .isEqualTo("t=1700000000,v1=f78346d3980d179e26c5bc26811861b73673eda4fcf31e29ac7ade70ef40d396");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1,v1=00", "v1=00", "t=99999999999999999999,v1=00", "t=1700000000,v1=zz"})
    void garbageIsNoSignature(String header) {
        assertThat(WebhookSignature.verify(header, "{}", PASSWORD, Alarms.TIME, Duration.ofMinutes(5)))
                .isFalse();
    }

    @Test
    void aChangedBodyAnotherKeyOrAnOldTimeDoNotVerify() {
        String header = WebhookSignature.sign("{}", Alarms.TIME, PASSWORD);
        Duration tolerance = Duration.ofMinutes(5);
        assertThat(WebhookSignature.verify(header, "{}", PASSWORD, Alarms.TIME, tolerance))
                .isTrue();
        assertThat(WebhookSignature.verify(header, "{ }", PASSWORD, Alarms.TIME, tolerance))
                .isFalse();
        assertThat(WebhookSignature.verify(header, "{}", PASSWORD + "!", Alarms.TIME, tolerance))
                .isFalse();
        assertThat(WebhookSignature.verify(header, "{}", PASSWORD, Alarms.TIME.plusSeconds(301), tolerance))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void mayBeTriedAgain(int status) throws Exception {
        server.answer = exchange -> exchange.sendResponseHeaders(status, -1);
        assertThat(failure(Duration.ofSeconds(20)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(UndeliverableException.class)
                .hasMessageContaining("answers " + status)
                .hasMessageNotContaining("secret-path");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 304, 400, 401, 403, 404, 410, 413})
    void isRefusedForGood(int status) throws Exception {
        server.answer = exchange -> exchange.sendResponseHeaders(status, -1);
        assertThat(failure(Duration.ofSeconds(20)))
                .isInstanceOf(UndeliverableException.class)
                .hasMessageContaining("answers " + status)
                .hasMessageNotContaining("secret-path");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"120 | 120", "Wed, 25 Nov 2026 08:31:00 GMT | 60", "Wed, 25 Nov 2020 08:31:00 GMT | 0", "soon | 0"
            })
    void waitsAsLongAsTheReceiverAsks(String header, long seconds) throws Exception {
        server.answer = exchange -> {
            exchange.getResponseHeaders().set("Retry-After", header);
            exchange.sendResponseHeaders(429, -1);
        };
        assertThat(failure(Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        RetryAfterException.class, e -> assertThat(e.pause()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void followsARedirectOnTheSameHostOnly() throws Exception {
        server.answer = exchange -> {
            boolean first = exchange.getRequestURI().getPath().equals("/secret-path");
            exchange.getResponseHeaders().set("Location", "/new");
            exchange.sendResponseHeaders(first ? 308 : 200, -1);
        };
        assertThat(failure(Duration.ofSeconds(20))).isNull();
        assertThat(server.requests()).hasSize(2);
        for (String elsewhere : List.of("https://elsewhere.example/", "http://127.0.0.1:" + server.port() + "/", ":")) {
            server.answer = exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere);
                exchange.sendResponseHeaders(307, -1);
            };
            assertThat(failure(Duration.ofSeconds(20)))
                    .isInstanceOf(UndeliverableException.class)
                    .hasMessageContaining("redirects to another place");
        }
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void aCircleOfRedirectsEnds() throws Exception {
        server.answer = exchange -> {
            exchange.getResponseHeaders().set("Location", "/secret-path");
            exchange.sendResponseHeaders(307, -1);
        };
        assertThat(failure(Duration.ofSeconds(20))).isInstanceOf(UndeliverableException.class);
    }

    @Test
    void doesNotWaitForASlowAnswer() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.answer = exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try {
            assertThat(failure(SHORT)).isInstanceOf(IOException.class).hasMessageContaining("does not answer within");
        } finally {
            over.countDown();
        }
    }

    @Test
    void doesNotReadAnEndlessAnswer() throws Exception {
        server.answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[8192]);
                }
            }
        };
        assertThat(failure(Duration.ofSeconds(20))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 banana\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Le"})
    void garbageMayBeTriedAgain(String garbage) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(socket, garbage), "test-garbage");
            answering.start();
            URI address = URI.create("http://localhost:" + socket.getLocalPort() + "/secret-path");
            try (WebhookChannel channel = WebhookChannel.open(config(address, Duration.ofSeconds(20), null), CLOCK)) {
                assertThatThrownBy(() -> channel.deliver(List.of(Alarms.number(1))))
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(UndeliverableException.class)
                        .hasMessageNotContaining("secret-path");
            }
            answering.join();
        }
    }

    private static void answer(ServerSocket socket, String garbage) {
        try (Socket connection = socket.accept()) {
            // What was sent is read first: otherwise the end of the connection overtakes the answer.
            connection.getInputStream().read(new byte[8192]);
            connection.getOutputStream().write(garbage.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void encryptsAndKnowsWhomToTrust(@TempDir Path folder) throws Exception {
        Certificates own = Certificates.create(folder, "dns:localhost");
        try (HookServer https = new HookServer(own.serverContext())) {
            URI address = https.address("/");
            try (WebhookChannel channel =
                    WebhookChannel.open(config(address, Duration.ofSeconds(20), own.certificate()), CLOCK)) {
                channel.deliver(List.of(Alarms.number(1)));
            }
            assertThat(https.requests()).hasSize(1);
            try (WebhookChannel channel = WebhookChannel.open(config(address, Duration.ofSeconds(20), null), CLOCK)) {
                assertThatThrownBy(() -> channel.deliver(List.of(Alarms.number(1))))
                        .hasMessageContaining("no secure connection to localhost:" + https.port());
            }
            URI otherName = URI.create("https://127.0.0.1:" + https.port() + "/");
            try (WebhookChannel channel =
                    WebhookChannel.open(config(otherName, Duration.ofSeconds(20), own.certificate()), CLOCK)) {
                assertThatThrownBy(() -> channel.deliver(List.of(Alarms.number(1))))
                        .as("the certificate is of localhost")
                        .hasMessageContaining("no secure connection");
            }
        }
    }

    @Test
    void saysWhatIsWrongWithTheTrustedCertificates(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("ca.pem"), "no certificate\n");
        assertThatThrownBy(() -> WebhookChannel.open(config(server.address("/"), SHORT, text), CLOCK))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must hold certificates in PEM");
    }

    @Test
    void plainHttpStaysInPrivateNetworks() throws Exception {
        // TEST-NET-1 (RFC 5737): in no network.
        URI address = URI.create("http://192.0.2.1/");
        try (WebhookChannel channel = WebhookChannel.open(config(address, SHORT, null), CLOCK)) {
            assertThatThrownBy(() -> channel.deliver(List.of(Alarms.number(1))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("plain http is for private networks only");
        }
        for (String inside :
                List.of("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "::1", "fd00::1", "fe80::1")) {
            assertThat(PrivateNetwork.holds(InetAddress.getByName(inside)))
                    .as(inside)
                    .isTrue();
        }
        for (String outside : List.of("8.8.8.8", "172.32.0.1", "2001:db8::1")) {
            assertThat(PrivateNetwork.holds(InetAddress.getByName(outside)))
                    .as(outside)
                    .isFalse();
        }
    }

    @Test
    void refusesBadAddressesWithoutShowingThem() {
        for (String address : List.of(
                "http://hooks.example/T0P-S3CRET",
                "ftp://hooks.example/T0P-S3CRET",
                "https:///T0P-S3CRET",
                "https://user:T0P-S3CRET@hooks.example/")) {
            assertThatIllegalArgumentException()
                    .as(address)
                    .isThrownBy(() -> WebhookConfig.of("hook", URI.create(address), new Secret(PASSWORD)))
                    .withMessageContaining("webhook hook")
                    .withMessageNotContaining("T0P-S3CRET");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookChannel.open(
                        WebhookConfig.of("hook", URI.create("https://hooks.example/"), new Secret("short")), CLOCK))
                .withMessageContaining("at least 16 characters");
    }
}
