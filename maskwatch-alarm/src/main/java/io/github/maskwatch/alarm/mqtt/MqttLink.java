package io.github.maskwatch.alarm.mqtt;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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

    /**
     * Subscribes at QoS 0, until the connection breaks.
     *
     * @param retained is told the topic of each retained message that is there, on the client's own thread
     * @return done when the broker agreed; fails with the client's own exceptions, such as for want of permission
     */
    CompletableFuture<?> subscribe(String filter, Consumer<String> retained);

    /** Takes leave of the broker, so that it does not publish the will. Returns soon. */
    @Override
    void close();
}
