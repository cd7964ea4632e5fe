package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.image.PlanarResizing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * What a detector's network is shown of frames of one size: the frame brought to the size that the network works best at, padded to
 * multiples of 32 and laid out as [1, 3, height, width] in native memory.
 */
final class FrameInput implements AutoCloseable {
    /** What surrounds a frame whose sides are no multiples of 32, in all channels; the same as in training. */
    private static final float GREY = 114;

    /**
     * A small picture is enlarged, because its faces are then of sizes that the network was trained on; more than this adds no detail
     * but costs time.
     */
    private static final double LARGEST_SCALE = 2;

    private final int width;
    private final int height;
    private final PlanarResizing resizing;
    private final FloatBuffer values;
    private final OnnxTensor tensor;

    /**
     * For frames of the size of this one.
     *
     * @param side to which the longer side is brought, px; a picture of less than half of it is enlarged to twice its size
     */
    FrameInput(ModelSession model, Image frame, int side) throws OrtException {
        double scale = Math.min(LARGEST_SCALE, (double) side / Math.max(frame.width(), frame.height()));
        int scaledWidth = (int) Math.max(1, Math.round(frame.width() * scale));
        int scaledHeight = (int) Math.max(1, Math.round(frame.height() * scale));
        resizing = new PlanarResizing(frame.width(), frame.height(), scaledWidth, scaledHeight);
        width = padded(scaledWidth);
        height = padded(scaledHeight);
        values = direct(3 * width * height);
        for (int i = 0; i < values.capacity(); i++) {
            values.put(i, GREY);
        }
        tensor = OnnxTensor.createTensor(model.environment(), values, new long[] {1, 3, height, width});
    }

    private static int padded(int side) {
        int multiple = DetectorDescription.STRIDES.get(DetectorDescription.STRIDES.size() - 1);
        return (side + multiple - 1) / multiple * multiple;
    }

    static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Of the network's input, a multiple of 32 px. */
    int width() {
        return width;
    }

    /** Of the network's input, a multiple of 32 px. */
    int height() {
        return height;
    }

    /** Of the frame in it, px. */
    int scaledWidth() {
        return resizing.width();
    }

    /** Of the frame in it, px. */
    int scaledHeight() {
        return resizing.height();
    }

    /** Whether frames of this size are the ones it is made for. */
    boolean takes(Image frame) {
        return resizing.takes(frame);
    }

    /** The input with this frame in it; it belongs to this object. */
    OnnxTensor fill(Image frame) {
        resizing.resize(frame, values, width, height);
        return tensor;
    }

    /** The input with the frame in it turned left for right; what surrounds it stays. */
    OnnxTensor mirror() {
        float[] row = new float[resizing.width()];
        for (int plane = 0; plane < 3; plane++) {
            for (int y = 0; y < resizing.height(); y++) {
                int at = (plane * height + y) * width;
                values.get(at, row);
                for (int left = 0, right = row.length - 1; left < right; left++, right--) {
                    float value = row[left];
                    row[left] = row[right];
                    row[right] = value;
                }
                values.put(at, row);
            }
        }
        return tensor;
    }

    @Override
    public void close() {
        tensor.close();
    }
}
