package io.github.maskwatch.alarm.mqtt;

import io.github.maskwatch.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * What is published, at QoS 1.
 *
 * @param payload JSON or a word
 * @param retained whether who comes later gets it, too
 * @param id of an alarm; goes along as a property where the protocol has them
 */
record MqttMessage(
        String topic,
        String payload,
        boolean retained,
        @Nullable EventId id) {

    /** One that stays until the next of its topic. */
    static MqttMessage retained(String topic, String payload) {
        return new MqttMessage(topic, payload, true, null);
    }

    boolean json() {
        return payload.startsWith("{");
    }
}
