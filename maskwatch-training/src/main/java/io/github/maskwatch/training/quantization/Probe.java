package io.github.maskwatch.training.quantization;

import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.function.BiConsumer;

/** A network that gives its inner values, too. One thread at a time. */
public interface Probe extends AutoCloseable {

    /**
     * Shows a picture to the network as its detector would.
     *
     * @param values takes each output of the graph by its name; the values are there during the call only
     */
    void look(Image picture, BiConsumer<String, FloatBuffer> values) throws IOException;

    @Override
    void close();

    /** Opens the bytes of an ONNX file; which runtime does that is the caller's matter. */
    @FunctionalInterface
    interface Opener {
        Probe open(byte[] model) throws IOException;
    }
}
