package io.github.maskwatch.alarm.webhook;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.RetryAfterException;
import io.github.maskwatch.alarm.Secret;
import io.github.maskwatch.alarm.TrustedCertificates;
import io.github.maskwatch.alarm.UndeliverableException;
import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.monitor.event.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Posts each alarm as JSON (the fields of {@link EventJson}) with a signature ({@link WebhookSignature}) and the alarm's id as {@code Idempotency-Key}.
 * 2xx means that the receiver has it; 408, 425, 429, 5xx and a broken connection that it may be tried again; everything else that it is
 * refused. Of the answer only its head is read. One thread at a time.
 */
public final class WebhookChannel implements AlarmChannel {
    private static final int MOST_REDIRECTS = 3;

    private final WebhookConfig config;
    private final Clock clock;
    private final HttpClient client;

    private WebhookChannel(WebhookConfig config, Clock clock, HttpClient client) {
        this.config = config;
        this.clock = clock;
        this.client = client;
    }

    /**
     * @param clock of the signature
     * @throws IOException if the trusted certificates cannot be read; one line that says so
     * @throws IllegalArgumentException if the signing key is too short
     */
    public static WebhookChannel open(WebhookConfig config, Clock clock) throws IOException {
        if (config.signingKey().get().length() < WebhookConfig.SHORTEST_KEY) {
            throw new IllegalArgumentException("the signing key of webhook " + config.name() + " must have at least "
                    + WebhookConfig.SHORTEST_KEY + " characters");
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(TrustedCertificates.of(config.trusted()).context())
                .build();
        return new WebhookChannel(config, clock, client);
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public void deliver(List<AlarmRaised> alarms) throws IOException, InterruptedException {
        for (AlarmRaised alarm : alarms) {
            post(alarm);
        }
    }

    private void post(AlarmRaised alarm) throws IOException, InterruptedException {
        URI address = config.address();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            requireAllowed();
            HttpResponse<InputStream> answer = send(request(address, alarm));
            int status = answer.statusCode();
            if (status / 100 == 2) {
                return;
            }
            if (status != 307 && status != 308) {
                throw refusal(status, answer);
            }
            address = redirected(
                    address, status, answer.headers().firstValue("Location").orElse(""));
        }
        throw new UndeliverableException(config.place() + " redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpRequest request(URI address, AlarmRaised alarm) {
        String body = EventJson.write(alarm);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Maskwatch")
                .header("Idempotency-Key", alarm.id().toString())
                .header(
                        WebhookSignature.HEADER,
                        WebhookSignature.sign(
                                body, clock.instant(), config.signingKey().get()))
                .POST(BodyPublishers.ofString(body));
        Secret token = config.token();
        if (token != null) {
            request.header("Authorization", "Bearer " + token.get());
        }
        return request.build();
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            // Closed unread: a receiver may send for ever.
            answer.body().close();
            return answer;
        } catch (HttpConnectTimeoutException e) {
            throw new IOException(config.place() + " takes no connection within " + seconds(), e);
        } catch (HttpTimeoutException e) {
            throw new IOException(config.place() + " does not answer within " + seconds(), e);
        } catch (ConnectException e) {
            throw new IOException(config.place() + " takes no connection", e);
        } catch (SSLException e) {
            throw new IOException("no secure connection to " + config.place() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException(config.place() + " breaks the connection or answers no HTTP", e);
        }
    }

    /**
     * Connects to where alarms would be posted to, with TLS and the certificate's check where it is https. Nothing is asked for and nothing posted.
     *
     * @throws IOException if that cannot be; one line without a secret
     */
    public static void probe(WebhookConfig config) throws IOException {
        open(config, Clock.systemUTC()).requireAllowed();
        int millis = Math.toIntExact(Math.min(config.timeout().toMillis(), Integer.MAX_VALUE));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(config.address().getHost(), config.port()), millis);
            socket.setSoTimeout(millis);
            if (config.encrypted()) {
                shakeHands(socket, config);
            }
        } catch (SSLException e) {
            throw new IOException("no secure connection to " + config.place() + ": " + e.getMessage(), e);
        } catch (UnknownHostException e) {
            throw new IOException("no address is known of " + config.place(), e);
        } catch (SocketTimeoutException e) {
            throw new IOException(config.place() + " takes no connection in time", e);
        } catch (ConnectException e) {
            throw new IOException(config.place() + " takes no connection", e);
        }
    }

    private static void shakeHands(Socket socket, WebhookConfig config) throws IOException {
        SSLSocketFactory factory =
                TrustedCertificates.of(config.trusted()).context().getSocketFactory();
        try (SSLSocket secure =
                (SSLSocket) factory.createSocket(socket, config.address().getHost(), config.port(), true)) {
            SSLParameters parameters = secure.getSSLParameters();
            // Without it any name in the certificate would do.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
        }
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f s", config.timeout().toMillis() / 1000.0);
    }

    private IOException refusal(int status, HttpResponse<?> answer) {
        String line = config.place() + " answers " + status;
        if (status == 429 || status == 503) {
            String wait = answer.headers().firstValue("Retry-After").orElse("");
            return new RetryAfterException(line, RetryAfter.parse(wait, clock.instant()));
        }
        if (status == 408 || status == 425 || status >= 500) {
            return new IOException(line);
        }
        return new UndeliverableException(line + (status / 100 == 3 ? " (a redirect that is not followed)" : ""));
    }

    /** On the same host only: key and alarm are for this one. */
    private URI redirected(URI from, int status, String location) throws UndeliverableException {
        URI to = resolve(from, location);
        if (to == null
                || !same(from.getScheme(), to.getScheme())
                || !same(from.getHost(), to.getHost())
                || from.getPort() != to.getPort()) {
            throw new UndeliverableException(config.place() + " answers " + status
                    + " and redirects to another place, which is not followed; give the new address");
        }
        return to;
    }

    private static @Nullable URI resolve(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equalsIgnoreCase(other);
    }

    /** Without encryption no alarm leaves the private network, whatever the name leads to today. */
    private void requireAllowed() throws IOException {
        if (config.encrypted()) {
            return;
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(config.address().getHost())) {
                if (!PrivateNetwork.holds(each)) {
                    throw new IOException("plain http is for private networks only, and " + config.place()
                            + " lies in the Internet; use https");
                }
            }
        } catch (UnknownHostException e) {
            throw new IOException("no address is known of " + config.place(), e);
        }
    }

    /** Nothing: the client's threads end when nobody uses it. */
    @Override
    public void close() {}
}
