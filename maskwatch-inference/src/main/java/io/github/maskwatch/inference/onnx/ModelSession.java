package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.maskwatch.inference.format.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network that ONNX Runtime has loaded. It owns native memory until it is closed.
 *
 * @param name what messages call the model
 */
record ModelSession(String name, OrtEnvironment environment, OrtSession session) implements AutoCloseable {
    private static final long MAX_BYTES = 512L << 20;
    private static final String PRECISION = "maskwatch.precision";

    /**
     * The bytes of a model's file.
     *
     * @param kind what the file should hold, such as "classifier"
     */
    static byte[] read(Path file, String kind) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ModelFormatException(file + " is a folder; give the model.onnx in it");
        }
        long bytes = Files.size(file);
        if (bytes > MAX_BYTES) {
            throw new ModelFormatException(file + " has " + (bytes >> 20) + " MB, a " + kind + " at most "
                    + (MAX_BYTES >> 20) + "; give the model.onnx of a training run");
        }
        return Files.readAllBytes(file);
    }

    /**
     * @throws ModelFormatException if ONNX Runtime refuses the model
     * @throws IOException if it does not load on this machine
     */
    static ModelSession open(byte[] model, String name, int threads) throws IOException {
        OrtEnvironment environment = OnnxRuntime.environment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            // Threads that wait for work by spinning would double the processor's load.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            if (isOfEightBits(model, name) && EightBitProducts.runOver()) {
                options.addConfigEntry("session.x64quantprecision", "1");
            }
            return new ModelSession(name, environment, environment.createSession(model, options));
        } catch (OrtException e) {
            throw refused(name, e);
        }
    }

    private static boolean isOfEightBits(byte[] model, String name) throws ModelFormatException {
        return "int8".equals(OnnxFile.metadata(model, name).get(PRECISION));
    }

    ModelFormatException refused(OrtException e) {
        return refused(name, e);
    }

    private static ModelFormatException refused(String name, OrtException e) {
        return new ModelFormatException(
                name + " is refused by ONNX Runtime; export or copy it again: "
                        + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " "),
                e);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not close the session", e);
        }
    }
}
