package io.github.maskwatch.training.quantization;

import static io.github.maskwatch.training.quantization.DrawnDetector.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.training.export.DetectorSettings;
import io.github.maskwatch.training.network.Torch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuantizerTest {
    private static final List<Image> PICTURES = DrawnDetector.pictures(4);

    private static byte[] model;
    private static FloatDetector source;
    private static ChannelEqualization.Equalized equalized;
    private static byte[] quantized;

    @BeforeAll
    static void quantize() throws Exception {
        Torch.load();
        model = DrawnDetector.bytes();
        source = FloatDetector.parse(model, "drawn");
        Calibration calibration = new Calibration(DrawnDetector.shown(PICTURES), (done, of) -> {});
        equalized = ChannelEqualization.equalize(
                source, calibration.channels(new SlowNetwork(source.measuring()), source.channels()));
        Map<String, ValueRange> ranges = calibration.ranges(
                new SlowNetwork(equalized.detector().measuring()), equalized.seen(), RangeRule.LEAST_ERROR);
        quantized = Quantizer.quantize(
                equalized.detector(),
                equalized.seen(),
                ranges,
                DetectorSettings.uncalibrated(DrawnDetector.SIDE),
                Map.of("maskwatch.source_hash", "beef"));
    }

    private static List<NodeProto> nodes(byte[] bytes) throws IOException {
        return ModelProto.parseFrom(bytes).getGraph().getNodeList();
    }

    @Test
    void convolutionsAndSumsStandBetweenPairs() throws IOException {
        Map<String, NodeProto> sources = new HashMap<>();
        nodes(quantized).forEach(node -> sources.put(node.getOutput(0), node));
        Map<String, Long> operators =
                nodes(quantized).stream().collect(Collectors.groupingBy(NodeProto::getOpType, Collectors.counting()));

        assertThat(operators).doesNotContainKeys("Sub", "Relu");
        assertThat(operators.get("Conv"))
                .isEqualTo(nodes(model).stream()
                        .filter(node -> node.getOpType().equals("Conv"))
                        .count());
        for (NodeProto node : nodes(quantized)) {
            if (node.getOpType().equals("Conv")) {
                assertThat(known(sources, node.getInput(0)).getOpType()).isEqualTo("DequantizeLinear");
                // Of the last ones, weights are constants in float32.
                assertThat(sources.containsKey(node.getInput(1)))
                        .as(node.getName())
                        .isEqualTo(!node.getName().endsWith(".out"));
            }
        }
    }

    @Test
    void thePictureIsReadAsWholeNumbersAboutItsMiddle() throws IOException {
        NodeProto first = nodes(quantized).get(0);
        NodeProto second = nodes(quantized).get(1);
        NodeProto third = nodes(quantized).get(2);
        Map<String, TensorProto> constants = ModelProto.parseFrom(quantized).getGraph().getInitializerList().stream()
                .collect(Collectors.toMap(TensorProto::getName, tensor -> tensor));

        assertThat(first.getInput(0)).isEqualTo("image");
        assertThat(second.getOpType()).isEqualTo("SpaceToDepth");
        assertThat(new SlowNetwork(quantized).constant(first.getInput(1))).containsExactly(1);
        assertThat(known(constants, first.getInput(2)).getRawData().byteAt(0)).isZero();
        assertThat(known(constants, third.getInput(2)).getRawData().byteAt(0) & 0xff)
                .isEqualTo(128);
    }

    @Test
    void scalesFitEachOther() throws IOException {
        SlowNetwork network = new SlowNetwork(quantized);
        Map<String, NodeProto> sources = new HashMap<>();
        nodes(quantized).forEach(node -> sources.put(node.getOutput(0), node));
        for (NodeProto node : nodes(quantized)) {
            if (node.getOpType().equals("Conv") && sources.containsKey(node.getInput(1))) {
                double[] input =
                        network.constant(known(sources, node.getInput(0)).getInput(1));
                double[] weights =
                        network.constant(known(sources, node.getInput(1)).getInput(1));
                double[] bias =
                        network.constant(known(sources, node.getInput(2)).getInput(1));
                for (int channel = 0; channel < bias.length; channel++) {
                    assertThat(bias[channel] / (input[0] * weights[channel])).isCloseTo(1, within(1e-6));
                }
            }
            if (node.getOpType().equals("Resize")) {
                String before = known(sources, node.getInput(0)).getInput(1);
                double[] after = network.constant(node.getOutput(0) + ".scale");
                assertThat(after).containsExactly(network.constant(before));
            }
        }
    }

    @Test
    void weightsAreOffByHalfAStepAtTheMost() throws IOException {
        SlowNetwork network = new SlowNetwork(quantized);
        for (NodeProto node : equalized.detector().nodes()) {
            // The first one is laid out otherwise.
            boolean first = node.getName().equals("stem");
            if (node.getOpType().equals("Conv")
                    && !first
                    && !equalized.detector().isKept(node)) {
                float[] weights = equalized.detector().values(node.getInput(1));
                double[] back = network.constant(node.getInput(1) + ".values");
                double[] scales = network.constant(node.getInput(1) + ".scale");
                for (int i = 0; i < weights.length; i++) {
                    double step = scales[i / (weights.length / scales.length)];
                    assertThat(back[i]).isCloseTo(weights[i], within(step * 0.5001));
                }
            }
        }
    }

    @Test
    void equalizedChannelsAnswerAsBefore() throws IOException {
        byte[] bytes = equalized.detector().model().toByteArray();
        assertThat(bytes).isNotEqualTo(model);
        assertThat(largestDifference(bytes, model)).isLessThan(1e-4);
    }

    @Test
    void whatIsMeasuredIsAlikeAcrossChannels() throws IOException {
        // Depthwise convolutions alone take this one.
        String tensor = "head8.shared.pointwise.relu";
        ChannelValues before = channels(source, tensor);
        ChannelValues after = known(equalized.seen(), tensor);
        double largest = before.range().high();
        int alike = 0;
        for (int channel = 0; channel < before.channels(); channel++) {
            // Those that hardly say anything are not made wholly equal.
            if (before.reach(channel) > 0.03 * largest) {
                assertThat(after.reach(channel)).isCloseTo(after.range().high(), within(1e-3f));
                alike++;
            }
        }
        assertThat(alike).isGreaterThan(2);
    }

    private static ChannelValues channels(FloatDetector detector, String tensor) throws IOException {
        Calibration calibration = new Calibration(DrawnDetector.shown(PICTURES), (done, of) -> {});
        return known(calibration.channels(new SlowNetwork(detector.measuring()), detector.channels()), tensor);
    }

    @Test
    void answersAlmostAsTheNetworkInFloat32() throws IOException {
        double spread = largestDifference(model, null);
        assertThat(largestDifference(quantized, model)).isLessThan(0.08 * spread);
    }

    /** Of all outputs on pictures that were not measured on; null: from the mean of an output. */
    private static double largestDifference(byte[] one, byte @Nullable [] other) throws IOException {
        double largest = 0;
        for (Image picture : DrawnDetector.pictures(6).subList(4, 6)) {
            Map<String, float[]> answers = answers(one, picture);
            Map<String, float[]> others = other == null ? Map.of() : answers(other, picture);
            for (Map.Entry<String, float[]> answer : answers.entrySet()) {
                double mean = 0;
                for (float value : answer.getValue()) {
                    mean += value / answer.getValue().length;
                }
                for (int i = 0; i < answer.getValue().length; i++) {
                    double expected = other == null ? mean : known(others, answer.getKey())[i];
                    largest = Math.max(largest, Math.abs(answer.getValue()[i] - expected));
                }
            }
        }
        return largest;
    }

    private static Map<String, float[]> answers(byte[] bytes, Image picture) throws IOException {
        Map<String, float[]> answers = new HashMap<>();
        new SlowNetwork(bytes).look(picture, (name, values) -> answers.put(name, values.array()));
        return answers;
    }

    @Test
    void theFileTellsWhatItIs() throws IOException {
        Map<String, String> metadata = new HashMap<>();
        ModelProto.parseFrom(quantized)
                .getMetadataPropsList()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
        assertThat(metadata)
                .containsEntry("maskwatch.format", "detector/2")
                .containsEntry("maskwatch.precision", "int8")
                .containsEntry("maskwatch.source_hash", "beef")
                .containsEntry("maskwatch.side", "64")
                .containsEntry("maskwatch.data_hash", "abc");
        assertThat(quantized.length).isLessThan(model.length);
    }

    @Test
    void theSameModelAndRangesGiveTheSameBytes() throws IOException {
        Map<String, ValueRange> ranges = new HashMap<>();
        equalized.seen().forEach((name, values) -> ranges.put(name, values.range()));
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            files.add(Quantizer.quantize(
                    FloatDetector.parse(model, "drawn"),
                    Map.of(),
                    ranges,
                    DetectorSettings.uncalibrated(64),
                    Map.of("a", "b", "c", "d")));
        }
        assertThat(files.get(0)).isEqualTo(files.get(1));
    }

    @Test
    void whatIsNoSuchFileIsOneLine() {
        assertThatThrownBy(() -> FloatDetector.parse(quantized, "q.onnx"))
                .isInstanceOf(QuantizationRefusedException.class)
                .hasMessageContaining("q.onnx is of int8 already");
        assertThatThrownBy(() -> FloatDetector.parse("no model".getBytes(StandardCharsets.UTF_8), "text"))
                .isInstanceOf(QuantizationRefusedException.class)
                .hasMessageContaining("text is not an ONNX model");
        assertThatThrownBy(() -> FloatDetector.parse(new byte[0], "empty"))
                .isInstanceOf(QuantizationRefusedException.class)
                .hasMessageContaining("does not tell its side");
    }

    @Test
    void anotherOperatorIsOneLine() throws IOException {
        ModelProto.Builder other = ModelProto.parseFrom(model).toBuilder();
        other.getGraphBuilder().getNodeBuilder(2).setOpType("Sigmoid");
        assertThatThrownBy(() -> FloatDetector.parse(other.build().toByteArray(), "other"))
                .isInstanceOf(QuantizationRefusedException.class)
                .hasMessageContaining("cannot quantize a Sigmoid like \"stem.relu\"");
    }
}
