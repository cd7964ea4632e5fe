package io.github.maskwatch.alarm;

/** Tells others how it stands before the cameras. Thread-safe; returns at once. */
@FunctionalInterface
public interface StatePublisher {

    /** A camera's new state; a state that others did not get is replaced by the next. */
    void publish(CameraState state);
}
