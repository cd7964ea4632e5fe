package io.github.maskwatch.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Builds an ONNX graph, mostly a chain: each node takes what the one before gave, unless it says otherwise. Operators as of opset 13 (github.com/onnx/onnx,
 * docs/Operators.md).
 */
final class OnnxGraph {
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private String current;

    OnnxGraph(String name, String input, Object... shape) {
        graph.setName(name).addInput(value(input, shape));
        current = input;
    }

    /** The name of what the last node gave. */
    String current() {
        return current;
    }

    /** Adds a node whose first input is what came before, and whose output comes next. */
    OnnxGraph then(String operator, String output, List<String> moreInputs, AttributeProto... attributes) {
        return node(operator, current, output, moreInputs, attributes);
    }

    /** Adds a node that takes something earlier. */
    OnnxGraph node(
            String operator, String input, String output, List<String> moreInputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addInput(input)
                .addAllInput(moreInputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        current = output;
        return this;
    }

    /** Adds numbers that nodes use under this name, float32 in row-major order. */
    String constant(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .setRawData(ByteString.copyFrom(bytes));
        for (long side : shape) {
            tensor.addDims(side);
        }
        graph.addInitializer(tensor);
        return name;
    }

    String constant(String name, double value) {
        return constant(name, new float[] {(float) value});
    }

    /** Makes what the last node gave an output of the graph. */
    OnnxGraph output(Object... shape) {
        graph.addOutput(value(current, shape));
        return this;
    }

    GraphProto build() {
        return graph.build();
    }

    private static ValueInfoProto value(String name, Object... shape) {
        TensorShapeProto.Builder sides = TensorShapeProto.newBuilder();
        for (Object side : shape) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            sides.addDim(
                    side instanceof Integer size
                            ? dimension.setDimValue(size)
                            : dimension.setDimParam(String.valueOf(side)));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                .setShape(sides)))
                .build();
    }

    static AttributeProto ints(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }
}
