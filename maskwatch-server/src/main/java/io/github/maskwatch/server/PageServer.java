package io.github.maskwatch.server;

import io.github.maskwatch.image.Image;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinBindException;
import io.javalin.websocket.WsConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The routes of the page:
 *
 * <pre>
 * GET /              the page            GET /page.css /page.js /tell.js /favicon.svg
 * GET /figures.json  the figures         GET /picture.jpg  the newest picture
 * GET /healthz       whether it runs     WS  /live         figures and pictures, one answer to each "next"
 * </pre>
 */
final class PageServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int MOST_THREADS = 16;
    private static final int FEWEST_THREADS = 3;
    /** A page says "next" and nothing else. */
    private static final long LONGEST_MESSAGE = 256;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private final Broadcast broadcast;
    private final Supplier<String> figures;
    private final Javalin javalin;

    PageServer(Broadcast broadcast, Supplier<String> figures) {
        this.broadcast = broadcast;
        this.figures = figures;
        javalin = Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("maskwatch-page");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyWebSocketServletFactory(factory -> factory.setMaxTextMessageSize(LONGEST_MESSAGE));
        routes(config.routes);
    }

    private void routes(RoutesConfig routes) {
        routes.before(PageServer::guard);
        routes.wsBeforeUpgrade(PageServer::guard);
        asset(routes, "/", "index.html", "text/html; charset=utf-8");
        asset(routes, "/page.css", "page.css", "text/css; charset=utf-8");
        asset(routes, "/page.js", "page.js", "text/javascript; charset=utf-8");
        asset(routes, "/tell.js", "tell.js", "text/javascript; charset=utf-8");
        asset(routes, "/favicon.svg", "favicon.svg", "image/svg+xml");
        routes.get("/figures.json", ctx -> ctx.contentType("application/json").result(figures.get()));
        routes.get("/picture.jpg", this::picture);
        routes.get("/healthz", ctx -> ctx.contentType("application/json").result("{\"status\":\"ok\"}"));
        routes.ws("/live", this::live);
    }

    private static void asset(RoutesConfig routes, String path, String name, String type) {
        byte[] content = read(name);
        routes.get(path, ctx -> ctx.contentType(type).result(content));
    }

    private static byte[] read(String name) {
        try (InputStream in = PageServer.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("page/" + name + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void guard(Context ctx) {
        HEADERS.forEach(ctx::header);
        String host = ctx.header("Host");
        if (host == null || !LocalOnly.isLocal(host) || !LocalOnly.isOwn(ctx.header("Origin"), host)) {
            throw new ForbiddenResponse("This page answers to 127.0.0.1 and localhost only.");
        }
    }

    private void picture(Context ctx) {
        Image picture = broadcast.picture();
        if (picture == null) {
            throw new NotFoundResponse("There is no picture yet.");
        }
        ctx.contentType("image/jpeg").result(JpegEncoder.encode(picture));
    }

    private void live(WsConfig ws) {
        ws.onConnect(ctx -> broadcast.enter(ctx.sessionId(), new Viewer(ctx)));
        ws.onMessage(ctx -> broadcast.asks(ctx.sessionId()));
        ws.onClose(ctx -> broadcast.leave(ctx.sessionId()));
        ws.onError(ctx -> broadcast.leave(ctx.sessionId()));
    }

    void start(int port) throws IOException {
        try {
            javalin.start(HOST, port);
        } catch (JavalinBindException e) {
            throw new IOException(
                    "port " + port + " of " + HOST
                            + " is taken or not allowed; choose another one, or 0 for any free one",
                    e);
        }
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
