package io.github.maskwatch.cli;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A classifier's file for tests without the bundled one: it says "with mask" of bright crops and "without mask" of dark ones. */
final class SmallModel {
    private static final int SIDE = 4;

    private SmallModel() {}

    static Path write(Path file) throws IOException {
        return write(file, SIDE);
    }

    /** @param saidWidth what the file says of itself; its graph takes pictures of 4 x 4 px */
    static Path write(Path file, int saidWidth) throws IOException {
        GraphProto graph = GraphProto.newBuilder()
                .setName("small")
                .addInput(value("image", 3, SIDE, SIDE))
                .addOutput(value("probabilities", 2))
                .addInitializer(weights())
                .addNode(node("Flatten", "flat", "image"))
                .addNode(node("MatMul", "logits", "flat", "weights"))
                .addNode(node("Softmax", "probabilities", "logits"))
                .build();
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph);
        Map.of(
                        "maskwatch.format", "classifier/1",
                        "maskwatch.classes", "with_mask,without_mask",
                        "maskwatch.color", "rgb",
                        "maskwatch.width", String.valueOf(saidWidth),
                        "maskwatch.height", String.valueOf(SIDE),
                        "maskwatch.version", "0.1.0",
                        "maskwatch.data_hash", "cafe",
                        "maskwatch.seed", "1")
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return Files.write(file, model.build().toByteArray());
    }

    private static TensorProto weights() {
        TensorProto.Builder weights = TensorProto.newBuilder()
                .setName("weights")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(3L * SIDE * SIDE)
                .addDims(2);
        for (int i = 0; i < 3 * SIDE * SIDE; i++) {
            weights.addFloatData(0.001f).addFloatData(-0.001f);
        }
        return weights.build();
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(operator).addOutput(output).addAllInput(List.of(inputs));
        if (!operator.equals("MatMul")) {
            node.addAttribute(AttributeProto.newBuilder()
                    .setName("axis")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(1));
        }
        return node.build();
    }

    private static ValueInfoProto value(String name, int... sides) {
        TensorShapeProto.Builder shape =
                TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("batch"));
        for (int side : sides) {
            shape.addDim(Dimension.newBuilder().setDimValue(side));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape)))
                .build();
    }
}
