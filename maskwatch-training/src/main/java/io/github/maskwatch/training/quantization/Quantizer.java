package io.github.maskwatch.training.quantization;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.github.maskwatch.training.export.DetectorSettings;
import io.github.maskwatch.training.export.ModelEntries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a detector in eight bits: pictures, weights and all maps between convolutions. Pixels are whole numbers from 0 to 255 as they
 * are, so that the picture loses nothing ({@link FirstConvolution} tells how it is laid out). A ReLU vanishes: behind it ranges begin at zero, and numbers without a sign cut off what is
 * below by themselves. What is enlarged keeps its numbers.
 *
 * <p>The same model and ranges give the same bytes.
 */
final class Quantizer {
    static final String PRECISION = "maskwatch.precision";
    static final String INT8 = "int8";

    private final FloatDetector source;
    private final Map<String, ChannelValues> seen;
    private final Map<String, ValueRange> ranges;
    private final QuantizedGraph graph;
    /** By the name of a tensor of the source: how its numbers are read. */
    private final Map<String, Steps> steps = new HashMap<>();
    /** By the name of a tensor of the source: what has its values here. */
    private final Map<String, String> names = new HashMap<>();

    private Quantizer(FloatDetector source, Map<String, ChannelValues> seen, Map<String, ValueRange> ranges) {
        this.source = source;
        this.seen = seen;
        this.ranges = ranges;
        this.graph = new QuantizedGraph(source.graph());
    }

    /**
     * @param seen in what is measured, to correct what rounding does on average; may be empty
     * @param ranges of all that is {@link FloatDetector#measured}
     * @param settings for the new file
     * @param more entries of the new file's metadata
     */
    static byte[] quantize(
            FloatDetector source,
            Map<String, ChannelValues> seen,
            Map<String, ValueRange> ranges,
            DetectorSettings settings,
            Map<String, String> more) {
        Quantizer quantizer = new Quantizer(source, seen, ranges);
        source.nodes().forEach(quantizer::write);
        ModelProto.Builder model = source.model().toBuilder().setGraph(quantizer.graph.build());
        Map<String, String> metadata = source.metadata();
        metadata.putAll(settings.metadata());
        metadata.putAll(more);
        metadata.put(PRECISION, INT8);
        ModelEntries.set(model, metadata);
        return model.build().toByteArray();
    }

    private void write(NodeProto node) {
        if (source.isKept(node)) {
            copy(node);
            return;
        }
        switch (node.getOpType()) {
            case "Sub" -> picture(node);
            case "Conv" -> convolution(node);
            case "Add" -> sum(node);
            case "Resize" -> enlarged(node);
            default -> {
                if (!source.isActivation(node)) {
                    throw new IllegalArgumentException(
                            "cannot quantize a " + node.getOpType() + " there: " + node.getName());
                }
            }
        }
    }

    private String named(String tensor) {
        return names.getOrDefault(tensor, tensor);
    }

    private List<String> inputs(NodeProto node) {
        return node.getInputList().stream().map(this::named).toList();
    }

    private void copy(NodeProto node) {
        node.getInputList().stream()
                .filter(source::isConstant)
                .map(source::constant)
                .forEach(graph::constant);
        graph.node(node.toBuilder().clearInput().addAllInput(inputs(node)).build());
    }

    /** Pixels are numbers already; that the middle of their range is subtracted is how they are read. */
    private void picture(NodeProto subtraction) {
        int middle = Math.round(source.values(subtraction.getInput(1))[0]);
        String output = subtraction.getOutput(0);
        names.put(output, graph.picture(source.input(), middle));
        steps.put(output, new Steps(1, middle));
    }

    private void convolution(NodeProto node) {
        Float middle = source.middle(node.getInput(0));
        if (middle == null) {
            write(node, source.numbers(node), source.constant(node.getInput(1)).getDimsList());
            return;
        }
        ConvolutionNumbers numbers = source.numbers(node);
        // The number that stands for 0 is whole, and the middle of the range, 127.5, is not: the rest is the same for
        // each pixel.
        numbers.offsetInputs(stepsOf(node.getInput(0)).zeroPoint() - middle);
        ConvolutionNumbers rewritten = FirstConvolution.rewritten(numbers);
        long inputs = rewritten.each() / (FirstConvolution.BLOCK * FirstConvolution.BLOCK);
        write(
                FirstConvolution.rewritten(node),
                rewritten,
                List.of((long) numbers.channels(), inputs, (long) FirstConvolution.BLOCK, (long)
                        FirstConvolution.BLOCK));
    }

    private void write(NodeProto node, ConvolutionNumbers numbers, List<Long> shape) {
        String input = node.getInput(0);
        QuantizedWeights rounded = QuantizedWeights.of(numbers, stepsOf(input).scale(), seen.get(input));
        String output = source.result(node);
        graph.node(node.toBuilder()
                .clearInput()
                .addInput(named(input))
                .addInput(graph.weights(node.getInput(1), rounded, shape))
                .addInput(graph.bias(node.getInput(2), rounded))
                .setOutput(0, output)
                .build());
        quantize(output);
    }

    private void sum(NodeProto node) {
        graph.node(node.toBuilder().clearInput().addAllInput(inputs(node)).build());
        quantize(node.getOutput(0));
    }

    private void enlarged(NodeProto node) {
        copy(node);
        String output = node.getOutput(0);
        Steps same = stepsOf(node.getInput(0));
        steps.put(output, same);
        names.put(output, graph.quantized(output, same));
    }

    private void quantize(String tensor) {
        Steps chosen = Steps.over(Objects.requireNonNull(ranges.get(tensor), () -> "no range of " + tensor));
        steps.put(tensor, chosen);
        names.put(tensor, graph.quantized(tensor, chosen));
    }

    private Steps stepsOf(String tensor) {
        return Objects.requireNonNull(steps.get(tensor), () -> tensor + " is not of eight bits");
    }
}
