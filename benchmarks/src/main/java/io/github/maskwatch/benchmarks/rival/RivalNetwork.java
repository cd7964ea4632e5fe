package io.github.maskwatch.benchmarks.rival;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network that takes a picture of one size, whole and stretched, and gives lists of rows of floats. It is run as Maskwatch runs its
 * own: native buffers used again for every picture, the same settings of ONNX Runtime.
 */
final class RivalNetwork implements AutoCloseable {
    private final int width;
    private final int height;
    private final float scale;
    private final float offset;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Map<String, OnnxTensor> inputs;
    private final FloatBuffer input;
    private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
    private final List<FloatBuffer> rows = new ArrayList<>();
    private PlainResizing resizing;

    /**
     * @param width of the network's input, px
     * @param height of the network's input, px
     * @param scale what a value of 0–255 is multiplied by
     * @param offset what is added then
     * @param rowLengths floats of a row, for each output in the order that {@link #output} is asked for
     */
    RivalNetwork(Path model, int threads, int width, int height, float scale, float offset, int... rowLengths)
            throws IOException {
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.offset = offset;
        input = direct(3 * width * height);
        resizing = new PlainResizing(width, height, width, height);
        environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(Files.readAllBytes(model), options);
            String name = session.getInputNames().iterator().next();
            inputs = Map.of(name, OnnxTensor.createTensor(environment, input, new long[] {1, 3, height, width}));
            pinOutputs(rowLengths, model);
        } catch (OrtException e) {
            throw new IOException(
                    model + " does not run: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
        }
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** The first run tells the outputs' sizes; the others write into memory that is there already. */
    private void pinOutputs(int[] rowLengths, Path model) throws OrtException, IOException {
        try (OrtSession.Result first = session.run(inputs)) {
            for (int length : rowLengths) {
                for (Map.Entry<String, OnnxValue> output : first) {
                    long[] shape = ((TensorInfo) output.getValue().getInfo()).getShape();
                    if (shape.length == 3 && shape[2] == length && !outputs.containsKey(output.getKey())) {
                        FloatBuffer values = direct((int) shape[1] * length);
                        rows.add(values);
                        outputs.put(output.getKey(), OnnxTensor.createTensor(environment, values, shape));
                        break;
                    }
                }
            }
        }
        if (rows.size() != rowLengths.length) {
            throw new IOException(model + " is another model: it has not the outputs that were wanted");
        }
    }

    /** Runs the picture; {@link #output} has the answers then. */
    void run(Image picture) {
        if (!resizing.takes(picture)) {
            resizing = new PlainResizing(picture.width(), picture.height(), width, height);
        }
        resizing.resize(picture, input, scale, offset);
        try (OrtSession.Result result = session.run(inputs, outputs)) {
            if (result.size() < outputs.size()) {
                throw new IllegalStateException("the network gives " + result.size() + " outputs");
            }
        } catch (OrtException e) {
            throw new UncheckedIOException(new IOException("the network does not run: " + e.getMessage(), e));
        }
    }

    /** Rows one after the other, to be read by index. */
    FloatBuffer output(int index) {
        return rows.get(index);
    }

    int rowCount() {
        return rows.get(0).capacity() / 4;
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not close the session", e);
        }
    }
}
