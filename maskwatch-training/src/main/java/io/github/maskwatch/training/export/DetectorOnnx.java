package io.github.maskwatch.training.export;

import static io.github.maskwatch.training.export.OnnxGraph.integer;
import static io.github.maskwatch.training.export.OnnxGraph.ints;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.detector.Architecture;
import io.github.maskwatch.training.detector.Convolution;
import io.github.maskwatch.training.detector.DetectorNetwork;
import io.github.maskwatch.training.detector.FoldedConvolution;
import io.github.maskwatch.training.detector.Operations;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The detector as an ONNX model: input {@code image}, float32 NCHW [batch, 3, height, width], R G B, 0–255, sides any multiples of 32;
 * outputs {@code level8}, {@code level16} and {@code level32}, float32 [batch, 8, height / stride, width / stride]. Scaling is inside and
 * normalization is folded into the convolutions. The same weights give the same bytes.
 */
public final class DetectorOnnx {
    private static final long OPSET = 13;
    private static final long IR_VERSION = 7;

    private static final String CENTERED = "centered";

    private DetectorOnnx() {}

    /** The bytes of the model file. */
    public static byte[] bytes(DetectorNetwork network, ModelOrigin origin, DetectorSettings settings) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("maskwatch")
                .setProducerVersion(origin.version())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph(network));
        ModelEntries.set(model, metadata(origin, settings));
        return model.build().toByteArray();
    }

    private static Map<String, String> metadata(ModelOrigin origin, DetectorSettings settings) {
        Map<String, String> entries = new TreeMap<>();
        entries.put("maskwatch.format", "detector/2");
        entries.put(
                "maskwatch.classes", origin.states().stream().map(MaskState::id).collect(Collectors.joining(",")));
        entries.put("maskwatch.color", "rgb");
        entries.put("maskwatch.strides", joined(Architecture.STRIDES));
        entries.putAll(settings.metadata());
        entries.put("maskwatch.version", origin.version());
        entries.put("maskwatch.data_hash", origin.dataHash());
        entries.put("maskwatch.seed", String.valueOf(origin.seed()));
        return entries;
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static GraphProto graph(DetectorNetwork network) {
        OnnxGraph graph = new OnnxGraph("detector", "image", "batch", 3, "height", "width");
        // The division is left to the first convolution's weights. The subtraction cannot be: where that convolution
        // pads, it pads
        // with the middle of the range.
        graph.then("Sub", CENTERED, List.of(graph.constant("middle", DetectorNetwork.MIDDLE)));
        Nodes nodes = new Nodes(graph, network);
        List<String> levels = Architecture.build(network.config(), nodes, CENTERED);
        for (int i = 0; i < levels.size(); i++) {
            int stride = Architecture.STRIDES.get(i);
            graph.node("Identity", levels.get(i), "level" + stride, List.of())
                    .output("batch", Architecture.OUTPUTS, "height / " + stride, "width / " + stride);
        }
        return graph.build();
    }

    /** Writes a node for each operation; a value is the name of a node. */
    private static final class Nodes implements Operations<String> {
        private final OnnxGraph graph;
        private final DetectorNetwork network;
        private int additions;
        private int enlargements;

        Nodes(OnnxGraph graph, DetectorNetwork network) {
            this.graph = graph;
            this.network = network;
        }

        @Override
        public String convolve(String input, Convolution c) {
            FoldedConvolution folded = network.folded(c);
            float[] kernels =
                    input.equals(CENTERED) ? divided(folded.weights(), DetectorNetwork.MIDDLE) : folded.weights();
            String weights =
                    graph.constant(c.name() + ".weight", kernels, c.out(), c.in() / c.groups(), c.kernel(), c.kernel());
            String bias = graph.constant(c.name() + ".bias", folded.bias(), c.out());
            long[] pads = new long[4];
            Arrays.fill(pads, c.padding());
            graph.node(
                    "Conv",
                    input,
                    c.name(),
                    List.of(weights, bias),
                    ints("kernel_shape", c.kernel(), c.kernel()),
                    ints("strides", c.stride(), c.stride()),
                    ints("pads", pads),
                    integer("group", c.groups()));
            if (c.activated()) {
                graph.then("Relu", c.name() + ".relu", List.of());
            }
            return graph.current();
        }

        private static float[] divided(float[] values, double divisor) {
            float[] quotients = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                quotients[i] = (float) (values[i] / divisor);
            }
            return quotients;
        }

        @Override
        public String add(String left, String right) {
            return graph.node("Add", left, "sum" + ++additions, List.of(right)).current();
        }

        @Override
        public String upsample(String input) {
            int number = ++enlargements;
            String scales = graph.constant("double" + number, new float[] {1, 1, 2, 2}, 4);
            return graph.node(
                            "Resize",
                            input,
                            "enlarged" + number,
                            List.of("", scales),
                            OnnxGraph.text("mode", "nearest"),
                            OnnxGraph.text("coordinate_transformation_mode", "asymmetric"),
                            OnnxGraph.text("nearest_mode", "floor"))
                    .current();
        }
    }
}
