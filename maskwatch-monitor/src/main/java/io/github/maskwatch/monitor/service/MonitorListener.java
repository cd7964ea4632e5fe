package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.live.SourceStatus;
import java.util.List;

/**
 * Is told what a service does. What is told of events and the store comes from one thread, in order; what is told of cameras from
 * others. What takes long here delays what is written and told next. An exception is a {@link #defect}.
 */
public interface MonitorListener {

    /** Events that are in the store now. */
    default void happened(List<Event> events) {}

    /**
     * The store cannot be written; events wait in memory, and it is tried again. Told once until {@link #storeIsBack}.
     *
     * @param why an {@link java.io.IOException}, or a defect of the store
     */
    default void storeFailed(Exception why) {}

    /**
     * The store can be written again.
     *
     * @param lost events that were more than memory is kept for
     */
    default void storeIsBack(long lost) {}

    /** A camera was found, lost, or is tried again. */
    default void cameraChanged(CameraId camera, SourceStatus status) {}

    /**
     * Something failed that should not: a frame could not be worked on, or a rule or a listener threw. Told once for each camera, and once for all
     * the rest, however often it happens.
     *
     * @param where the camera's name, or what it is
     */
    default void defect(String where, RuntimeException why) {}
}
