package io.github.maskwatch.inference.fusion;

/**
 * One of the ways in which a picture is looked at.
 *
 * @param network index of the network that looks, from 0
 * @param side longer side to which a picture is brought, px, at least 32
 * @param mirrored left for right
 */
public record View(int network, int side, boolean mirrored) {
    public View {
        if (network < 0) {
            throw new IllegalArgumentException("network must be at least 0, got " + network);
        }
        if (side < 32) {
            throw new IllegalArgumentException("side must be at least 32 px, got " + side);
        }
    }

    /** Of the only network. */
    public View(int side, boolean mirrored) {
        this(0, side, mirrored);
    }

    /** The same one, left for right. */
    View turned() {
        return new View(network, side, !mirrored);
    }
}
