package io.github.maskwatch.alarm.mqtt;

import io.github.maskwatch.alarm.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which broker alarms and states go to.
 *
 * @param name of the channel
 * @param host of the broker
 * @param port 1–65535; usually 1883, with TLS 8883
 * @param tls whether the way is encrypted
 * @param trusted certificates in PEM to trust instead of those that Java knows; null: those
 * @param clientId by which the broker knows this connection; no two may have the same
 * @param user null: the broker wants none
 * @param password null where there is no user, or the user has none
 * @param topic under which everything is published; without wildcards and slashes at its ends. Different for each Maskwatch on a broker
 * @param discovery where Home Assistant looks for what there is, usually {@value #HOME_ASSISTANT}; null: nothing is announced
 * @param timeout for connecting, and for the broker's receipt of an alarm
 */
public record MqttConfig(
        String name,
        String host,
        int port,
        boolean tls,
        @Nullable Path trusted,
        Version version,
        String clientId,
        @Nullable String user,
        @Nullable Secret password,
        String topic,
        @Nullable String discovery,
        Duration timeout) {
    public static final String HOME_ASSISTANT = "homeassistant";

    /** Of the protocol. */
    public enum Version {
        V3_1_1,
        V5
    }

    public MqttConfig {
        if (name.isBlank() || host.isBlank() || clientId.isBlank()) {
            throw new IllegalArgumentException("name, host and clientId of an MQTT channel must not be blank");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be in 1..65535, got " + port);
        }
        if (user == null && password != null) {
            throw new IllegalArgumentException("a password needs a user, got none");
        }
        checkTopic("topic", topic);
        if (discovery != null) {
            checkTopic("discovery", discovery);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be above 0, got " + timeout);
        }
    }

    /** MQTT 5 without TLS, announced to Home Assistant. */
    public static MqttConfig of(String name, String host, @Nullable String user, @Nullable Secret password) {
        return new MqttConfig(
                name,
                host,
                1883,
                false,
                null,
                Version.V5,
                "maskwatch",
                user,
                password,
                "maskwatch",
                HOME_ASSISTANT,
                Duration.ofSeconds(10));
    }

    /** The same broker under another client's name. */
    MqttConfig withClientId(String id) {
        return new MqttConfig(name, host, port, tls, trusted, version, id, user, password, topic, discovery, timeout);
    }

    private static void checkTopic(String field, String topic) {
        if (!topic.matches("[^/+#\\p{Cntrl}$][^+#\\p{Cntrl}]*") || topic.endsWith("/")) {
            throw new IllegalArgumentException(field
                    + " must be like house/maskwatch, without +, # and slashes at its ends, got \"" + topic + "\"");
        }
    }

    /** For people. */
    String broker() {
        return "broker " + host + ":" + port;
    }
}
