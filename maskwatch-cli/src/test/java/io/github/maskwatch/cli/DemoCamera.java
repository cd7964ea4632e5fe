package io.github.maskwatch.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.monitor.overlay.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** A network camera (MJPEG over HTTP) before which the demonstration's people walk, from the beginning for everybody who connects. */
final class DemoCamera implements AutoCloseable {
    private static final int PAUSE_MILLIS = 40;

    private final ExecutorService connections =
            Executors.newCachedThreadPool(task -> new Thread(task, "test-demo-camera"));
    private final HttpServer server;

    DemoCamera() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(connections);
        server.createContext("/door", DemoCamera::stream);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/door";
    }

    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=frame");
        exchange.sendResponseHeaders(200, 0);
        try (FrameReader people = new DemoSource(1, null).open();
                OutputStream out = exchange.getResponseBody()) {
            for (Frame frame = people.next(); frame != null; frame = people.next()) {
                byte[] jpeg = jpeg(frame);
                out.write(("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                out.write(jpeg);
                out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] jpeg(Frame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(Pictures.toBuffered(frame.image()), "jpeg", bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        connections.shutdownNow();
        server.stop(0);
    }
}
