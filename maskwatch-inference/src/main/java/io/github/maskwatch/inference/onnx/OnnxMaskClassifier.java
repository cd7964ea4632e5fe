package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A mask classifier out of an ONNX file that a training run wrote. The network takes {@code image}, NCHW float32 [batch, 3 or 1,
 * height, width], 0–255, and gives {@code probabilities}, float32 [batch, classes]; scaling and softmax are inside, and the file's
 * metadata tell classes, size and colour ({@link ClassifierDescription}).
 *
 * <p>It owns native memory until it is closed. One thread at a time.
 */
public final class OnnxMaskClassifier implements MaskClassifier {
    /** A softmax in float32 misses 1 by some 1e-7; a network whose answers miss it by more than this has none. */
    private static final double SUM_TOLERANCE = 1e-3;

    private final ModelSession model;
    private final ClassifierDescription description;
    private final CropBatch batch;
    private final int batchSize;
    private boolean closed;

    private OnnxMaskClassifier(ModelSession model, ClassifierDescription description, int batchSize) {
        this.model = model;
        this.description = description;
        this.batchSize = batchSize;
        batch = new CropBatch(description, batchSize);
    }

    /** With {@link OnnxConfig#DEFAULTS}. */
    public static OnnxMaskClassifier open(Path file) throws IOException {
        return open(file, OnnxConfig.DEFAULTS);
    }

    /**
     * @throws ModelFormatException if the file is there but is not such a classifier, or is damaged
     * @throws IOException if it cannot be read, or ONNX Runtime does not load on this machine
     */
    public static OnnxMaskClassifier open(Path file, OnnxConfig config) throws IOException {
        return open(ModelSession.read(file, "classifier"), file.toString(), config);
    }

    /**
     * From the bytes of an ONNX file.
     *
     * @param name what messages call the model
     * @throws ModelFormatException if the bytes are not such a classifier
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static OnnxMaskClassifier open(byte[] model, String name, OnnxConfig config) throws IOException {
        ClassifierDescription description = ClassifierDescription.of(OnnxFile.metadata(model, name), name);
        ModelSession session = ModelSession.open(model, name, config.threads());
        try {
            ClassifierGraph.require(session.session(), description, name);
            OnnxMaskClassifier classifier = new OnnxMaskClassifier(session, description, config.batchSize());
            classifier.run(List.of(Image.filled(description.width(), description.height(), 0x808080)));
            return classifier;
        } catch (OrtException e) {
            session.close();
            throw session.refused(e);
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** What the file says about itself. */
    public ClassifierDescription description() {
        return description;
    }

    @Override
    public List<MaskState> states() {
        return description.states();
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException over a {@link ModelFormatException} if the network gives something other than probabilities
     */
    @Override
    public List<MaskPrediction> classify(List<Image> crops) {
        if (closed) {
            throw new IllegalStateException("the classifier is closed");
        }
        List<MaskPrediction> predictions = new ArrayList<>(crops.size());
        try {
            for (int from = 0; from < crops.size(); from += batchSize) {
                predictions.addAll(run(crops.subList(from, Math.min(from + batchSize, crops.size()))));
            }
        } catch (ModelFormatException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(predictions);
    }

    private List<MaskPrediction> run(List<Image> crops) throws ModelFormatException {
        batch.clear();
        crops.forEach(batch::add);
        try (OnnxTensor input = OnnxTensor.createTensor(model.environment(), batch.values(), batch.shape());
                OrtSession.Result result = model.session().run(Map.of(ClassifierGraph.INPUT, input))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            int states = description.states().size();
            if (values.remaining() != crops.size() * states) {
                throw new ModelFormatException(model.name() + ": the network gives " + values.remaining()
                        + " values for " + crops.size() + " crops of " + states + " classes; export it again");
            }
            List<MaskPrediction> predictions = new ArrayList<>(crops.size());
            for (int i = 0; i < crops.size(); i++) {
                predictions.add(prediction(values.get(), values.get(), states == 3 ? values.get() : 0));
            }
            return predictions;
        } catch (OrtException e) {
            throw model.refused(e);
        }
    }

    private MaskPrediction prediction(double with, double without, double incorrectly) throws ModelFormatException {
        double sum = with + without + incorrectly;
        // Written so that NaN fails.
        if (!(with >= 0 && without >= 0 && incorrectly >= 0 && Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new ModelFormatException(model.name() + ": the network must give probabilities, got " + with + ", "
                    + without + ", " + incorrectly + "; train or export it again");
        }
        return new MaskPrediction(with / sum, without / sum, incorrectly / sum);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            model.close();
        }
    }
}
