package io.github.maskwatch.inference;

import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.haar.HaarConfig;
import io.github.maskwatch.inference.haar.HaarFaceDetector;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.ModelKind;
import io.github.maskwatch.inference.onnx.OnnxConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.ClassicConfig;
import io.github.maskwatch.mask.ClassicMaskDetector;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskDetector;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Ready-made pipelines, from a picture to its faces and their masks:
 *
 * <pre>{@code
 * try (MaskDetector detector = Maskwatch.detector()) {
 *     for (MaskedFace face : detector.detect(photo)) {
 *         String said = face.called() ? face.prediction().state().label() : "cannot tell";
 *         System.out.println(said + " at " + face.face().box());
 *     }
 * }
 * }</pre>
 *
 * A detector is for one thread at a time; open one per camera. The first one of a process unpacks ONNX Runtime's native library
 * into Maskwatch's cache folder, which takes a second once.
 */
public final class Maskwatch {

    private Maskwatch() {}

    /**
     * The bundled one-stage detector: faces and masks in one pass of one network. The caller closes it.
     *
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static MaskDetector detector() throws IOException {
        return BundledDetector.NANO.open(DetectorConfig.DEFAULTS);
    }

    /**
     * That network and a larger one looking several times, and one answer out of it: slower, and better. The caller closes it.
     *
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static MaskDetector accurate() throws IOException {
        return BundledModels.accurate(DetectorConfig.DEFAULTS);
    }

    /**
     * The pipeline for a network of one's own, whichever the file holds: a detector, or a classifier, which then works behind the
     * Haar cascade as in {@link #classic(Path)}. The caller closes it.
     *
     * @param model an ONNX file that a training run wrote
     * @throws ModelFormatException if the file is something else
     * @throws IOException if it cannot be read, or ONNX Runtime does not load on this machine
     */
    public static MaskDetector detector(Path model) throws IOException {
        return switch (ModelKind.of(model)) {
            case DETECTOR -> OnnxMaskDetector.open(model);
            case CLASSIFIER -> classic(model);
        };
    }

    /**
     * The classic pipeline with the bundled network: faces by the Haar cascade, masks by a small CNN. The caller closes it.
     *
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static MaskDetector classic() throws IOException {
        return classic(BundledModels.classic(OnnxConfig.DEFAULTS), HaarConfig.DEFAULTS, ClassicConfig.DEFAULTS);
    }

    /**
     * The classic pipeline with a network of one's own. The caller closes it.
     *
     * @param model an ONNX file that a training run wrote
     * @throws ModelFormatException if the file is something else
     * @throws IOException if it cannot be read, or ONNX Runtime does not load on this machine
     */
    public static MaskDetector classic(Path model) throws IOException {
        return classic(OnnxMaskClassifier.open(model), HaarConfig.DEFAULTS, ClassicConfig.DEFAULTS);
    }

    /**
     * The classic pipeline in every part of one's own choosing. The caller closes it.
     *
     * @param masks belongs to the pipeline from now on, even if this fails
     */
    public static MaskDetector classic(MaskClassifier masks, HaarConfig haar, ClassicConfig config) throws IOException {
        try {
            return new ClassicMaskDetector(HaarFaceDetector.bundled(haar), masks, config);
        } catch (IOException | RuntimeException e) {
            masks.close();
            throw e;
        }
    }
}
