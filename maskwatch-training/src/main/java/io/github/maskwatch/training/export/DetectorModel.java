package io.github.maskwatch.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.maskwatch.training.detector.Convolution;
import io.github.maskwatch.training.detector.DetectorConfig;
import io.github.maskwatch.training.detector.DetectorNetwork;
import io.github.maskwatch.training.detector.DetectorTable;
import io.github.maskwatch.training.detector.FoldedConvolution;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The weights of a detector that {@link DetectorOnnx} has written, to go on from. Immutable. */
public final class DetectorModel {
    private static final String FORMAT = "maskwatch.format";
    private static final String SUPPORTED = "detector/2";

    private final DetectorConfig config;
    private final Map<String, FoldedConvolution> convolutions;

    private DetectorModel(DetectorConfig config, Map<String, FoldedConvolution> convolutions) {
        this.config = config;
        this.convolutions = convolutions;
    }

    /**
     * Reads a model file.
     *
     * @param title what messages call it
     * @throws IOException one line, if it is no such file or of none of the sizes nano, small and medium
     */
    public static DetectorModel read(byte[] file, String title) throws IOException {
        ModelProto model = ModelEntries.parsed(file, title);
        String format = ModelEntries.of(model).getOrDefault(FORMAT, "none");
        if (!format.equals(SUPPORTED)) {
            throw new IOException(title + " is no detector that one could start from: its format is " + format
                    + ", wanted " + SUPPORTED);
        }
        Map<String, float[]> constants = new LinkedHashMap<>();
        for (TensorProto tensor : model.getGraph().getInitializerList()) {
            if (tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE) {
                constants.put(tensor.getName(), floats(tensor));
            }
        }
        for (String size : DetectorConfig.NAMES) {
            DetectorConfig config = DetectorConfig.named(size, DetectorConfig.MULTIPLE);
            List<Convolution> wanted = DetectorTable.of(config).convolutions();
            if (wanted.stream().allMatch(c -> fits(constants, c))) {
                Map<String, FoldedConvolution> found = new LinkedHashMap<>();
                wanted.forEach(c -> found.put(c.name(), folded(constants, c)));
                return new DetectorModel(config, found);
            }
        }
        throw new IOException(title + " has not the float32 weights of a detector of one of the sizes "
                + String.join(", ", DetectorConfig.NAMES) + ": one can start from such files alone");
    }

    private static float[] floats(TensorProto tensor) {
        FloatBuffer raw = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] values = new float[raw.remaining()];
        raw.get(values);
        return values;
    }

    private static boolean fits(Map<String, float[]> constants, Convolution c) {
        float[] weights = constants.get(weights(c));
        float[] bias = constants.get(bias(c));
        int wanted = c.out() * (c.in() / c.groups()) * c.kernel() * c.kernel();
        return weights != null && bias != null && weights.length == wanted && bias.length == c.out();
    }

    private static FoldedConvolution folded(Map<String, float[]> constants, Convolution c) {
        float[] weights = constants.getOrDefault(weights(c), new float[0]);
        float[] bias = constants.getOrDefault(bias(c), new float[0]);
        if (c.in() == CHANNELS) {
            // The file's first convolution has the division of pixels in its weights, the network before them.
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (weights[i] * DetectorNetwork.MIDDLE);
            }
        }
        return new FoldedConvolution(weights, bias);
    }

    private static final int CHANNELS = 3;

    private static String weights(Convolution c) {
        return c.name() + ".weight";
    }

    private static String bias(Convolution c) {
        return c.name() + ".bias";
    }

    /** Its shape; the side is of no meaning. */
    public DetectorConfig config() {
        return config;
    }

    /** Its weights by the convolutions' names. */
    public Map<String, FoldedConvolution> convolutions() {
        return Map.copyOf(convolutions);
    }
}
