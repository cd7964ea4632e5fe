package io.github.maskwatch.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Figures on 127.0.0.1 for those who look after a service: {@code /metrics} in the text form of Prometheus, {@code /healthz} (200, or 503 where something is
 * wrong). Thread-safe.
 */
public final class MetricsPage implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final int MOST_THREADS = 8;
    private static final int FEWEST_THREADS = 2;

    private final Supplier<String> figures;
    private final BooleanSupplier healthy;
    private final Javalin javalin;

    private MetricsPage(Supplier<String> figures, BooleanSupplier healthy) {
        this.figures = figures;
        this.healthy = healthy;
        javalin = Javalin.create(this::configure);
    }

    /**
     * Serves until it is closed.
     *
     * @param port 0 takes any free one
     * @param figures asked for at each visit, from other threads
     * @throws IOException if the port is taken or not allowed; one line that says so
     */
    public static MetricsPage serve(int port, Supplier<String> figures, BooleanSupplier healthy) throws IOException {
        MetricsPage page = new MetricsPage(figures, healthy);
        try {
            page.javalin.start(HOST, port);
            return page;
        } catch (JavalinBindException e) {
            page.close();
            throw new IOException(
                    "port " + port + " of " + HOST + " is taken or not allowed; name another one for the figures", e);
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("maskwatch-figures");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.routes.before(MetricsPage::guard);
        config.routes.get("/metrics", ctx -> ctx.contentType(TEXT).result(figures.get()));
        config.routes.get("/healthz", this::health);
    }

    /** A name that somebody else points at 127.0.0.1 opens nothing to the pages of that name. */
    private static void guard(Context ctx) {
        String host = ctx.header("Host");
        if (host == null || !LocalOnly.isLocal(host) || !LocalOnly.isOwn(ctx.header("Origin"), host)) {
            throw new ForbiddenResponse("This page answers to 127.0.0.1 and localhost only.");
        }
    }

    private void health(Context ctx) {
        boolean well = healthy.getAsBoolean();
        ctx.status(well ? 200 : 503)
                .contentType("application/json")
                .result(well ? "{\"status\":\"ok\"}" : "{\"status\":\"failing\"}");
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + javalin.port() + "/metrics");
    }

    /** Frees the port. Idempotent. */
    @Override
    public void close() {
        javalin.stop();
    }
}
