package io.github.maskwatch.alarm.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Takes alarms by HTTP. It can be stopped and started again at the same port. */
final class HookServer implements AutoCloseable {
    record Request(Headers headers, String body) {}

    private final @Nullable SSLContext tls;
    private final List<Request> requests = new ArrayList<>();
    private @Nullable HttpServer server;
    private int port;
    volatile HttpHandler answer = exchange -> exchange.sendResponseHeaders(204, -1);

    HookServer(@Nullable SSLContext tls) throws IOException {
        this.tls = tls;
        start();
    }

    void start() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer created;
        if (tls == null) {
            created = HttpServer.create(address, 0);
        } else {
            HttpsServer https = HttpsServer.create(address, 0);
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
            created = https;
        }
        created.createContext("/", this::handle);
        created.start();
        port = created.getAddress().getPort();
        server = created;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            synchronized (requests) {
                requests.add(new Request(exchange.getRequestHeaders(), body));
            }
            answer.handle(exchange);
        }
    }

    List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    int port() {
        return port;
    }

    URI address(String path) {
        return URI.create((tls == null ? "http" : "https") + "://localhost:" + port + path);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }
}
