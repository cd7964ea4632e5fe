package io.github.maskwatch.training.augment;

import io.github.maskwatch.image.Image;

/**
 * An affine map from places of the output to places of the input, about the picture's middle: {@code in = M (out - c) + c + t}
 * with {@code M = [a b; d e]} and {@code t = (c, f)} in px.
 */
record Affine(double a, double b, double c, double d, double e, double f) {
    static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);
    private static final int BITS = 16;
    private static final int ONE = 1 << BITS;

    /** First this map, then the other one. */
    Affine then(Affine next) {
        return new Affine(
                next.a * a + next.b * d,
                next.a * b + next.b * e,
                next.a * c + next.b * f + next.c,
                next.d * a + next.e * d,
                next.d * b + next.e * e,
                next.d * c + next.e * f + next.f);
    }

    static Affine rotation(double degrees) {
        // StrictMath: the same bytes on every machine.
        double sin = StrictMath.sin(Math.toRadians(degrees));
        double cos = StrictMath.cos(Math.toRadians(degrees));
        return new Affine(cos, -sin, 0, sin, cos, 0);
    }

    static Affine shear(double degrees) {
        double angle = Math.toRadians(degrees);
        return new Affine(1, -StrictMath.sin(angle), 0, 0, StrictMath.cos(angle), 0);
    }

    static Affine shift(double x, double y) {
        return new Affine(1, 0, x, 0, 1, y);
    }

    static Affine zoom(double x, double y) {
        return new Affine(x, 0, 0, 0, y, 0);
    }

    /**
     * The picture seen through this map, in the same size: bilinear, and beyond the border the border's own pixels (Keras' fill
     * mode {@code nearest}). Fixed-point, 16 bits of place and 8 of weight, so that whole-pixel maps give the very pixels.
     */
    Image warp(Image image) {
        int width = image.width();
        int height = image.height();
        byte[] in = image.rgb();
        byte[] out = new byte[in.length];
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        int stepX = fixed(a);
        int stepY = fixed(d);
        int maxX = (width - 1) << BITS;
        int maxY = (height - 1) << BITS;
        for (int y = 0, to = 0; y < height; y++) {
            int fx = fixed(a * -middleX + b * (y - middleY) + middleX + c);
            int fy = fixed(d * -middleX + e * (y - middleY) + middleY + f);
            for (int x = 0; x < width; x++, to += 3, fx += stepX, fy += stepY) {
                int sx = Math.min(Math.max(fx, 0), maxX);
                int sy = Math.min(Math.max(fy, 0), maxY);
                int wx = (sx & (ONE - 1)) >> 8;
                int wy = (sy & (ONE - 1)) >> 8;
                int i = ((sy >> BITS) * width + (sx >> BITS)) * 3;
                // A weight of 0 for what would lie beyond the last column or row: any neighbour does.
                int right = wx == 0 ? i : i + 3;
                int down = wy == 0 ? 0 : width * 3;
                for (int k = 0; k < 3; k++) {
                    int top = (in[i + k] & 0xff) * (256 - wx) + (in[right + k] & 0xff) * wx;
                    int bottom = (in[i + down + k] & 0xff) * (256 - wx) + (in[right + down + k] & 0xff) * wx;
                    out[to + k] = (byte) ((top * (256 - wy) + bottom * wy + 32768) >> 16);
                }
            }
        }
        return Image.wrap(width, height, out);
    }

    private static int fixed(double value) {
        return (int) Math.round(value * ONE);
    }
}
