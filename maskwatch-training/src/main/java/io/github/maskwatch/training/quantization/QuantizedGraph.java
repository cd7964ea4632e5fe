package io.github.maskwatch.training.quantization;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds a graph in the form "QDQ" (onnxruntime.ai, "Quantize ONNX models"): operators stay those of float32, and between them stand
 * pairs of QuantizeLinear and DequantizeLinear, which tell a runtime where it may compute with whole numbers. One that does not know
 * how to, computes the same in float32. Operators as of opset 13.
 */
final class QuantizedGraph {
    private static final String NUMBERS = ".numbers";
    private static final String VALUES = ".values";

    private final GraphProto.Builder graph;
    private final Set<String> constants = new HashSet<>();

    /** @param like has the inputs and outputs */
    QuantizedGraph(GraphProto like) {
        graph = GraphProto.newBuilder()
                .setName(like.getName())
                .addAllInput(like.getInputList())
                .addAllOutput(like.getOutputList());
    }

    GraphProto build() {
        return graph.build();
    }

    void node(NodeProto node) {
        graph.addNode(node);
    }

    void constant(TensorProto tensor) {
        if (constants.add(tensor.getName())) {
            graph.addInitializer(tensor);
        }
    }

    /** From real values to numbers of eight bits and back; what comes after takes the returned name. */
    String quantized(String tensor, Steps steps) {
        String scale = floats(tensor + ".scale", new float[] {steps.scale()}, false);
        String zero = zeroPoint(tensor + ".zero", steps.zeroPoint());
        node(operation("QuantizeLinear", tensor + NUMBERS, List.of(tensor, scale, zero)));
        node(operation("DequantizeLinear", tensor + VALUES, List.of(tensor + NUMBERS, scale, zero)));
        return tensor + VALUES;
    }

    /**
     * Pixels, whole numbers already, in squares of {@link FirstConvolution#BLOCK} by as many that are one place with more channels.
     *
     * @param middle the pixel that is read as 0
     */
    String picture(String tensor, int middle) {
        String scale = floats(tensor + ".scale", new float[] {1}, false);
        String zero = zeroPoint(tensor + ".zero", 0);
        String squares = tensor + ".squares";
        node(operation("QuantizeLinear", tensor + NUMBERS, List.of(tensor, scale, zero)));
        node(with(operation("SpaceToDepth", squares, List.of(tensor + NUMBERS)), "blocksize", FirstConvolution.BLOCK));
        node(operation(
                "DequantizeLinear", tensor + VALUES, List.of(squares, scale, zeroPoint(tensor + ".middle", middle))));
        return tensor + VALUES;
    }

    /** Weights, as a runtime reads them. */
    String weights(String name, QuantizedWeights weights, List<Long> shape) {
        constant(
                tensor(name + NUMBERS, TensorProto.DataType.INT8_VALUE, ByteString.copyFrom(weights.weights()), shape));
        String zeros = name + ".zero";
        List<Long> channels = List.of((long) weights.scales().length);
        constant(tensor(
                zeros,
                TensorProto.DataType.INT8_VALUE,
                ByteString.copyFrom(new byte[weights.scales().length]),
                channels));
        String scales = floats(name + ".scale", weights.scales(), true);
        node(perChannel(operation("DequantizeLinear", name + VALUES, List.of(name + NUMBERS, scales, zeros))));
        return name + VALUES;
    }

    /** A bias, as a runtime reads it. */
    String bias(String name, QuantizedWeights weights) {
        ByteBuffer numbers =
                ByteBuffer.allocate(weights.bias().length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        numbers.asIntBuffer().put(weights.bias());
        constant(tensor(name + NUMBERS, TensorProto.DataType.INT32_VALUE, ByteString.copyFrom(numbers), List.of((long)
                weights.bias().length)));
        String scales = floats(name + ".scale", weights.biasScales(), true);
        node(perChannel(operation("DequantizeLinear", name + VALUES, List.of(name + NUMBERS, scales))));
        return name + VALUES;
    }

    private String floats(String name, float[] values, boolean vector) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        constant(tensor(
                name,
                TensorProto.DataType.FLOAT_VALUE,
                ByteString.copyFrom(bytes),
                vector ? List.of((long) values.length) : List.of()));
        return name;
    }

    private String zeroPoint(String name, int value) {
        constant(tensor(
                name, TensorProto.DataType.UINT8_VALUE, ByteString.copyFrom(new byte[] {(byte) value}), List.of()));
        return name;
    }

    private static TensorProto tensor(String name, int type, ByteString bytes, List<Long> shape) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(type)
                .setRawData(bytes)
                .addAllDims(shape)
                .build();
    }

    private static NodeProto operation(String operator, String output, List<String> inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .build();
    }

    private static NodeProto perChannel(NodeProto node) {
        return with(node, "axis", 0);
    }

    private static NodeProto with(NodeProto node, String name, long value) {
        return node.toBuilder()
                .addAttribute(AttributeProto.newBuilder()
                        .setName(name)
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(value))
                .build();
    }
}
