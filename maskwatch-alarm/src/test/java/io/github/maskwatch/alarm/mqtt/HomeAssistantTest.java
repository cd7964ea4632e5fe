package io.github.maskwatch.alarm.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.maskwatch.alarm.Alarms;
import io.github.maskwatch.image.CameraId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeAssistantTest {
    private static final CameraId YARD = new CameraId("Hof/Süd");

    private final List<MqttMessage> announced =
            new HomeAssistant("homeassistant", new Topics("house/maskwatch")).announcements(List.of(Alarms.DOOR, YARD));

    private JsonNode config(String topic) throws JsonProcessingException {
        MqttMessage found = announced.stream()
                .filter(each -> each.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new AssertionError(topic + " is not among " + announced));
        return new ObjectMapper().readTree(found.payload());
    }

    @Test
    void allIsRetainedUnderNamesThatHomeAssistantTakesEachOnce() {
        assertThat(announced)
                .hasSize(11)
                .allSatisfy(each -> {
                    assertThat(each.retained()).isTrue();
                    assertThat(each.topic())
                            .matches("homeassistant/(binary_sensor|sensor|event)/[a-zA-Z0-9_-]+/[a-z_]+/config");
                })
                .extracting(each -> new ObjectMapper().readTree(each.payload()).get("unique_id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void somebodyWithoutMask() throws Exception {
        String node = Topics.slug("house/maskwatch") + "_door";
        JsonNode entity = config("homeassistant/binary_sensor/" + node + "/without_mask/config");
        assertThat(entity).isEqualTo(new ObjectMapper().readTree("""
                                        {"name": "Somebody without mask", "unique_id": "%1$s_without_mask", "qos": 1,
                                         "device": {"identifiers": ["%1$s"], "name": "door", "manufacturer": "Maskwatch",
                                                    "via_device": "%2$s"},
                                         "origin": {"name": "Maskwatch"},
                                         "state_topic": "house/maskwatch/camera/door/state",
                                         "value_template": "{{ 'ON' if value_json.without_mask > 0 else 'OFF' }}",
                                         "device_class": "safety",
                                         "availability_mode": "all",
                                         "availability": [
                                           {"topic": "house/maskwatch/status"},
                                           {"topic": "house/maskwatch/camera/door/state",
                                            "value_template": "{{ 'online' if value_json.online else 'offline' }}"}]}
                                        """.formatted(node, Topics.slug("house/maskwatch"))));
    }

    @Test
    void anEventEntityForAlarmsOfSeveralCameras() throws Exception {
        JsonNode entity = config("homeassistant/event/" + Topics.slug("house/maskwatch") + "/alarm/config");
        assertThat(entity.get("state_topic").asText()).isEqualTo("house/maskwatch/alarm");
        assertThat(entity.get("event_types").get(0).asText()).isEqualTo("alarm");
        assertThat(entity.get("value_template").asText())
                .as("what an alarm does not tell must not be an undefined value, which Home Assistant refuses")
                .contains("value_json.get('state')", "value_json.get('place')")
                .doesNotContain("value_json.state", "value_json.place");
        assertThat(entity.get("availability")).hasSize(1);
    }
}
