package io.github.maskwatch.alarm.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import io.github.maskwatch.monitor.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** MQTT 5. */
final class Mqtt5Link implements MqttLink {
    private final Mqtt5AsyncClient client;
    private final AtomicBoolean closed;

    private Mqtt5Link(Mqtt5AsyncClient client, AtomicBoolean closed) {
        this.client = client;
        this.closed = closed;
    }

    static MqttLink open(MqttConfig config, @Nullable MqttMessage will, Listener listener, RandomGenerator random)
            throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        Mqtt5ClientBuilder builder = MqttLinks.builder(config, listener, random, closed::get)
                .useMqttVersion5()
                .willPublish(will == null ? null : translated(will));
        if (config.user() != null) {
            Secret password = config.password();
            var auth = builder.simpleAuth().username(config.user());
            builder = (password == null ? auth : auth.password(password.reveal().getBytes(StandardCharsets.UTF_8)))
                    .applySimpleAuth();
        }
        Mqtt5AsyncClient client = builder.buildAsync();
        // Its end is told to the listener.
        CompletableFuture<?> unused = client.connect(Mqtt5Connect.builder()
                .cleanStart(true)
                .keepAlive(MqttLinks.KEEP_ALIVE_SECONDS)
                .build());
        return new Mqtt5Link(client, closed);
    }

    private static Mqtt5Publish translated(MqttMessage message) {
        Mqtt5PublishBuilder.Complete publish = Mqtt5Publish.builder()
                .topic(message.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(message.retained())
                .payload(message.payload().getBytes(StandardCharsets.UTF_8))
                .contentType(message.json() ? "application/json" : "text/plain");
        return message.id() == null
                ? publish.build()
                : publish.userProperties()
                        .add("id", message.id().toString())
                        .applyUserProperties()
                        .build();
    }

    @Override
    public boolean connected() {
        return client.getState().isConnected();
    }

    @Override
    public CompletableFuture<?> publish(MqttMessage message) {
        return client.publish(translated(message));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            MqttLinks.settle(client.disconnect());
        }
    }
}
