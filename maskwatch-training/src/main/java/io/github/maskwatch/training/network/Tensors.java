package io.github.maskwatch.training.network;

import io.github.maskwatch.training.batch.InputFormat;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Between Java's arrays and tensors. Each call belongs to the {@code PointerScope} that is open. */
public final class Tensors {
    private Tensors() {}

    /**
     * NCHW float32 over the buffer itself, which has to stay alive and unchanged while the tensor is in use.
     *
     * @param direct a direct buffer in native byte order, from position 0 to its limit
     */
    public static Tensor over(FloatBuffer direct, int pictures, InputFormat format) {
        return torch.from_blob(
                new FloatPointer(direct), pictures, format.color().channels(), format.height(), format.width());
    }

    public static Tensor copyOf(float[] values, long... shape) {
        return copyOf(new FloatPointer(values), torch.ScalarType.Float, shape);
    }

    /** int64 [values]. */
    public static Tensor copyOf(long[] values) {
        return copyOf(new LongPointer(values), torch.ScalarType.Long, values.length);
    }

    static Tensor copyOf(Pointer values, torch.ScalarType type, long... shape) {
        return torch.from_blob(values, shape, new TensorOptions(type)).clone();
    }

    /** The values in row-major order of the tensor's shape, whatever its order in memory. */
    public static float[] toArray(Tensor tensor) {
        Tensor rows = tensor.detach().contiguous();
        float[] values = new float[Math.toIntExact(rows.numel())];
        rows.data_ptr_float().get(values);
        return values;
    }

    /** Writes values, in row-major order of its shape, into a tensor. */
    public static void fill(Tensor tensor, float[] values) {
        tensor.detach().copy_(copyOf(values, shape(tensor)));
    }

    static long[] shape(Tensor tensor) {
        long[] shape = new long[Math.toIntExact(tensor.dim())];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = tensor.size(i);
        }
        return shape;
    }

    static Scalar scalar(double value) {
        return new Scalar(value);
    }
}
