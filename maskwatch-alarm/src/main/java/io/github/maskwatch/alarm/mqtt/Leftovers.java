package io.github.maskwatch.alarm.mqtt;

import io.github.maskwatch.image.CameraId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a broker still keeps of cameras that are in the configuration no more. Each camera that ever was has a retained state below this
 * Maskwatch's own topic, and so tells by its name what was announced of it; nobody else's announcements need to be looked at, or can be meant.
 */
final class Leftovers {
    private final Topics topics;
    private final @Nullable HomeAssistant discovery;
    private final Set<String> present;

    /** @param discovery null: nothing is announced */
    Leftovers(Topics topics, @Nullable HomeAssistant discovery, List<CameraId> cameras) {
        this.topics = topics;
        this.discovery = discovery;
        present = cameras.stream().map(topics::state).collect(Collectors.toSet());
    }

    /**
     * What takes back all that is retained of the camera with this state, its state last: whatever breaks in between, the next connection finds
     * it again.
     *
     * @param state the topic of a retained state
     * @return empty if the camera is one of the configuration, or the topic is none of ours
     */
    List<MqttMessage> withdrawals(String state) {
        CameraId camera = topics.cameraOf(state);
        if (camera == null || present.contains(state)) {
            return List.of();
        }
        List<MqttMessage> all = new ArrayList<>();
        if (discovery != null) {
            discovery.announcements(camera).forEach(each -> all.add(MqttMessage.retained(each.topic(), "")));
        }
        all.add(MqttMessage.retained(state, ""));
        return all;
    }
}
