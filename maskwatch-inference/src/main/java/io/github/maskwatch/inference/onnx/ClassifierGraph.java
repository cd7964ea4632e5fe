package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.maskwatch.inference.format.ModelFormatException;
import java.util.Map;

/** What the network itself says it takes and gives, against what the file's metadata say. */
final class ClassifierGraph {
    static final String INPUT = "image";
    static final String OUTPUT = "probabilities";

    private ClassifierGraph() {}

    /** @param name what messages call the model */
    static void require(OrtSession session, ClassifierDescription description, String name)
            throws ModelFormatException, OrtException {
        require(
                session.getInputInfo(),
                INPUT,
                name + ": the network must take one input",
                TensorContract.ANY,
                description.color().channels(),
                description.height(),
                description.width());
        require(
                session.getOutputInfo(),
                OUTPUT,
                name + ": the network must give one output",
                TensorContract.ANY,
                description.states().size());
    }

    private static void require(Map<String, NodeInfo> nodes, String wanted, String rule, long... shape)
            throws ModelFormatException {
        NodeInfo node = nodes.get(wanted);
        if (node == null || nodes.size() != 1) {
            throw new ModelFormatException(rule + " \"" + wanted + "\", got " + nodes.keySet());
        }
        TensorContract.require(node, rule, shape);
    }
}
