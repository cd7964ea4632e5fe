package io.github.maskwatch.alarm.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.github.maskwatch.monitor.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** MQTT 3.1.1. It has no properties: an alarm's id stands in its JSON only. */
final class Mqtt3Link {
    private Mqtt3Link() {}

    static MqttLink open(
            MqttConfig config, @Nullable MqttMessage will, MqttLink.Listener listener, RandomGenerator random)
            throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        Mqtt3ClientBuilder builder = MqttLinks.builder(config, listener, random, closed::get)
                .useMqttVersion3()
                .willPublish(will == null ? null : translated(will));
        if (config.user() != null) {
            Secret password = config.password();
            var auth = builder.simpleAuth().username(config.user());
            builder = (password == null ? auth : auth.password(password.reveal().getBytes(StandardCharsets.UTF_8)))
                    .applySimpleAuth();
        }
        Mqtt3AsyncClient client = builder.buildAsync();
        // Its end is told to the listener.
        CompletableFuture<?> unused = client.connect(Mqtt3Connect.builder()
                .cleanSession(true)
                .keepAlive(MqttLinks.KEEP_ALIVE_SECONDS)
                .build());
        return new ClientLink(
                client,
                message -> client.publish(translated(message)),
                (filter, retained) -> subscribe(client, filter, retained),
                client::disconnect,
                closed);
    }

    private static CompletableFuture<?> subscribe(Mqtt3AsyncClient client, String filter, Consumer<String> retained) {
        return client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_MOST_ONCE)
                .callback(message -> {
                    if (message.isRetain()) {
                        retained.accept(message.getTopic().toString());
                    }
                })
                .send();
    }

    private static Mqtt3Publish translated(MqttMessage message) {
        return Mqtt3Publish.builder()
                .topic(message.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(message.retained())
                .payload(message.payload().getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
