package io.github.maskwatch.alarm.mqtt;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.maskwatch.image.CameraId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Home Assistant is told of a Maskwatch and its cameras, so that it shows them without being configured: a device for each camera with its entities,
 * below {@code PREFIX/COMPONENT/NODE/OBJECT/config}, retained (Home Assistant's documentation, "MQTT", "MQTT Discovery").
 */
final class HomeAssistant {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** Home Assistant knows "None" as unknown. */
    private static final String RATE =
            "{{ (value_json.wearing_rate * 100) | round(1) if value_json.wearing_rate is not none else none }}";

    /** By {@code get}: an alarm without a state or a place has no such key, and what is undefined cannot be made JSON again. */
    private static final String EVENT =
            "{{ {'event_type': 'alarm', 'id': value_json.get('id'), 'rule': value_json.get('name'),"
                    + " 'text': value_json.get('text'), 'state': value_json.get('state'), 'zone': value_json.get('place')} | tojson }}";

    private final String prefix;
    private final Topics topics;
    private final String node;

    HomeAssistant(String prefix, Topics topics) {
        this.prefix = prefix;
        this.topics = topics;
        node = Topics.slug(topics.base());
    }

    /** All announcements. */
    List<MqttMessage> announcements(List<CameraId> cameras) {
        List<MqttMessage> all = new ArrayList<>();
        all.add(alarm(null));
        cameras.forEach(camera -> all.addAll(announcements(camera)));
        return all;
    }

    /** Those of one camera. */
    List<MqttMessage> announcements(CameraId camera) {
        return List.of(withoutMask(camera), people(camera), wearingRate(camera), online(camera), alarm(camera));
    }

    private MqttMessage withoutMask(CameraId camera) {
        ObjectNode entity = ofState(camera, "without_mask", "Somebody without mask")
                .put("value_template", "{{ 'ON' if value_json.without_mask > 0 else 'OFF' }}")
                .put("device_class", "safety");
        return config("binary_sensor", camera, "without_mask", onlyWhileOnline(camera, entity));
    }

    private MqttMessage people(CameraId camera) {
        ObjectNode entity = ofState(camera, "people", "People")
                .put("value_template", "{{ value_json.people }}")
                .put("state_class", "measurement")
                .put("icon", "mdi:account-group");
        return config("sensor", camera, "people", onlyWhileOnline(camera, entity));
    }

    private MqttMessage wearingRate(CameraId camera) {
        ObjectNode entity = ofState(camera, "wearing_rate", "Wearing rate")
                .put("value_template", RATE)
                .put("unit_of_measurement", "%")
                .put("state_class", "measurement")
                .put("icon", "mdi:face-mask")
                .put("json_attributes_topic", topics.state(camera));
        return config("sensor", camera, "wearing_rate", onlyWhileOnline(camera, entity));
    }

    private MqttMessage online(CameraId camera) {
        ObjectNode entity = ofState(camera, "online", "Camera")
                .put("value_template", "{{ 'ON' if value_json.online else 'OFF' }}")
                .put("device_class", "connectivity")
                .put("entity_category", "diagnostic");
        availability(entity);
        return config("binary_sensor", camera, "online", entity);
    }

    private MqttMessage alarm(@Nullable CameraId camera) {
        ObjectNode entity = entity(camera, "alarm", "Alarm")
                .put("state_topic", topics.alarm(camera))
                .put("value_template", EVENT)
                .put("icon", "mdi:alarm-light");
        entity.putArray("event_types").add("alarm");
        availability(entity);
        return config("event", camera, "alarm", entity);
    }

    private ObjectNode ofState(CameraId camera, String object, String name) {
        return entity(camera, object, name).put("state_topic", topics.state(camera));
    }

    private ObjectNode entity(@Nullable CameraId camera, String object, String name) {
        ObjectNode entity = MAPPER.createObjectNode();
        entity.put("name", name).put("unique_id", device(camera) + "_" + object).put("qos", 1);
        ObjectNode device = entity.putObject("device");
        device.putArray("identifiers").add(device(camera));
        device.put("name", camera == null ? "Maskwatch" : camera.name()).put("manufacturer", "Maskwatch");
        if (camera != null) {
            device.put("via_device", device(null));
        }
        entity.putObject("origin").put("name", "Maskwatch");
        return entity;
    }

    private String device(@Nullable CameraId camera) {
        return camera == null ? node : node + "_" + Topics.slug(camera.name());
    }

    private ObjectNode availability(ObjectNode entity) {
        return entity.put("availability_mode", "all")
                .putArray("availability")
                .addObject()
                .put("topic", topics.status());
    }

    /** Of a camera that delivers no frames nobody knows who is there. */
    private ObjectNode onlyWhileOnline(CameraId camera, ObjectNode entity) {
        availability(entity);
        entity.withArray("availability")
                .addObject()
                .put("topic", topics.state(camera))
                .put("value_template", "{{ 'online' if value_json.online else 'offline' }}");
        return entity;
    }

    private MqttMessage config(String component, @Nullable CameraId camera, String object, ObjectNode entity) {
        return MqttMessage.retained(
                prefix + "/" + component + "/" + device(camera) + "/" + object + "/config", entity.toString());
    }
}
