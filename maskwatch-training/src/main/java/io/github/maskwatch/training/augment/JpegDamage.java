package io.github.maskwatch.training.augment;

import io.github.maskwatch.image.Image;

/**
 * What JPEG loses, without writing a file: luma and chroma, chroma at half size in both directions, a DCT of each 8 x 8 block,
 * rounding by the tables of ITU-T T.81, annex K (scaled by quality as the Independent JPEG Group's library does), and back.
 * Entropy coding, which takes most of an encoder's time, loses nothing and is left out.
 */
final class JpegDamage {
    private static final int N = 8;

    private static final int[] LUMA_STEPS = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };
    private static final int[] CHROMA_STEPS = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
                99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
                99, 99,
        99, 99, 99, 99
    };
    /** Orthonormal DCT-II: {@code BASIS[u * 8 + x]}. */
    private static final float[] BASIS = basis();

    private JpegDamage() {}

    private static float[] basis() {
        float[] basis = new float[N * N];
        for (int u = 0; u < N; u++) {
            double scale = u == 0 ? StrictMath.sqrt(1.0 / N) : StrictMath.sqrt(2.0 / N);
            for (int x = 0; x < N; x++) {
                basis[u * N + x] = (float) (scale * StrictMath.cos((2 * x + 1) * u * StrictMath.PI / (2 * N)));
            }
        }
        return basis;
    }

    /** @param quality 1–100, the library's scale */
    static Image apply(Image image, int quality) {
        int width = image.width();
        int height = image.height();
        // Whole 16 x 16 units, so that chroma at half size has whole blocks.
        int stride = (width + 15) / 16 * 16;
        int rows = (height + 15) / 16 * 16;
        float[] luma = new float[stride * rows];
        float[] blue = new float[stride * rows / 4];
        float[] red = new float[stride * rows / 4];
        split(image, stride, rows, luma, blue, red);
        lose(luma, stride, rows, steps(LUMA_STEPS, quality));
        lose(blue, stride / 2, rows / 2, steps(CHROMA_STEPS, quality));
        lose(red, stride / 2, rows / 2, steps(CHROMA_STEPS, quality));
        return join(width, height, stride, luma, blue, red);
    }

    private static float[] steps(int[] table, int quality) {
        int scale = quality < 50 ? 5000 / quality : 200 - quality * 2;
        float[] steps = new float[N * N];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.max(1, Math.min(255, (table[i] * scale + 50) / 100));
        }
        return steps;
    }

    private static void split(Image image, int stride, int rows, float[] luma, float[] blue, float[] red) {
        byte[] rgb = image.rgb();
        for (int y = 0; y < rows; y++) {
            int row = Math.min(y, image.height() - 1) * image.width();
            for (int x = 0; x < stride; x++) {
                int i = (row + Math.min(x, image.width() - 1)) * 3;
                float r = rgb[i] & 0xff;
                float g = rgb[i + 1] & 0xff;
                float b = rgb[i + 2] & 0xff;
                float l = 0.299f * r + 0.587f * g + 0.114f * b;
                int half = y / 2 * (stride / 2) + x / 2;
                luma[y * stride + x] = l - 128;
                blue[half] += (b - l) / 1.772f / 4;
                red[half] += (r - l) / 1.402f / 4;
            }
        }
    }

    private static void lose(float[] plane, int stride, int rows, float[] steps) {
        float[] block = new float[N * N];
        float[] scratch = new float[N * N];
        for (int y = 0; y < rows; y += N) {
            for (int x = 0; x < stride; x += N) {
                int at = y * stride + x;
                for (int k = 0; k < N; k++) {
                    System.arraycopy(plane, at + k * stride, block, k * N, N);
                }
                forward(block, scratch);
                for (int i = 0; i < block.length; i++) {
                    block[i] = Math.round(block[i] / steps[i]) * steps[i];
                }
                backward(block, scratch);
                for (int k = 0; k < N; k++) {
                    System.arraycopy(block, k * N, plane, at + k * stride, N);
                }
            }
        }
    }

    /** Each row transformed and written as a column, twice: rows and columns are back in place then. */
    private static void forward(float[] block, float[] scratch) {
        forwardRows(block, scratch);
        forwardRows(scratch, block);
    }

    private static void forwardRows(float[] in, float[] out) {
        for (int row = 0; row < N; row++) {
            for (int u = 0; u < N; u++) {
                float sum = 0;
                for (int x = 0; x < N; x++) {
                    sum += in[row * N + x] * BASIS[u * N + x];
                }
                out[u * N + row] = sum;
            }
        }
    }

    private static void backward(float[] block, float[] scratch) {
        backwardRows(block, scratch);
        backwardRows(scratch, block);
    }

    private static void backwardRows(float[] in, float[] out) {
        for (int row = 0; row < N; row++) {
            for (int x = 0; x < N; x++) {
                float sum = 0;
                for (int u = 0; u < N; u++) {
                    sum += in[row * N + u] * BASIS[u * N + x];
                }
                out[x * N + row] = sum;
            }
        }
    }

    private static Image join(int width, int height, int stride, float[] luma, float[] blue, float[] red) {
        byte[] out = new byte[width * height * 3];
        for (int y = 0, to = 0; y < height; y++) {
            for (int x = 0; x < width; x++, to += 3) {
                float l = luma[y * stride + x] + 128;
                int half = y / 2 * (stride / 2) + x / 2;
                float r = l + 1.402f * red[half];
                float b = l + 1.772f * blue[half];
                out[to] = clamp(r);
                out[to + 1] = clamp((l - 0.299f * r - 0.114f * b) / 0.587f);
                out[to + 2] = clamp(b);
            }
        }
        return Image.wrap(width, height, out);
    }

    private static byte clamp(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
