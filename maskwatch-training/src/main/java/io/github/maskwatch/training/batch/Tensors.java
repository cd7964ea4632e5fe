package io.github.maskwatch.training.batch;

import io.github.maskwatch.image.Image;

/** Bytes of a picture as the numbers of a tensor. */
final class Tensors {
    private Tensors() {}

    /** Writes the picture as CHW float32, 0–255. */
    static void write(Image image, ColorMode color, float[] out) {
        switch (color) {
            case RGB -> planes(image.rgb(), out);
            case GREY -> luma(image.rgb(), out);
        }
    }

    private static void planes(byte[] rgb, float[] out) {
        int plane = rgb.length / 3;
        for (int i = 0, p = 0; p < plane; i += 3, p++) {
            out[p] = rgb[i] & 0xff;
            out[p + plane] = rgb[i + 1] & 0xff;
            out[p + 2 * plane] = rgb[i + 2] & 0xff;
        }
    }

    private static void luma(byte[] rgb, float[] out) {
        for (int i = 0, p = 0; i < rgb.length; i += 3, p++) {
            out[p] = 0.299f * (rgb[i] & 0xff) + 0.587f * (rgb[i + 1] & 0xff) + 0.114f * (rgb[i + 2] & 0xff);
        }
    }
}
