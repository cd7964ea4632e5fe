package io.github.maskwatch.mask;

/** How a face wears its mask. The order is that of the classes in every model, file and table of Maskwatch. */
public enum MaskState {
    /** Over nose and mouth. */
    WITH_MASK("with_mask", "with mask"),
    /** None, or something else over the mouth. */
    WITHOUT_MASK("without_mask", "without mask"),
    /** There, but under the nose, on the chin, or hanging from an ear. */
    WORN_INCORRECTLY("mask_worn_incorrectly", "worn incorrectly");

    private final String id;
    private final String label;

    MaskState(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name in folders, files and JSON, such as {@code with_mask}. */
    public String id() {
        return id;
    }

    /**
     * The state of that {@link #id}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MaskState of(String id) {
        for (MaskState state : values()) {
            if (state.id.equals(id)) {
                return state;
            }
        }
        throw new IllegalArgumentException(
                "a state must be with_mask, without_mask or mask_worn_incorrectly, got \"" + id + "\"");
    }

    /** The name for people, such as "with mask". */
    public String label() {
        return label;
    }
}
