package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;

/** What a drawn box says: a state, or that nothing can be said. Each has a colour and, for those who do not see it, a sign. */
public enum Verdict {
    WITH_MASK(MaskState.WITH_MASK.id(), MaskState.WITH_MASK.label(), 0x2BC76B, Sign.CHECK),
    WITHOUT_MASK(MaskState.WITHOUT_MASK.id(), MaskState.WITHOUT_MASK.label(), 0xD92D20, Sign.CROSS),
    WORN_INCORRECTLY(MaskState.WORN_INCORRECTLY.id(), MaskState.WORN_INCORRECTLY.label(), 0xF7A91B, Sign.EXCLAMATION),
    /** Too small, too blurred or too close a call; amber as well, but with a question mark. */
    CANNOT_TELL("cannot_tell", "cannot tell", 0xF7A91B, Sign.QUESTION);

    private final String id;
    private final String label;
    private final int color;
    private final Sign sign;

    Verdict(String id, String label, int color, Sign sign) {
        this.id = id;
        this.label = label;
        this.color = color;
        this.sign = sign;
    }

    public static Verdict of(MaskState state) {
        return switch (state) {
            case WITH_MASK -> WITH_MASK;
            case WITHOUT_MASK -> WITHOUT_MASK;
            case WORN_INCORRECTLY -> WORN_INCORRECTLY;
        };
    }

    /** What is said of the face: its state where that is sure enough, else that nothing can be said. */
    public static Verdict of(MaskedFace face) {
        return face.called() ? of(face.prediction().state()) : CANNOT_TELL;
    }

    /** The name in files and JSON: the state's own, or {@code cannot_tell}. */
    public String id() {
        return id;
    }

    /** For people, such as "with mask". */
    public String label() {
        return label;
    }

    /** {@code 0xRRGGBB}. */
    public int color() {
        return color;
    }

    Sign sign() {
        return sign;
    }
}
