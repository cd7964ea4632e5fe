package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.image.Image;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * The input of the network, NCHW float32 [size, channels, height, width], 0–255, in native memory that is used again for every
 * batch.
 */
final class CropBatch {
    private final ClassifierDescription description;
    private final FloatBuffer values;
    private final float[] plane;

    CropBatch(ClassifierDescription description, int capacity) {
        this.description = description;
        plane = new float[description.width() * description.height()];
        values = ByteBuffer.allocateDirect(
                        Math.multiplyExact(capacity * description.color().channels(), plane.length * Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    void clear() {
        values.clear();
    }

    /** Appends the crop, stretched to the network's size. */
    void add(Image crop) {
        byte[] rgb = crop.resize(description.width(), description.height()).rgb();
        switch (description.color()) {
            case RGB -> {
                for (int channel = 0; channel < 3; channel++) {
                    for (int i = 0; i < plane.length; i++) {
                        plane[i] = rgb[3 * i + channel] & 0xff;
                    }
                    values.put(plane);
                }
            }
            case GREY -> {
                for (int i = 0, from = 0; i < plane.length; i++, from += 3) {
                    plane[i] = 0.299f * (rgb[from] & 0xff)
                            + 0.587f * (rgb[from + 1] & 0xff)
                            + 0.114f * (rgb[from + 2] & 0xff);
                }
                values.put(plane);
            }
        }
    }

    int size() {
        return values.position() / (description.color().channels() * plane.length);
    }

    long[] shape() {
        return new long[] {size(), description.color().channels(), description.height(), description.width()};
    }

    /** What was added, as a view of the same memory. */
    FloatBuffer values() {
        return values.duplicate().flip();
    }
}
