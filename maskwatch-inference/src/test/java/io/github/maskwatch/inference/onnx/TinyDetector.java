package io.github.maskwatch.inference.onnx;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The smallest detector that keeps the file's contract: for each stride one convolution over a cell's own pixels. Each part can be
 * made wrong, and weights can be stored as half floats.
 */
public final class TinyDetector {
    public final Map<String, String> metadata = new LinkedHashMap<>();

    /** Of stride 8: [8 channels][3][8][8]; the others hold the same values spread over a larger cell. */
    final float[] weights;

    final float[] biases = new float[8];
    String input = "image";
    String lastOutput = "level32";
    long inputWidth = -1;
    int channels = 8;
    int lastStride = 32;
    boolean half;
    boolean extraOutput;

    /** Weights of chance, so that noise gives faces of every score. */
    public TinyDetector(long seed) {
        metadata.put("maskwatch.format", "detector/2");
        metadata.put("maskwatch.classes", "with_mask,without_mask,mask_worn_incorrectly");
        metadata.put("maskwatch.color", "rgb");
        metadata.put("maskwatch.strides", "8,16,32");
        metadata.put("maskwatch.side", "128");
        metadata.put("maskwatch.face_threshold", "0.4");
        metadata.put("maskwatch.suppression_iou", "0.5");
        metadata.put("maskwatch.temperatures", "1.0,2.0,0.5");
        metadata.put("maskwatch.call_thresholds", "0.0,0.6,0.9");
        metadata.put("maskwatch.version", "0.2.0");
        metadata.put("maskwatch.data_hash", "beef");
        metadata.put("maskwatch.seed", "3");
        weights = new float[8 * 3 * 64];
        Random random = new Random(seed);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian() / 500;
        }
        for (int i = 0; i < biases.length; i++) {
            biases[i] = (float) random.nextGaussian();
        }
    }

    /** Says nothing of what it sees: every cell gives the biases. */
    public static TinyDetector constant(float... biases) {
        TinyDetector model = new TinyDetector(1);
        java.util.Arrays.fill(model.weights, 0);
        System.arraycopy(biases, 0, model.biases, 0, biases.length);
        return model;
    }

    public byte[] bytes() {
        GraphProto.Builder graph =
                GraphProto.newBuilder().setName("tiny").addInput(value(input, -1, 3, -1, inputWidth));
        int[] strides = {8, 16, lastStride};
        for (int stride : strides) {
            level(graph, stride, stride == lastStride ? lastOutput : "level" + stride);
        }
        if (extraOutput) {
            graph.addOutput(value("level8_w", 1));
        }
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph);
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private void level(GraphProto.Builder graph, int stride, String output) {
        int scale = Math.max(1, stride / 8);
        float[] spread = new float[channels * 3 * stride * stride];
        for (int i = 0; i < spread.length; i++) {
            int x = i % stride / scale;
            int y = i / stride % stride / scale;
            int plane = i / (stride * stride);
            spread[i] = weights[(plane * 8 + y) * 8 + x] / (scale * scale);
        }
        String w = parameter(graph, output + "_w", spread, channels, 3, stride, stride);
        String b = parameter(graph, output + "_b", java.util.Arrays.copyOf(biases, channels), channels);
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Conv")
                .addAllInput(List.of(input, w, b))
                .addOutput(output)
                .addAttribute(numbers("kernel_shape", stride))
                .addAttribute(numbers("strides", stride)));
        graph.addOutput(value(output, -1, channels, -1, -1));
    }

    /** The name under which the network finds the values: stored as they are, or as half floats that are cast. */
    private String parameter(GraphProto.Builder graph, String name, float[] values, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(half ? 10 : 1);
        for (long dim : dims) {
            tensor.addDims(dim);
        }
        ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            if (half) {
                raw.putShort(halfBits(value));
            } else {
                raw.putFloat(value);
            }
        }
        graph.addInitializer(tensor.setRawData(ByteString.copyFrom(raw.flip())));
        if (!half) {
            return name;
        }
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Cast")
                .addInput(name)
                .addOutput(name + "_float")
                .addAttribute(AttributeProto.newBuilder()
                        .setName("to")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(1)));
        return name + "_float";
    }

    /** IEEE 754 binary16, cut off, for values between 2^-14 and 65504; smaller ones become 0. */
    private static short halfBits(float value) {
        int bits = Float.floatToIntBits(value);
        int exponent = ((bits >> 23) & 0xff) - 127 + 15;
        int sign = (bits >>> 16) & 0x8000;
        return (short) (exponent <= 0 ? sign : sign | (exponent << 10) | ((bits >> 13) & 0x3ff));
    }

    private static AttributeProto numbers(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addInts(value)
                .addInts(value)
                .build();
    }

    private static ValueInfoProto value(String name, long... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int i = 0; i < dims.length; i++) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(dims[i] < 0 ? dimension.setDimParam(name + i) : dimension.setDimValue(dims[i]));
        }
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(1);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(dims.length > 1 ? tensor.setShape(shape) : tensor))
                .build();
    }
}
