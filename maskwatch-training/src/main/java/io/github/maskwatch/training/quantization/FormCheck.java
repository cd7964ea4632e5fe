package io.github.maskwatch.training.quantization;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Set;

/**
 * Holds a file against the form that Maskwatch's own export gives a detector, so that what comes after can rely on it.
 *
 * @param name what messages call the file
 */
record FormCheck(FloatDetector detector, String name) {
    private static final Set<String> OPERATORS = Set.of("Sub", "Conv", "Relu", "Add", "Resize", "Identity");
    private static final List<String> ENTRIES =
            List.of("maskwatch.side", "maskwatch.face_threshold", "maskwatch.suppression_iou");
    private static final String WANTED = "; give a model.onnx as `maskwatch train --task detect` writes it";

    void require() throws QuantizationRefusedException {
        String precision = detector.metadata().get(Quantizer.PRECISION);
        if (precision != null) {
            throw new QuantizationRefusedException(
                    name + " is of " + precision + " already; give the model in float32 that it was made from");
        }
        if (!detector.metadata().keySet().containsAll(ENTRIES)) {
            throw new QuantizationRefusedException(
                    name + " does not tell its side, face threshold and suppression" + WANTED);
        }
        for (NodeProto node : detector.nodes()) {
            if (!isKnown(node)) {
                throw new QuantizationRefusedException(
                        name + ": cannot quantize a " + node.getOpType() + " like \"" + node.getName() + "\"" + WANTED);
            }
        }
    }

    private boolean isKnown(NodeProto node) {
        return OPERATORS.contains(node.getOpType())
                && switch (node.getOpType()) {
                    case "Conv" -> isConvolution(node);
                    case "Sub" -> isCentering(node);
                    default -> true;
                };
    }

    private boolean isConvolution(NodeProto node) {
        return node.getInputCount() == 3
                && isFloat(node.getInput(1))
                && isFloat(node.getInput(2))
                && (detector.isKept(node) || !node.getInput(0).equals(detector.input()));
    }

    private boolean isCentering(NodeProto node) {
        return node.getInput(0).equals(detector.input())
                && isFloat(node.getInput(1))
                && detector.values(node.getInput(1)).length == 1
                && detector.users(node.getOutput(0)).stream().allMatch(this::isFirst);
    }

    private boolean isFirst(NodeProto user) {
        return user.getOpType().equals("Conv")
                && detector.isConstant(user.getInput(1))
                && FirstConvolution.isSuch(
                        user, detector.constant(user.getInput(1)).getDimsList());
    }

    private boolean isFloat(String tensor) {
        return detector.isConstant(tensor)
                && detector.constant(tensor).getDataType() == TensorProto.DataType.FLOAT_VALUE
                && !detector.constant(tensor).getRawData().isEmpty();
    }
}
