package io.github.maskwatch.server;

import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;

/**
 * A page that somebody looks at. It asks for each answer when it has shown the one before, so at most one is on the way, and a
 * slow viewer gets fewer pictures instead of old ones. Guarded by its {@link Broadcast}.
 */
final class Viewer {
    private final WsContext context;
    private boolean waiting;
    private long pictureSent = -1;
    private long figuresSent = -1;
    private long answeredNanos;

    Viewer(WsContext context) {
        this.context = context;
    }

    void asks() {
        waiting = true;
    }

    boolean waitsForPicture(long newest) {
        return waiting && newest > pictureSent;
    }

    /** Whether something changed, or so much time has passed that the page might wonder. */
    boolean waitsForFigures(long newest, long nowNanos, long heartbeatNanos) {
        return waiting && (newest > figuresSent || nowNanos - answeredNanos >= heartbeatNanos);
    }

    void answered(long picture, long figures, long nowNanos) {
        waiting = false;
        pictureSent = picture;
        figuresSent = figures;
        answeredNanos = nowNanos;
    }

    /** Not under the lock: a connection may be slow to take it. */
    void send(String figures, byte[] jpeg) {
        if (!context.session.isOpen()) {
            return;
        }
        context.send(figures);
        if (jpeg.length > 0) {
            context.send(ByteBuffer.wrap(jpeg));
        }
    }

    void close() {
        context.closeSession(1001, "Maskwatch has ended");
    }
}
