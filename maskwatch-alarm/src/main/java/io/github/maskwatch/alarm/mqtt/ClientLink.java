package io.github.maskwatch.alarm.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A link by a client of either version, whose types have nothing but their state in common.
 *
 * @param sending as {@link MqttLink#publish} says
 * @param hearing as {@link MqttLink#subscribe} says
 * @param leaving takes leave
 * @param closed whether that was done; whoever opened the client looks at it, too
 */
record ClientLink(
        MqttClient client,
        Function<MqttMessage, CompletableFuture<?>> sending,
        BiFunction<String, Consumer<String>, CompletableFuture<?>> hearing,
        Supplier<CompletableFuture<?>> leaving,
        AtomicBoolean closed)
        implements MqttLink {

    @Override
    public boolean connected() {
        return client.getState().isConnected();
    }

    @Override
    public CompletableFuture<?> publish(MqttMessage message) {
        return sending.apply(message);
    }

    @Override
    public CompletableFuture<?> subscribe(String filter, Consumer<String> retained) {
        return hearing.apply(filter, retained);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            MqttLinks.settle(leaving.get());
        }
    }
}
