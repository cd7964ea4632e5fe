package io.github.maskwatch.alarm.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import io.github.maskwatch.alarm.TrustedCertificates;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Opens links of either version; what both have in common. */
final class MqttLinks {
    static final int KEEP_ALIVE_SECONDS = 30;
    private static final double FIRST_DELAY_MILLIS = 500;
    private static final double LONGEST_DELAY_MILLIS = 30_000;

    private MqttLinks() {}

    /** @param will published by the broker when the link breaks without leave; null: nothing */
    static MqttLink open(
            MqttConfig config, @Nullable MqttMessage will, MqttLink.Listener listener, RandomGenerator random)
            throws IOException {
        return switch (config.version()) {
            case V3_1_1 -> Mqtt3Link.open(config, will, listener, random);
            case V5 -> Mqtt5Link.open(config, will, listener, random);
        };
    }

    static MqttClientBuilder builder(
            MqttConfig config, MqttLink.Listener listener, RandomGenerator random, BooleanSupplier closed)
            throws IOException {
        return MqttClient.builder()
                .identifier(config.clientId())
                .transportConfig(transport(config))
                .addConnectedListener(context -> listener.connected())
                .addDisconnectedListener(context -> disconnected(context, listener, random, closed.getAsBoolean()));
    }

    private static MqttClientTransportConfig transport(MqttConfig config) throws IOException {
        MqttClientTransportConfigBuilder transport = MqttClientTransportConfig.builder()
                .serverHost(config.host())
                .serverPort(config.port())
                .socketConnectTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        return (config.tls() ? transport.sslConfig(ssl(config)) : transport).build();
    }

    /** Without a verifier of ours the client compares the certificate's names with the host as browsers do. */
    private static MqttClientSslConfig ssl(MqttConfig config) throws IOException {
        return MqttClientSslConfig.builder()
                .trustManagerFactory(TrustedCertificates.of(config.trusted()).factory())
                .handshakeTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    private static void disconnected(
            MqttClientDisconnectedContext context, MqttLink.Listener listener, RandomGenerator random, boolean closed) {
        if (closed || context.getSource() == MqttDisconnectSource.USER) {
            context.getReconnector().reconnect(false);
            return;
        }
        double doubled =
                FIRST_DELAY_MILLIS * Math.pow(2, context.getReconnector().getAttempts());
        double delay = Math.min(LONGEST_DELAY_MILLIS, doubled) * (0.5 + random.nextDouble() / 2);
        // Whoever subscribed does so again: the client would else listen once more with each connection.
        context.getReconnector()
                .reconnect(true)
                .resubscribeIfSessionExpired(false)
                .delay(Math.round(delay), TimeUnit.MILLISECONDS);
        listener.disconnected(context.getCause());
    }

    /** Waits for a farewell, but not for long. */
    static void settle(CompletableFuture<?> farewell) {
        try {
            farewell.get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // It was not connected any more: there is nobody to take leave of.
        }
    }
}
