package io.github.maskwatch.event;

/** Which way somebody crossed a line that is drawn from its first point to its second. */
public enum Direction {
    /** From the line's left side to its right one, seen from the first point towards the second, in the picture. */
    IN("in"),
    /** The other way. */
    OUT("out");

    private final String id;

    Direction(String id) {
        this.id = id;
    }

    /** The name in files, databases and JSON. */
    public String id() {
        return id;
    }

    /**
     * The direction of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Direction of(String id) {
        return switch (id) {
            case "in" -> IN;
            case "out" -> OUT;
            default -> throw new IllegalArgumentException("a direction must be in or out, got \"" + id + "\"");
        };
    }
}
