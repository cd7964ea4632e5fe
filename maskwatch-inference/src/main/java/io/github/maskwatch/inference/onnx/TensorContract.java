package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import io.github.maskwatch.inference.format.ModelFormatException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The shape that an input or output of a network must have. */
final class TensorContract {
    static final long ANY = -1;

    private TensorContract() {}

    /**
     * @param rule the beginning of the message, such as {@code model.onnx: the network must take one input "image"}
     * @param shape {@link #ANY} where the network must leave the size open
     */
    static void require(NodeInfo node, String rule, long... shape) throws ModelFormatException {
        if (!(node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT)) {
            throw new ModelFormatException(rule + " of float32, got " + oneLine(node.getInfo()));
        }
        long[] got = tensor.getShape();
        boolean fits = got.length == shape.length;
        for (int i = 0; fits && i < shape.length; i++) {
            fits = got[i] == shape[i] || got[i] == ANY;
        }
        if (!fits) {
            throw new ModelFormatException(rule + " of the shape " + Arrays.toString(shape)
                    + " (-1: any), as its metadata say, got " + Arrays.toString(got));
        }
    }

    private static String oneLine(@Nullable Object info) {
        return String.valueOf(info).replaceAll("\\s+", " ");
    }
}
