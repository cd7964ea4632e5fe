package io.github.maskwatch.metrics.detection;

/**
 * How large a face is: the shorter side of its box once the picture's longer side is scaled to {@value JudgedScene#SIZE_REFERENCE}
 * px. The limits are those of COCO, whose areas are 32² and 96² px.
 */
public enum FaceSize {
    SMALL("small", "below 32 px"),
    MEDIUM("medium", "32-96 px"),
    LARGE("large", "above 96 px");

    private static final double SMALLEST_MEDIUM = 32;
    private static final double LARGEST_MEDIUM = 96;

    private final String id;
    private final String range;

    FaceSize(String id, String range) {
        this.id = id;
        this.range = range;
    }

    /** The name in JSON, such as {@code small}. */
    public String id() {
        return id;
    }

    /** The limits for people, such as "below 32 px". */
    public String range() {
        return range;
    }

    /** @param side {@link JudgedScene#faceSide}, px */
    public static FaceSize of(double side) {
        if (side < SMALLEST_MEDIUM) {
            return SMALL;
        }
        return side <= LARGEST_MEDIUM ? MEDIUM : LARGE;
    }
}
