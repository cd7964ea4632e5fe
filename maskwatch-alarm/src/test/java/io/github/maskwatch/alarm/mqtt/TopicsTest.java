package io.github.maskwatch.alarm.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.config.Secret;
import java.time.Duration;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void plainNamesStayAsTheyAre() {
        assertThat(Topics.slug("door")).isEqualTo("door");
        assertThat(Topics.slug("door_2")).isEqualTo("door_2");
        assertThat(Topics.slug("Door")).isNotEqualTo("door").startsWith("door_");
        assertThat(Topics.slug("東門")).startsWith("camera_");
    }

    @Property
    void slugsAreSafeAndKeepCamerasApart(@ForAll String one, @ForAll String other) {
        Assume.that(!one.equals(other));
        assertThat(Topics.slug(one)).matches("[a-z0-9_]*");
        assertThat(Topics.slug(one)).isNotEqualTo(Topics.slug(other));
    }

    @Test
    void topicsWithWildcardsAreRefused() {
        for (String topic : new String[] {"", "/a", "a/", "a/#", "+", "$SYS/a", "a\nb"}) {
            assertThatIllegalArgumentException().as(topic).isThrownBy(() -> config(topic, new Secret("p")));
        }
        assertThat(config("house/maskwatch", new Secret("hunter2")).toString()).doesNotContain("hunter2");
    }

    private static MqttConfig config(String topic, Secret password) {
        return new MqttConfig(
                "mqtt",
                "localhost",
                1883,
                false,
                null,
                MqttConfig.Version.V5,
                "maskwatch",
                "user",
                password,
                topic,
                null,
                Duration.ofSeconds(1));
    }

    @Test
    void aStateTellsItsCameraAndOthersAreNoneOfOurs() {
        Topics topics = new Topics("house/maskwatch");
        for (String name : new String[] {"door", "Hof/Süd", "2", "front door"}) {
            String state = topics.state(new CameraId(name));
            CameraId camera = Objects.requireNonNull(topics.cameraOf(state));
            assertThat(topics.state(camera)).isEqualTo(state);
            assertThat(topics.alarm(camera)).isEqualTo(topics.alarm(new CameraId(name)));
        }
        for (String other : new String[] {
            "house/maskwatch/camera//state",
            "house/maskwatch/camera/a/b/state",
            "house/maskwatch/camera/Door/state",
            "house/maskwatch/status",
            "house/camera/door/state"
        }) {
            assertThat(topics.cameraOf(other)).as(other).isNull();
        }
    }
}
