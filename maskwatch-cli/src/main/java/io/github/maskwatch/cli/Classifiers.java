package io.github.maskwatch.cli;

import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.inference.onnx.OnnxConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.mask.MaskClassifier;
import java.io.IOException;
import java.nio.file.Path;

/** The classifiers that a user can name. */
final class Classifiers {
    private Classifiers() {}

    /** A {@link ClassifierSource}. */
    static MaskClassifier open(String model) throws IOException {
        return model.equals(BundledModels.CLASSIC)
                ? BundledModels.classic(OnnxConfig.DEFAULTS)
                : OnnxMaskClassifier.open(Path.of(model));
    }
}
