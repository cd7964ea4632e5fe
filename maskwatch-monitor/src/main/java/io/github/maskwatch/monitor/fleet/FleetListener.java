package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.tracking.TrackedFrame;
import java.time.Instant;

/**
 * Is told what the cameras show. All that concerns one camera is told in order and never two things at once; different cameras speak at the
 * same time, on the workers' threads. What takes long here takes a worker from the others. An exception counts as a frame that failed.
 */
public interface FleetListener {

    /** A frame was worked on. */
    default void frameWatched(CameraFrame frame) {}

    /**
     * Nobody can be followed any more, because no frame came for too long or the fleet ends.
     *
     * @param ended without faces and tracks; its changes tell who left
     */
    default void peopleLost(CameraId camera, TrackedFrame ended, Instant time) {}

    /** A camera was found, lost, or is tried again. */
    default void statusChanged(CameraId camera, SourceStatus status, Instant time) {}

    /**
     * A frame could not be worked on, for the first time with this camera; later ones are only counted.
     *
     * @param why a defect
     */
    default void frameFailed(CameraId camera, RuntimeException why) {}
}
