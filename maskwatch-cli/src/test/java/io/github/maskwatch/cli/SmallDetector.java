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

/** A detector's file for tests: whatever it sees, it finds a masked face of 32 px in each square of 32 px. */
final class SmallDetector {
    private SmallDetector() {}

    static Path write(Path file) throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("small").addInput(value("image", 3));
        for (int stride : new int[] {8, 16, 32}) {
            graph.addInitializer(tensor("w" + stride, new float[8 * 3 * stride * stride], 8, 3, stride, stride))
                    .addInitializer(tensor("b" + stride, new float[] {stride == 32 ? 3 : -20, 9, 0, 0, 0, 0, 0, 0}, 8))
                    .addOutput(value("level" + stride, 8))
                    .addNode(NodeProto.newBuilder()
                            .setOpType("Conv")
                            .addAllInput(List.of("image", "w" + stride, "b" + stride))
                            .addOutput("level" + stride)
                            .addAttribute(AttributeProto.newBuilder()
                                    .setName("strides")
                                    .setType(AttributeProto.AttributeType.INTS)
                                    .addInts(stride)
                                    .addInts(stride)));
        }
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph);
        Map.of(
                        "maskwatch.format", "detector/2",
                        "maskwatch.classes", "with_mask,without_mask,mask_worn_incorrectly",
                        "maskwatch.color", "rgb",
                        "maskwatch.strides", "8,16,32",
                        "maskwatch.side", "64",
                        "maskwatch.face_threshold", "0.4",
                        "maskwatch.suppression_iou", "0.5",
                        "maskwatch.temperatures", "1.0,1.0,1.0",
                        "maskwatch.call_thresholds", "0.0,0.0,0.0")
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return Files.write(file, model.build().toByteArray());
    }

    private static TensorProto tensor(String name, float[] values, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1);
        for (long dim : dims) {
            tensor.addDims(dim);
        }
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor.build();
    }

    /** NCHW; all but the channels is left open. */
    private static ValueInfoProto value(String name, long channels) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(Dimension.newBuilder().setDimParam("batch"))
                .addDim(Dimension.newBuilder().setDimValue(channels))
                .addDim(Dimension.newBuilder().setDimParam(name + "_height"))
                .addDim(Dimension.newBuilder().setDimParam(name + "_width"));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape)))
                .build();
    }
}
