package io.github.maskwatch.training.quantization;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.maskwatch.training.export.DetectorSettings;
import io.github.maskwatch.training.export.ModelEntries;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A detector's file as Maskwatch's own export writes it, read to be quantized: which of its tensors will be of eight bits, and the
 * numbers in it. Not to be changed.
 *
 * <p>What is nearest to the outputs stays in float32: the last convolution of each branch and what adds them up. They cost little, and
 * boxes are read from them.
 */
final class FloatDetector {
    private final ModelProto model;
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, NodeProto> sources = new HashMap<>();
    private final Map<String, List<NodeProto>> users = new HashMap<>();
    private final Set<String> kept;

    private FloatDetector(ModelProto model) {
        this.model = model;
        model.getGraph().getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        for (NodeProto node : nodes()) {
            sources.put(node.getOutput(0), node);
            node.getInputList()
                    .forEach(input -> users.computeIfAbsent(input, key -> new ArrayList<>())
                            .add(node));
        }
        kept = nearestToOutputs();
    }

    /**
     * @param name what messages call the file
     * @throws QuantizationRefusedException if this is no detector in float32 of Maskwatch's
     */
    static FloatDetector parse(byte[] bytes, String name) throws QuantizationRefusedException {
        FloatDetector detector;
        try {
            detector = new FloatDetector(ModelProto.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw refused(name + " is not an ONNX model; give the model.onnx of `maskwatch train --task detect`", e);
        }
        new FormCheck(detector, name).require();
        return detector;
    }

    private static QuantizationRefusedException refused(String message, Exception cause) {
        QuantizationRefusedException refused = new QuantizationRefusedException(message);
        refused.initCause(cause);
        return refused;
    }

    private Set<String> nearestToOutputs() {
        Set<String> nearest = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        graph().getOutputList().forEach(output -> open.add(output.getName()));
        while (!open.isEmpty()) {
            String tensor = open.remove();
            NodeProto source = sources.get(tensor);
            if (source != null && nearest.add(tensor) && !source.getOpType().equals("Conv")) {
                open.addAll(source.getInputList());
            }
        }
        return nearest;
    }

    /** The nodes that take this tensor. */
    List<NodeProto> users(String tensor) {
        return users.getOrDefault(tensor, List.of());
    }

    GraphProto graph() {
        return model.getGraph();
    }

    ModelProto model() {
        return model;
    }

    /** In the order of computation. */
    List<NodeProto> nodes() {
        return graph().getNodeList();
    }

    /** The picture. */
    String input() {
        return graph().getInput(0).getName();
    }

    Map<String, String> metadata() {
        return ModelEntries.of(model);
    }

    /** How its answers are to be read, without what is chosen on validation scenes. */
    DetectorSettings uncalibrated() {
        return DetectorSettings.uncalibrated(Integer.parseInt(entry("side")))
                .withSuppressionIou(Double.parseDouble(entry("suppression_iou")));
    }

    /** The file's own working threshold, 0–1. */
    double faceThreshold() {
        return Double.parseDouble(entry("face_threshold"));
    }

    private String entry(String key) {
        return Objects.requireNonNull(metadata().get("maskwatch." + key), () -> "checked before: " + key);
    }

    /** Whether what this node gives stays in float32. */
    boolean isKept(NodeProto node) {
        return kept.contains(node.getOutput(0));
    }

    /** The ReLU through which alone a convolution's output goes, if there is one. */
    @Nullable
    NodeProto activation(NodeProto convolution) {
        List<NodeProto> following = users(convolution.getOutput(0));
        return following.size() == 1 && following.get(0).getOpType().equals("Relu") ? following.get(0) : null;
    }

    boolean isActivation(NodeProto node) {
        NodeProto source = sources.get(node.getInput(0));
        return node.getOpType().equals("Relu")
                && source != null
                && source.getOpType().equals("Conv")
                && node.equals(activation(source));
    }

    /** The tensor that a convolution ends in, its ReLU included. */
    String result(NodeProto convolution) {
        NodeProto activation = activation(convolution);
        return activation == null ? convolution.getOutput(0) : activation.getOutput(0);
    }

    /** What the picture's values are moved by before the first convolution; null where this is not that. */
    @Nullable
    Float middle(String tensor) {
        NodeProto source = sources.get(tensor);
        return source != null && source.getOpType().equals("Sub") ? Float.valueOf(values(source.getInput(1))[0]) : null;
    }

    /** The tensors of eight bits whose ranges are to be measured. */
    List<String> measured() {
        return nodes().stream()
                .filter(node -> !isKept(node))
                .flatMap(node -> switch (node.getOpType()) {
                    case "Conv" -> Stream.of(result(node));
                    case "Add" -> Stream.of(node.getOutput(0));
                    default -> Stream.of();
                })
                .toList();
    }

    /** Of each measured tensor. */
    Map<String, Integer> channels() {
        Map<String, Integer> channels = new HashMap<>();
        for (NodeProto node : nodes()) {
            switch (node.getOpType()) {
                case "Conv" ->
                    channels.put(
                            node.getOutput(0), (int) constant(node.getInput(1)).getDims(0));
                case "Relu", "Add", "Resize" -> channels.put(node.getOutput(0), channels.get(node.getInput(0)));
                default -> {}
            }
        }
        channels.keySet().retainAll(Set.copyOf(measured()));
        return channels;
    }

    boolean isDepthwise(NodeProto convolution) {
        return convolution.getAttributeList().stream()
                .anyMatch(attribute -> attribute.getName().equals("group") && attribute.getI() > 1);
    }

    /** The numbers of a convolution, to be worked on. */
    ConvolutionNumbers numbers(NodeProto convolution) {
        TensorProto weights = constant(convolution.getInput(1));
        return new ConvolutionNumbers(
                values(convolution.getInput(1)),
                values(convolution.getInput(2)),
                (int) (weights.getDims(2) * weights.getDims(3)),
                isDepthwise(convolution));
    }

    /** The same network with other numbers in constants, by their names. */
    FloatDetector with(Map<String, float[]> numbers) {
        ModelProto.Builder changed = model.toBuilder();
        for (int i = 0; i < graph().getInitializerCount(); i++) {
            TensorProto tensor = graph().getInitializer(i);
            float[] values = numbers.get(tensor.getName());
            if (values != null) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(values);
                changed.getGraphBuilder().setInitializer(i, tensor.toBuilder().setRawData(ByteString.copyFrom(bytes)));
            }
        }
        return new FloatDetector(changed.build());
    }

    /** The same network, giving the measured tensors instead of its answers. */
    byte[] measuring() {
        ModelProto.Builder open = model.toBuilder();
        open.getGraphBuilder().clearOutput();
        for (String name : measured()) {
            open.getGraphBuilder()
                    .addOutput(ValueInfoProto.newBuilder()
                            .setName(name)
                            .setType(TypeProto.newBuilder()
                                    .setTensorType(TypeProto.Tensor.newBuilder()
                                            .setElemType(TensorProto.DataType.FLOAT_VALUE))));
        }
        return open.build().toByteArray();
    }

    TensorProto constant(String name) {
        TensorProto tensor = constants.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("there is no constant " + name);
        }
        return tensor;
    }

    boolean isConstant(String name) {
        return constants.containsKey(name);
    }

    /** The numbers of a constant in float32, row-major. */
    float[] values(String name) {
        FloatBuffer raw = constant(name)
                .getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] values = new float[raw.remaining()];
        raw.get(values);
        return values;
    }
}
