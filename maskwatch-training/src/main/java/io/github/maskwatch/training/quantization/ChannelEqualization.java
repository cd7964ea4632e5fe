package io.github.maskwatch.training.quantization;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the channels of a map alike in size before they share one scale, without changing what the network answers: a ReLU does not
 * mind a positive factor, so a convolution's channel is divided by one, and every weight that takes it is multiplied by it. After M.
 * Nagel and others, "Data-free quantization through weight equalization and bias correction", ICCV 2019. Modified: what a channel
 * reaches is measured on pictures; maps that are added up, or enlarged, share their factors, so that sums stay sums; where only
 * depthwise convolutions take a map, whose weights have a scale for each channel, the map has its channels made wholly equal; otherwise the
 * factor is the square root of what the channel reaches by the largest share that it has in any row of weights.
 */
final class ChannelEqualization {
    /** A channel that hardly ever says anything is not made this many times louder than it is. */
    private static final float LEAST = 0.03f;

    private final FloatDetector source;
    private final Map<String, String> parents = new HashMap<>();

    private ChannelEqualization(FloatDetector source) {
        this.source = source;
        for (NodeProto node : source.nodes()) {
            if (!node.getOpType().equals("Conv")) {
                node.getInputList().stream()
                        .filter(input -> !input.isEmpty() && !source.isConstant(input))
                        .forEach(input -> join(node.getOutput(0), input));
            }
        }
    }

    /** The same network with other numbers, and what would have been seen in it. */
    record Equalized(FloatDetector detector, Map<String, ChannelValues> seen) {}

    /** @param seen in all that is {@link FloatDetector#measured} */
    static Equalized equalize(FloatDetector source, Map<String, ChannelValues> seen) {
        ChannelEqualization equalization = new ChannelEqualization(source);
        Map<String, float[]> factors = equalization.factors(seen);
        Map<String, float[]> numbers = new HashMap<>();
        for (NodeProto node : source.nodes()) {
            if (node.getOpType().equals("Conv")) {
                equalization.scale(
                        node,
                        factors.get(equalization.group(node.getInput(0))),
                        factors.get(equalization.group(node.getOutput(0))),
                        numbers);
            }
        }
        Map<String, ChannelValues> after = new HashMap<>();
        seen.forEach((tensor, values) ->
                after.put(tensor, values.divided(Objects.requireNonNull(factors.get(equalization.group(tensor))))));
        return new Equalized(source.with(numbers), after);
    }

    private void join(String one, String other) {
        String group = group(one);
        if (!group.equals(group(other))) {
            parents.put(group, group(other));
        }
    }

    /** Names the maps that share their factors. */
    private String group(String tensor) {
        String group = tensor;
        for (String parent = parents.get(group); parent != null; parent = parents.get(group)) {
            group = parent;
        }
        return group;
    }

    /** By group, one per channel, 0 to 1; none for the picture and for what the network answers. */
    private Map<String, float[]> factors(Map<String, ChannelValues> seen) {
        Map<String, float[]> reaches = new LinkedHashMap<>();
        for (String tensor : source.measured()) {
            ChannelValues values = Objects.requireNonNull(seen.get(tensor), () -> tensor + " was not measured");
            float[] reach = reaches.computeIfAbsent(group(tensor), key -> new float[values.channels()]);
            for (int channel = 0; channel < reach.length; channel++) {
                reach[channel] = Math.max(reach[channel], values.reach(channel));
            }
        }
        Map<String, float[]> factors = new HashMap<>();
        reaches.forEach((group, reach) -> factors.put(group, normalized(wanted(reach, shares(group, reach.length)))));
        return factors;
    }

    /** Of each channel the largest share of the largest weight in a row of those that take it; zeros where all are depthwise. */
    private float[] shares(String group, int channels) {
        float[] shares = new float[channels];
        for (NodeProto node : source.nodes()) {
            if (node.getOpType().equals("Conv")
                    && group(node.getInput(0)).equals(group)
                    && !source.isKept(node)
                    && !source.isDepthwise(node)) {
                ConvolutionNumbers numbers = source.numbers(node);
                for (int out = 0; out < numbers.channels(); out++) {
                    float row = numbers.largest(out);
                    for (int in = 0; in < channels && row > 0; in++) {
                        shares[in] = Math.max(shares[in], numbers.largest(out, in) / row);
                    }
                }
            }
        }
        return shares;
    }

    private static float[] wanted(float[] reach, float[] shares) {
        boolean depthwise = true;
        for (float share : shares) {
            depthwise &= share == 0;
        }
        float[] wanted = new float[reach.length];
        for (int channel = 0; channel < reach.length; channel++) {
            if (depthwise) {
                wanted[channel] = reach[channel];
            } else if (shares[channel] > 0) {
                wanted[channel] = (float) Math.sqrt(reach[channel] / shares[channel]);
            }
        }
        return wanted;
    }

    private static float[] normalized(float[] wanted) {
        float largest = 0;
        for (float factor : wanted) {
            largest = Math.max(largest, factor);
        }
        float[] factors = new float[wanted.length];
        Arrays.fill(factors, 1);
        for (int channel = 0; channel < wanted.length && largest > 0; channel++) {
            factors[channel] = Math.max(LEAST, wanted[channel] / largest);
        }
        return factors;
    }

    private void scale(
            NodeProto convolution, float @Nullable [] before, float @Nullable [] after, Map<String, float[]> changed) {
        ConvolutionNumbers numbers = source.numbers(convolution);
        if (before != null) {
            numbers.multiplyInputs(before);
        }
        if (after != null) {
            numbers.divideOutputs(after);
        }
        List<String> names = convolution.getInputList();
        changed.put(names.get(1), numbers.weights());
        changed.put(names.get(2), numbers.bias());
    }
}
