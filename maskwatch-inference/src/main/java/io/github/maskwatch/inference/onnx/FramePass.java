package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.image.PlanarResizing;
import io.github.maskwatch.inference.format.ModelFormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One frame's way through a detector's network, with everything that only depends on the frame's size made once: the reduction, the
 * input [1, 3, height, width] and the three outputs in native memory, so that a frame allocates nothing large.
 */
final class FramePass implements AutoCloseable {
    /** What surrounds a frame whose sides are no multiples of 32, in all channels; the same as in training. */
    private static final float GREY = 114;

    private final ModelSession model;
    private final int width;
    private final int height;
    private final PlanarResizing resizing;
    private final Candidates.Space space;
    private final FloatBuffer input;
    private final OnnxTensor inputTensor;
    private final Map<String, FloatBuffer> outputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> outputTensors = new LinkedHashMap<>();

    /**
     * For frames of the size of this one.
     *
     * @param side to which the longer side is reduced, px; never enlarged
     */
    FramePass(ModelSession model, Image frame, int side) throws OrtException {
        this.model = model;
        double scale = Math.min(1, (double) side / Math.max(frame.width(), frame.height()));
        int reducedWidth = (int) Math.max(1, Math.round(frame.width() * scale));
        int reducedHeight = (int) Math.max(1, Math.round(frame.height() * scale));
        resizing = new PlanarResizing(frame.width(), frame.height(), reducedWidth, reducedHeight);
        space = new Candidates.Space(
                frame.width(),
                frame.height(),
                (double) frame.width() / reducedWidth,
                (double) frame.height() / reducedHeight);
        width = padded(reducedWidth);
        height = padded(reducedHeight);
        input = direct(3 * width * height);
        for (int i = 0; i < input.capacity(); i++) {
            input.put(i, GREY);
        }
        inputTensor = OnnxTensor.createTensor(model.environment(), input, new long[] {1, 3, height, width});
        for (int stride : DetectorDescription.STRIDES) {
            FloatBuffer values = direct(Candidates.CHANNELS * columns(stride) * rows(stride));
            String name = DetectorGraph.output(stride);
            outputs.put(name, values);
            outputTensors.put(name, OnnxTensor.createTensor(model.environment(), values, new long[] {
                1, Candidates.CHANNELS, rows(stride), columns(stride)
            }));
        }
    }

    private static int padded(int side) {
        int multiple = DetectorDescription.STRIDES.get(DetectorDescription.STRIDES.size() - 1);
        return (side + multiple - 1) / multiple * multiple;
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    int columns(int stride) {
        return width / stride;
    }

    int rows(int stride) {
        return height / stride;
    }

    /** What the network gave for the last frame, [8, rows, columns]. */
    FloatBuffer output(int stride) {
        return Objects.requireNonNull(outputs.get(DetectorGraph.output(stride)));
    }

    /** Whether frames of this size are the ones it is made for. */
    boolean takes(Image frame) {
        return resizing.takes(frame);
    }

    /** @throws ModelFormatException if the network gives something else than what it promised */
    void run(Image frame) throws ModelFormatException {
        resizing.resize(frame, input, width, height);
        try (OrtSession.Result result = model.session().run(Map.of(DetectorGraph.INPUT, inputTensor), outputTensors)) {
            if (result.size() != outputs.size()) {
                throw new ModelFormatException(model.name() + ": the network gives " + result.size()
                        + " outputs, wanted " + outputs.keySet() + "; export it again");
            }
        } catch (OrtException e) {
            throw model.refused(e);
        }
    }

    /** All outputs of the last frame, the channels of a cell together. */
    float[] outputRows() {
        int cells = DetectorDescription.STRIDES.stream()
                .mapToInt(stride -> columns(stride) * rows(stride))
                .sum();
        float[] all = new float[Candidates.CHANNELS * cells];
        int row = 0;
        for (int stride : DetectorDescription.STRIDES) {
            FloatBuffer values = output(stride);
            int plane = columns(stride) * rows(stride);
            for (int cell = 0; cell < plane; cell++, row++) {
                for (int k = 0; k < Candidates.CHANNELS; k++) {
                    all[row * Candidates.CHANNELS + k] = values.get(k * plane + cell);
                }
            }
        }
        return all;
    }

    void collect(Candidates candidates, double leastLogit) throws ModelFormatException {
        candidates.clear();
        for (int stride : DetectorDescription.STRIDES) {
            candidates.collect(output(stride), stride, columns(stride), rows(stride), leastLogit, space);
        }
    }

    @Override
    public void close() {
        inputTensor.close();
        outputTensors.values().forEach(OnnxTensor::close);
    }
}
