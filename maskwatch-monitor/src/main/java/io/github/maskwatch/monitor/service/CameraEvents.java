package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.monitor.fleet.CameraFrame;
import java.time.Instant;
import java.util.List;

/** Makes events of what is seen before one camera. One thread at a time. */
public interface CameraEvents {

    /** What happened with the next frame. */
    List<Event> update(CameraFrame frame);

    /** Nobody is there any more: the camera is lost, or the run ends. */
    List<Event> end(Instant time);
}
