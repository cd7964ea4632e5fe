package io.github.maskwatch.cli;

import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.DetectorDescription;
import io.github.maskwatch.inference.onnx.ModelKind;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A detector's file that is to be made out of another one.
 *
 * @param model the other one, a file or the name of a bundled detector
 * @param output the new file
 */
record NewModel(String model, Path output) {
    private static final String ENDING = ".onnx";

    /** @throws Failure if the new file's name is none for a model, or the source's own */
    void requireOutput() throws Failure {
        String name = String.valueOf(output.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(ENDING) || name.length() == ENDING.length()) {
            throw new Failure(ExitCode.WRONG_USE, "--output " + output + ": wanted a file that ends with " + ENDING);
        }
        if (Files.isDirectory(output)) {
            throw new Failure(ExitCode.WRONG_USE, "--output " + output + " is a folder; name a file");
        }
        if (SamePlace.of(output, Path.of(model))) {
            throw new Failure(ExitCode.WRONG_USE, "--output " + output + " is the model itself; name another file");
        }
    }

    /**
     * What a detector's file says about itself.
     *
     * @param bytes of the source
     * @throws IOException one line, if it is no detector at all, or damaged
     */
    DetectorDescription description(byte[] bytes) throws IOException {
        try (OnnxMaskDetector detector = OnnxMaskDetector.open(bytes, model, DetectorConfig.DEFAULTS)) {
            return detector.description();
        }
    }

    /** Puts the new file, and what comes with it, where it belongs. */
    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }

    void write(Writing writing) throws Failure {
        try {
            writing.write();
        } catch (IOException e) {
            throw Failure.notWritten("the model", output, e);
        }
    }

    /**
     * The bytes of the source.
     *
     * @throws Failure if it is no single detector
     */
    byte[] source() throws IOException, Failure {
        if (model.equals(BundledModels.ACCURATE) || model.equals(BundledModels.CLASSIC)) {
            throw new Failure(
                    ExitCode.WRONG_USE, "'" + model + "' is no single detector; take 'nano', or a model.onnx");
        }
        Optional<BundledDetector> bundled = BundledDetector.named(model);
        if (bundled.isPresent()) {
            return bundled.get().model();
        }
        Path file = Path.of(model);
        // A classifier is refused when it is opened; what is no model at all, and a folder, here.
        ModelKind.of(file);
        return Files.readAllBytes(file);
    }
}
