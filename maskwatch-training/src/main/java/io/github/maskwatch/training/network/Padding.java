package io.github.maskwatch.training.network;

/** What a convolution does at the edge of its picture. */
public enum Padding {
    /** Nothing: the picture shrinks by the kernel's size less one. */
    VALID("valid"),
    /** Zeros around it: the picture keeps its size. Needs odd kernels. */
    SAME("same");

    private final String id;

    Padding(String id) {
        this.id = id;
    }

    /** The name in files and options. */
    public String id() {
        return id;
    }

    /** The {@link #id}. */
    @Override
    public String toString() {
        return id;
    }

    /** Pixels that are added on each side. */
    public int pixels(int kernel) {
        return switch (this) {
            case VALID -> 0;
            case SAME -> (kernel - 1) / 2;
        };
    }
}
