package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.format.ModelFormatException;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One frame's way through a detector's network, with everything that only depends on the frame's size made once: the input and the
 * three outputs in native memory, so that a frame allocates nothing large.
 */
final class FramePass implements AutoCloseable {
    private final ModelSession model;
    private final FrameInput input;
    private final Candidates.Space space;
    private final Map<String, FloatBuffer> outputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> outputTensors = new LinkedHashMap<>();

    /**
     * For frames of the size of this one.
     *
     * @param side to which the longer side is brought, px
     */
    FramePass(ModelSession model, Image frame, int side) throws OrtException {
        this.model = model;
        input = new FrameInput(model, frame, side);
        space = new Candidates.Space(
                frame.width(),
                frame.height(),
                (double) frame.width() / input.scaledWidth(),
                (double) frame.height() / input.scaledHeight());
        for (int stride : DetectorDescription.STRIDES) {
            FloatBuffer values = FrameInput.direct(Candidates.CHANNELS * columns(stride) * rows(stride));
            String name = DetectorGraph.output(stride);
            outputs.put(name, values);
            outputTensors.put(name, OnnxTensor.createTensor(model.environment(), values, new long[] {
                1, Candidates.CHANNELS, rows(stride), columns(stride)
            }));
        }
    }

    int columns(int stride) {
        return input.width() / stride;
    }

    int rows(int stride) {
        return input.height() / stride;
    }

    /** What the network gave for the last frame, [8, rows, columns]. */
    FloatBuffer output(int stride) {
        return Objects.requireNonNull(outputs.get(DetectorGraph.output(stride)));
    }

    /** Whether frames of this size are the ones it is made for. */
    boolean takes(Image frame) {
        return input.takes(frame);
    }

    /** @throws ModelFormatException if the network gives something else than what it promised */
    void run(Image frame) throws ModelFormatException {
        run(input.fill(frame));
    }

    /** Shows it the last frame turned left for right. */
    void runMirrored() throws ModelFormatException {
        run(input.mirror());
    }

    /** Shows it this frame turned left for right. */
    void runMirrored(Image frame) throws ModelFormatException {
        input.fill(frame);
        runMirrored();
    }

    private void run(OnnxTensor filled) throws ModelFormatException {
        try (OrtSession.Result result = model.session().run(Map.of(DetectorGraph.INPUT, filled), outputTensors)) {
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
        input.close();
        outputTensors.values().forEach(OnnxTensor::close);
    }
}
