package io.github.maskwatch.alarm.mqtt;

import io.github.maskwatch.alarm.CameraState;
import io.github.maskwatch.image.CameraId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of each camera on its way to the broker: at most one of a camera at a time, the newest wins, so that a slow broker makes nothing
 * queue up. Thread-safe.
 */
final class StateBoard {
    private final Function<CameraState, CompletableFuture<?>> sender;
    private final Map<CameraId, Slot> slots = new LinkedHashMap<>();
    private boolean connected;
    private long connection;

    private static final class Slot {
        private CameraState newest;
        private @Nullable CameraState arrived;
        private boolean onItsWay;

        Slot(CameraState first) {
            newest = first;
        }
    }

    /** @param sender done when the broker has it; does not wait */
    StateBoard(List<CameraId> cameras, Function<CameraState, CompletableFuture<?>> sender) {
        this.sender = sender;
        cameras.forEach(camera -> slots.put(camera, new Slot(CameraState.offline(camera))));
    }

    synchronized void put(CameraState state) {
        Slot slot = slots.computeIfAbsent(state.camera(), camera -> new Slot(state));
        slot.newest = state;
        send(slot);
    }

    /** A new connection: everything goes out again, for the broker may have lost it. */
    synchronized void connected() {
        connected = true;
        connection++;
        for (Slot slot : slots.values()) {
            slot.arrived = null;
            slot.onItsWay = false;
            send(slot);
        }
    }

    synchronized void disconnected() {
        connected = false;
    }

    private void send(Slot slot) {
        if (!connected || slot.onItsWay || slot.newest.equals(slot.arrived)) {
            return;
        }
        CameraState sent = slot.newest;
        long over = connection;
        slot.onItsWay = true;
        CompletableFuture<?> unused =
                sender.apply(sent).whenComplete((done, failure) -> sent(slot, sent, over, failure == null));
    }

    private synchronized void sent(Slot slot, CameraState sent, long over, boolean arrived) {
        if (over != connection) {
            return;
        }
        slot.onItsWay = false;
        if (arrived) {
            slot.arrived = sent;
            send(slot);
        }
    }
}
