package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.maskwatch.inference.format.ModelFormatException;
import java.util.Arrays;
import java.util.Map;

/** What the network itself says it takes and gives, against what the file's metadata say. */
final class ClassifierGraph {
    static final String INPUT = "image";
    static final String OUTPUT = "probabilities";
    private static final long ANY = -1;

    private ClassifierGraph() {}

    /** @param name what messages call the model */
    static void require(OrtSession session, ClassifierDescription description, String name)
            throws ModelFormatException, OrtException {
        require(
                session.getInputInfo(),
                INPUT,
                name + ": the network must take one input",
                ANY,
                description.color().channels(),
                description.height(),
                description.width());
        require(
                session.getOutputInfo(),
                OUTPUT,
                name + ": the network must give one output",
                ANY,
                description.states().size());
    }

    private static void require(Map<String, NodeInfo> nodes, String wanted, String rule, long... shape)
            throws ModelFormatException {
        NodeInfo node = nodes.get(wanted);
        if (node == null || nodes.size() != 1) {
            throw new ModelFormatException(rule + " \"" + wanted + "\", got " + nodes.keySet());
        }
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

    private static String oneLine(Object info) {
        return info.toString().replaceAll("\\s+", " ");
    }
}
