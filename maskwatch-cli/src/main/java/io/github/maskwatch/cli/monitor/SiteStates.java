package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.CameraState;
import io.github.maskwatch.alarm.StatePublisher;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.zone.Headcount;
import io.github.maskwatch.zone.Occupancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How it stands before each camera, told to whoever publishes it whenever it changed. Thread-safe. */
final class SiteStates {
    private final List<StatePublisher> publishers;
    private final Map<CameraId, CameraState> states = new LinkedHashMap<>();

    SiteStates(List<CameraId> cameras, List<StatePublisher> publishers) {
        this.publishers = List.copyOf(publishers);
        cameras.forEach(camera -> states.put(camera, CameraState.offline(camera)));
    }

    synchronized void online(CameraId camera, boolean online) {
        CameraState old = of(camera);
        publish(new CameraState(camera, online, old.people(), old.withoutMask(), old.rate()));
    }

    synchronized void occupied(CameraId camera, Occupancy occupancy) {
        CameraState old = of(camera);
        Headcount count = occupancy.headcount();
        publish(new CameraState(
                camera,
                old.online(),
                Math.toIntExact(count.people()),
                Math.toIntExact(count.withoutMask() + count.wornIncorrectly()),
                old.rate()));
    }

    synchronized CameraState of(CameraId camera) {
        return states.getOrDefault(camera, CameraState.offline(camera));
    }

    private void publish(CameraState state) {
        if (!state.equals(states.put(state.camera(), state))) {
            publishers.forEach(publisher -> publisher.publish(state));
        }
    }
}
