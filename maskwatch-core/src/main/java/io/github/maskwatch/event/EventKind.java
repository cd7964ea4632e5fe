package io.github.maskwatch.event;

/** The kinds of events, in the order of a person's way past a camera. */
public enum EventKind {
    APPEARED("appeared"),
    STATE("state"),
    LEFT("left"),
    ZONE_ENTERED("zone_entered"),
    ZONE_LEFT("zone_left"),
    LINE_PASSED("line_passed"),
    COUNTED("counted"),
    ALARM("alarm"),
    CAMERA("camera"),
    SERVICE("service");

    private final String id;

    EventKind(String id) {
        this.id = id;
    }

    /** The name in files, databases and JSON. */
    public String id() {
        return id;
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static EventKind of(String id) {
        for (EventKind kind : values()) {
            if (kind.id.equals(id)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "an event's kind must be one of appeared, state, left, zone_entered, zone_left, "
                        + "line_passed, counted, alarm, camera, service, got \"" + id + "\"");
    }
}
