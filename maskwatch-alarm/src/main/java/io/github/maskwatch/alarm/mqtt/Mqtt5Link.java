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
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** MQTT 5. */
final class Mqtt5Link {
    private Mqtt5Link() {}

    static MqttLink open(
            MqttConfig config, @Nullable MqttMessage will, MqttLink.Listener listener, RandomGenerator random)
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
        return new ClientLink(
                client,
                message -> client.publish(translated(message)),
                (filter, retained) -> subscribe(client, filter, retained),
                client::disconnect,
                closed);
    }

    private static CompletableFuture<?> subscribe(Mqtt5AsyncClient client, String filter, Consumer<String> retained) {
        return client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_MOST_ONCE)
                .noLocal(true)
                .callback(message -> {
                    if (message.isRetain()) {
                        retained.accept(message.getTopic().toString());
                    }
                })
                .send();
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
}
