package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.fleet.DetectorOpener;
import java.util.function.Function;

/**
 * What a service is made of besides its configuration.
 *
 * @param events makes what makes a camera's events
 * @param store belongs to the caller, who closes it after the service
 */
public record MonitorParts(
        SourceOpener sources,
        DetectorOpener detectors,
        Function<CameraId, CameraEvents> events,
        EventStore store,
        EventReaction reaction,
        MonitorListener listener) {}
