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
import io.github.maskwatch.image.Image;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The smallest classifier that keeps the file's contract: scaling, flattening, one dense layer, softmax. Each part can be made
 * wrong.
 */
public final class TinyModel {
    public static final int WIDTH = 6;
    public static final int HEIGHT = 5;

    final Map<String, String> metadata = new LinkedHashMap<>();
    String input = "image";
    String output = "probabilities";
    String lastOperator = "Softmax";
    long batch = -1;
    int width = WIDTH;
    int elementType = TensorProto.DataType.FLOAT.getNumber();
    boolean secondOutput;
    final float[] weights;
    private final int channels;
    private final int classes;

    public TinyModel(int channels, int classes) {
        this.channels = channels;
        this.classes = classes;
        metadata.put("maskwatch.format", "classifier/1");
        metadata.put(
                "maskwatch.classes",
                List.of("with_mask,without_mask", "with_mask,without_mask,mask_worn_incorrectly")
                        .get(classes - 2));
        metadata.put("maskwatch.color", channels == 3 ? "rgb" : "grey");
        metadata.put("maskwatch.width", String.valueOf(WIDTH));
        metadata.put("maskwatch.height", String.valueOf(HEIGHT));
        metadata.put("maskwatch.version", "0.1.0");
        metadata.put("maskwatch.data_hash", "cafe");
        metadata.put("maskwatch.seed", "7");
        weights = new float[channels * WIDTH * HEIGHT * classes];
        Random random = new Random(5);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
    }

    public byte[] bytes() {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("tiny")
                .addInitializer(tensor("scale", new float[] {1 / 255f}))
                .addInitializer(tensor("weights", weights, (long) channels * width * HEIGHT, classes))
                .addInput(value(input, elementType, batch, channels, HEIGHT, width))
                .addOutput(value(output, 1, batch, classes))
                .addNode(node("Mul", "scaled", input, "scale"))
                .addNode(node("Flatten", "flat", "scaled"))
                .addNode(node("MatMul", "logits", "flat", "weights"))
                .addNode(node(lastOperator, output, "logits"));
        if (secondOutput) {
            graph.addOutput(value("logits", 1, batch, classes));
        }
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph);
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    /** What the network must answer for a crop of its own size: the same in plain double arithmetic. */
    double[] expected(Image crop) {
        double[] logits = new double[classes];
        int plane = WIDTH * HEIGHT;
        for (int i = 0; i < plane; i++) {
            int rgb = crop.at(i % WIDTH, i / WIDTH);
            double[] channel = {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
            if (channels == 1) {
                channel[0] = 0.299 * channel[0] + 0.587 * channel[1] + 0.114 * channel[2];
            }
            for (int c = 0; c < channels; c++) {
                for (int k = 0; k < classes; k++) {
                    logits[k] += channel[c] / 255 * weights[(c * plane + i) * classes + k];
                }
            }
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            logits[k] = Math.exp(logits[k]);
            sum += logits[k];
        }
        for (int k = 0; k < classes; k++) {
            logits[k] /= sum;
        }
        return logits;
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(operator).addOutput(output).addAllInput(List.of(inputs));
        if (operator.equals("Softmax") || operator.equals("Flatten")) {
            node.addAttribute(AttributeProto.newBuilder()
                    .setName("axis")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(1));
        }
        return node.build();
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

    private static ValueInfoProto value(String name, int elementType, long... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long dim : dims) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(dim < 0 ? dimension.setDimParam("batch") : dimension.setDimValue(dim));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(elementType)
                                .setShape(shape)))
                .build();
    }
}
