package io.github.maskwatch.mask;

/**
 * How {@link ClassicMaskDetector} gets from a frame to the crops that its classifier sees.
 *
 * @param detectWidth width to which a wider frame is reduced before faces are looked for, px, at least 32
 * @param margin side of the crop over the longer side of the face's box, at least 1
 * @param shift how far the crop's centre lies below the centre of the box, as a share of the box's longer side, -1 to 1
 */
public record ClassicConfig(int detectWidth, double margin, double shift) {
    /**
     * Training photos are squares 1.3 times as wide as the longer side of a face box that reaches from forehead to chin; the
     * cascade's box is a square about the eyes and the nose. Margin and shift make the one resemble the other: on the faces that the
     * cascade finds in the validation scenes the mean IoU of crop and training square is .744, against .711 for a margin of 1.2
     * without shift (on a sixth of the training scenes .736 and .708).
     */
    public static final ClassicConfig DEFAULTS = new ClassicConfig(480, 1.3, 0.04);

    public ClassicConfig {
        if (detectWidth < 32) {
            throw new IllegalArgumentException("detectWidth must be at least 32 px, got " + detectWidth);
        }
        if (!(margin >= 1 && margin <= 10)) {
            throw new IllegalArgumentException("margin must be in 1..10, got " + margin);
        }
        if (!(shift >= -1 && shift <= 1)) {
            throw new IllegalArgumentException("shift must be in -1..1, got " + shift);
        }
    }

    public ClassicConfig withDetectWidth(int other) {
        return new ClassicConfig(other, margin, shift);
    }
}
