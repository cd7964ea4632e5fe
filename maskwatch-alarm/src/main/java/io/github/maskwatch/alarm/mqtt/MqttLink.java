package io.github.maskwatch.alarm.mqtt;

import java.util.concurrent.CompletableFuture;

/**
 * A connection to a broker in one version of the protocol, made again whenever it breaks. Thread-safe.
 */
interface MqttLink extends AutoCloseable {

    /** Is told of the connection's changes, on the client's own thread: it must not wait there. */
    interface Listener {
        void connected();

        /** Broken, or could not be made; it is tried again. */
        void disconnected(Throwable why);
    }

    boolean connected();

    /** Done when the broker has it; fails with the client's own exceptions. */
    CompletableFuture<?> publish(MqttMessage message);

    /** Takes leave of the broker, so that it does not publish the will. Returns soon. */
    @Override
    void close();
}
