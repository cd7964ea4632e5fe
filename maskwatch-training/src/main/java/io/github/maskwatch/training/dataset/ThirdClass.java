package io.github.maskwatch.training.dataset;

/** What becomes of photos in {@code mask_worn_incorrectly/}. */
public enum ThirdClass {
    /** They are a class of their own, if there are any. */
    KEEP,
    /** They count as {@code without_mask}: a model of two classes that says "not protected". */
    AS_WITHOUT_MASK,
    /** They are left out: a model of two classes that never saw such a face. */
    LEAVE_OUT
}
