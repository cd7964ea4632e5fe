package io.github.maskwatch.benchmarks;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/** The classic network's shape with random weights: (Conv 3x3, ReLU, MaxPool 2) twice, Dense 50, ReLU, Dense 2, softmax. */
final class SeedNetwork {
    private static final int DENSE = 50;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("benchmark");
    private final Random random = new Random(1);

    private SeedNetwork() {}

    /** An ONNX file; {@code side} px, colour. */
    static byte[] bytes(int side, int filters) {
        int pooled = ((side - 2) / 2 - 2) / 2;
        SeedNetwork network = new SeedNetwork();
        network.input("image", -1, 3, side, side);
        network.tensor("scale", 1f / 255, 1);
        network.node("Mul", "x0", List.of("image", "scale"));
        network.convolution("x0", "x1", 3, filters);
        network.convolution("x1", "x2", filters, filters);
        network.node("Flatten", "x3", List.of("x2"), number("axis", 1));
        network.dense("x3", "x4", filters * pooled * pooled, DENSE);
        network.node("Relu", "x5", List.of("x4"));
        network.dense("x5", "x6", DENSE, 2);
        network.node("Softmax", "probabilities", List.of("x6"), number("axis", 1));
        network.graph.addOutput(value("probabilities", -1, 2));
        return network.model(side);
    }

    private byte[] model(int side) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph);
        String[] metadata = {
            "format",
            "classifier/1",
            "classes",
            "with_mask,without_mask",
            "color",
            "rgb",
            "width",
            "" + side,
            "height",
            "" + side
        };
        for (int i = 0; i < metadata.length; i += 2) {
            model.addMetadataProps(StringStringEntryProto.newBuilder()
                    .setKey("maskwatch." + metadata[i])
                    .setValue(metadata[i + 1]));
        }
        return model.build().toByteArray();
    }

    private void convolution(String from, String to, int channels, int filters) {
        tensor(to + "w", (float) Math.sqrt(2.0 / (9 * channels)), filters, channels, 3, 3);
        node("Conv", to + "c", List.of(from, to + "w"), numbers("kernel_shape", 3, 3));
        node("Relu", to + "r", List.of(to + "c"));
        node("MaxPool", to, List.of(to + "r"), numbers("kernel_shape", 2, 2), numbers("strides", 2, 2));
    }

    private void dense(String from, String to, int inputs, int outputs) {
        tensor(to + "w", (float) Math.sqrt(1.0 / inputs), inputs, outputs);
        node("MatMul", to, List.of(from, to + "w"));
    }

    /** Normally distributed; a single value is the deviation itself. */
    private void tensor(String name, float deviation, long... dims) {
        long size = 1;
        for (long dim : dims) {
            size *= dim;
        }
        ByteBuffer raw = ByteBuffer.allocate((int) size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            raw.putFloat(size == 1 ? deviation : (float) (random.nextGaussian() * deviation));
        }
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(raw.flip()));
        for (long dim : dims) {
            tensor.addDims(dim);
        }
        graph.addInitializer(tensor);
    }

    private void input(String name, long... dims) {
        graph.addInput(value(name, dims));
    }

    private void node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .addOutput(output)
                .addAllInput(inputs)
                .addAllAttribute(List.of(attributes)));
    }

    private static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static AttributeProto numbers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private static ValueInfoProto value(String name, long... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long dim : dims) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(dim < 0 ? dimension.setDimParam("batch") : dimension.setDimValue(dim));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }
}
