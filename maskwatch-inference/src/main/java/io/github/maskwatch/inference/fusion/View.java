package io.github.maskwatch.inference.fusion;

/**
 * One of the ways in which a picture is shown to the network.
 *
 * @param side longer side to which a picture is brought, px, at least 32
 * @param mirrored left for right
 */
public record View(int side, boolean mirrored) {
    public View {
        if (side < 32) {
            throw new IllegalArgumentException("side must be at least 32 px, got " + side);
        }
    }
}
