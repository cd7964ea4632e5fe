package io.github.maskwatch.zone;

/**
 * A part of the picture that people come into and leave. Somebody is where the centre of the face is.
 *
 * @param name in events, rules and on the picture
 */
public record Zone(String name, Polygon area) {
    public Zone {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a zone's name must not be blank");
        }
    }

    /** Whether somebody there is in it. */
    public boolean contains(Point point) {
        return area.contains(point);
    }
}
