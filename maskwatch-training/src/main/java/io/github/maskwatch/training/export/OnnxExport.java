package io.github.maskwatch.training.export;

import static io.github.maskwatch.training.export.OnnxGraph.integer;
import static io.github.maskwatch.training.export.OnnxGraph.ints;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.batch.InputFormat;
import io.github.maskwatch.training.network.ClassicNetwork;
import io.github.maskwatch.training.network.ClassicNetworkConfig;
import io.github.maskwatch.training.network.Scaling;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The classic network as an ONNX model: input {@code image}, float32 NCHW [batch, channels, height, width], 0–255; output {@code
 * probabilities}, float32 [batch, classes]. Scaling and softmax are inside, layers in the order in which the network is described, and
 * dropout is left out, as it does nothing after training. The same weights give the same bytes.
 */
public final class OnnxExport {
    /** Opset 13 came with ONNX 1.8 of 2020: every runtime in use reads it, and nothing here needs more. */
    private static final long OPSET = 13;

    private static final long IR_VERSION = 7;

    private final ClassicNetwork network;
    private final ClassicNetworkConfig config;

    private OnnxExport(ClassicNetwork network) {
        this.network = network;
        this.config = network.config();
    }

    /** The bytes of the model file. */
    public static byte[] bytes(ClassicNetwork network, ModelOrigin origin) {
        if (origin.states().size() != network.config().classes()) {
            throw new IllegalArgumentException("the network tells "
                    + network.config().classes() + " classes apart, but these were named: " + origin.states());
        }
        return new OnnxExport(network).model(origin).toByteArray();
    }

    private ModelProto model(ModelOrigin origin) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("maskwatch")
                .setProducerVersion(origin.version())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph());
        ModelEntries.set(model, metadata(origin));
        return model.build();
    }

    private Map<String, String> metadata(ModelOrigin origin) {
        InputFormat input = config.input();
        Map<String, String> entries = new TreeMap<>();
        entries.put("maskwatch.format", "classifier/1");
        entries.put(
                "maskwatch.classes", origin.states().stream().map(MaskState::id).collect(Collectors.joining(",")));
        entries.put("maskwatch.color", input.color().id());
        entries.put("maskwatch.width", String.valueOf(input.width()));
        entries.put("maskwatch.height", String.valueOf(input.height()));
        entries.put("maskwatch.scaling", config.scaling().id());
        entries.put("maskwatch.version", origin.version());
        entries.put("maskwatch.data_hash", origin.dataHash());
        entries.put("maskwatch.seed", String.valueOf(origin.seed()));
        return entries;
    }

    private GraphProto graph() {
        InputFormat input = config.input();
        OnnxGraph graph =
                new OnnxGraph("classic", "image", "batch", input.color().channels(), input.height(), input.width());
        scale(graph);
        convolve(graph, 1, config.kernel1(), config.pool1());
        convolve(graph, 2, config.kernel2(), config.pool2());
        graph.then("Flatten", "flat", List.of(), integer("axis", 1));
        dense(graph, 1);
        graph.then("Relu", "dense1.relu", List.of());
        dense(graph, 2);
        graph.then("Softmax", "probabilities", List.of(), integer("axis", 1));
        return graph.output("batch", config.classes()).build();
    }

    private void scale(OnnxGraph graph) {
        double factor = config.scaling() == Scaling.MINUS_ONE_TO_ONE ? 1 / 127.5 : 1 / 255.0;
        graph.then("Mul", "scaled", List.of(graph.constant("scale", factor)));
        switch (config.scaling()) {
            case ZERO_TO_ONE -> {}
            case MINUS_ONE_TO_ONE -> graph.then("Sub", "centered", List.of(graph.constant("one", 1)));
            case STANDARDIZED -> standardize(graph);
        }
    }

    private static void standardize(OnnxGraph graph) {
        graph.then("ReduceMean", "mean", List.of(), ints("axes", 1, 2, 3), integer("keepdims", 1));
        graph.node("Sub", "scaled", "centered", List.of("mean"));
        graph.then("Mul", "squared", List.of("centered"));
        graph.then("ReduceMean", "variance", List.of(), ints("axes", 1, 2, 3), integer("keepdims", 1));
        graph.then("Sqrt", "deviation", List.of());
        graph.then("Add", "divisor", List.of(graph.constant("smallest", Scaling.SMALLEST_DEVIATION)));
        graph.node("Div", "centered", "standardized", List.of("divisor"));
    }

    private void convolve(OnnxGraph graph, int number, int kernel, int pool) {
        String name = "conv" + number;
        long side = config.padding().pixels(kernel);
        graph.then(
                "Conv",
                name,
                List.of(weights(graph, name + ".weight"), weights(graph, name + ".bias")),
                ints("kernel_shape", kernel, kernel),
                ints("pads", side, side, side, side),
                ints("strides", 1, 1));
        graph.then("Relu", name + ".relu", List.of());
        if (pool > 1) {
            graph.then(
                    "MaxPool",
                    "pool" + number,
                    List.of(),
                    ints("kernel_shape", pool, pool),
                    ints("strides", pool, pool));
        }
    }

    private void dense(OnnxGraph graph, int number) {
        String name = "dense" + number;
        graph.then(
                "Gemm",
                name,
                List.of(weights(graph, name + ".weight"), weights(graph, name + ".bias")),
                integer("transB", 1));
    }

    private String weights(OnnxGraph graph, String name) {
        return graph.constant(name, network.values(name), network.shape(name));
    }
}
