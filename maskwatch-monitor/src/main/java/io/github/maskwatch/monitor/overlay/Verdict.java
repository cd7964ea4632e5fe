package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.mask.MaskState;

/** What a drawn box says: a state, or that nothing can be said. Each has a colour and, for those who do not see it, a sign. */
public enum Verdict {
    WITH_MASK("with mask", 0x2BC76B, Sign.CHECK),
    WITHOUT_MASK("without mask", 0xD92D20, Sign.CROSS),
    WORN_INCORRECTLY("worn incorrectly", 0xF7A91B, Sign.EXCLAMATION),
    /** Too small, too blurred or too close a call; amber as well, but with a question mark. */
    CANNOT_TELL("cannot tell", 0xF7A91B, Sign.QUESTION);

    private final String label;
    private final int color;
    private final Sign sign;

    Verdict(String label, int color, Sign sign) {
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
