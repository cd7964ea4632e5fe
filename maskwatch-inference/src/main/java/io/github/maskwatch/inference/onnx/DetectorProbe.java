package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.format.ModelFormatException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A detector's network whose inner values can be looked at: it shows pictures to the network just as {@link OnnxMaskDetector} does, and
 * hands out whatever the graph gives, by name. Which inner values those are is a matter of the file, whose graph names them as outputs.
 *
 * <p>It owns native memory until it is closed. One thread at a time.
 */
public final class DetectorProbe implements AutoCloseable {
    private final ModelSession model;
    private final int side;

    private DetectorProbe(ModelSession model, int side) {
        this.model = model;
        this.side = side;
    }

    /**
     * @param model an ONNX file with a detector's description, and any outputs of float32
     * @param name what messages call the model
     * @throws ModelFormatException if the bytes are not such a network
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static DetectorProbe open(byte[] model, String name, DetectorConfig config) throws IOException {
        DetectorDescription description = DetectorDescription.of(OnnxFile.metadata(model, name), name);
        Integer side = config.side();
        return new DetectorProbe(
                ModelSession.open(model, name, config.threads()), side == null ? description.side() : side);
    }

    /**
     * Shows a picture to the network.
     *
     * @param values takes each output by its name; the values are there during the call only
     * @throws ModelFormatException if the network does not take the picture
     */
    public void look(Image picture, BiConsumer<String, FloatBuffer> values) throws ModelFormatException {
        try (FrameInput input = new FrameInput(model, picture, side);
                OrtSession.Result result = model.session().run(Map.of(DetectorGraph.INPUT, input.fill(picture)))) {
            for (Map.Entry<String, OnnxValue> output : result) {
                if (output.getValue() instanceof OnnxTensor tensor) {
                    values.accept(output.getKey(), tensor.getFloatBuffer());
                }
            }
        } catch (OrtException e) {
            throw model.refused(e);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
