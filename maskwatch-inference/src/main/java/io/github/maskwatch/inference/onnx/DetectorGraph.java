package io.github.maskwatch.inference.onnx;

import static io.github.maskwatch.inference.onnx.TensorContract.ANY;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.maskwatch.inference.format.ModelFormatException;
import java.util.Map;

/** What a detector's network itself says it takes and gives, against what it must. */
final class DetectorGraph {
    static final String INPUT = "image";

    private DetectorGraph() {}

    static String output(int stride) {
        return "level" + stride;
    }

    /** @param name what messages call the model */
    static void require(OrtSession session, String name) throws ModelFormatException, OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        NodeInfo input = inputs.get(INPUT);
        String takes = name + ": the network must take one input \"" + INPUT + "\"";
        if (input == null || inputs.size() != 1) {
            throw new ModelFormatException(takes + ", got " + inputs.keySet());
        }
        TensorContract.require(input, takes, ANY, 3, ANY, ANY);
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        for (int stride : DetectorDescription.STRIDES) {
            NodeInfo output = outputs.get(output(stride));
            if (output == null) {
                throw new ModelFormatException(
                        name + ": the network must give level8, level16 and level32, got " + outputs.keySet());
            }
            TensorContract.require(
                    output, name + ": the network must give " + output(stride), ANY, Candidates.CHANNELS, ANY, ANY);
        }
    }
}
