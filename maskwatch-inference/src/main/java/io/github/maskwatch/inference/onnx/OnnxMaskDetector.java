package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.OrtException;
import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Faces and their masks in one pass of one network, out of an ONNX file that a training run wrote: the frame is resized, goes through
 * the network, the cells that are surely enough a face are decoded ({@link Candidates}), of those that overlap the surest is kept
 * ({@link Suppression}), and the rest is cut to the frame. A state that is not recognised surely enough is not called
 * ({@link CallThresholds}).
 *
 * <p>The network takes {@code image}, NCHW float32 [batch, 3, height, width], R G B, 0–255, sides multiples of 32, and gives
 * {@code level8}, {@code level16} and {@code level32}, float32 [batch, 8, height / stride, width / stride].
 *
 * <p>It owns native memory until it is closed, and keeps what depends on the size of a frame until one of another size comes. One
 * thread at a time.
 */
public final class OnnxMaskDetector implements MaskDetector {
    private static final int PROBE_SIDE = 64;
    /** That of a score of .03: below it nearly every cell is a candidate, and none is a face. */
    private static final double LEAST_LOGIT = Math.log(0.03 / 0.97);

    private final ModelSession model;
    private final DetectorDescription description;
    private final int side;
    private final double leastLogit;
    private final Candidates candidates;
    private final Suppression suppression;
    private @Nullable FramePass pass;
    private boolean closed;

    private OnnxMaskDetector(ModelSession model, DetectorDescription description, DetectorConfig config) {
        this.model = model;
        this.description = description;
        Integer ownSide = config.side();
        side = ownSide == null ? description.side() : ownSide;
        Double floor = config.scoreFloor();
        double score = floor == null ? description.faceThreshold() : floor;
        leastLogit = score == 0
                ? Double.NEGATIVE_INFINITY
                : Math.max(description.scores().logitAt(score), LEAST_LOGIT);
        candidates = new Candidates(model.name(), description.scores());
        suppression = new Suppression(description.suppressionIou());
    }

    /** With {@link DetectorConfig#DEFAULTS}. */
    public static OnnxMaskDetector open(Path file) throws IOException {
        return open(file, DetectorConfig.DEFAULTS);
    }

    /**
     * @throws ModelFormatException if the file is there but is not such a detector, or is damaged
     * @throws IOException if it cannot be read, or ONNX Runtime does not load on this machine
     */
    public static OnnxMaskDetector open(Path file, DetectorConfig config) throws IOException {
        return open(ModelSession.read(file, "detector"), file.toString(), config);
    }

    /**
     * From the bytes of an ONNX file.
     *
     * @param name what messages call the model
     * @throws ModelFormatException if the bytes are not such a detector
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static OnnxMaskDetector open(byte[] model, String name, DetectorConfig config) throws IOException {
        DetectorDescription description = DetectorDescription.of(OnnxFile.metadata(model, name), name);
        ModelSession session = ModelSession.open(model, name, config.threads());
        try {
            DetectorGraph.require(session.session(), name);
            OnnxMaskDetector detector = new OnnxMaskDetector(session, description, config);
            detector.probe();
            return detector;
        } catch (OrtException e) {
            session.close();
            throw session.refused(e);
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /**
     * Whether a detector in eight bits is the faster one on this machine; found out once, by one product.
     *
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static boolean isFastInEightBits() throws IOException {
        OnnxRuntime.environment();
        return !EightBitProducts.runOver();
    }

    /** A network that answers with something else than numbers is found out now, not in front of the camera. */
    private void probe() throws ModelFormatException, OrtException {
        try (FramePass probe = new FramePass(model, Image.filled(PROBE_SIDE, PROBE_SIDE, 0x727272), PROBE_SIDE)) {
            probe.run(Image.filled(PROBE_SIDE, PROBE_SIDE, 0x727272));
            for (int stride : DetectorDescription.STRIDES) {
                FloatBuffer values = probe.output(stride);
                for (int i = 0; i < values.capacity(); i++) {
                    if (!Float.isFinite(values.get(i))) {
                        throw new ModelFormatException(model.name() + ": the network must give numbers, got "
                                + values.get(i) + " in " + DetectorGraph.output(stride) + "; train or export it again");
                    }
                }
            }
        }
    }

    /** What the file says about itself. */
    public DetectorDescription description() {
        return description;
    }

    /** The model's own threshold, also where the {@link DetectorConfig#scoreFloor} lets it offer others below. */
    @Override
    public double workingScore() {
        return description.faceThreshold();
    }

    /** Longer side to which a frame is brought, px. */
    public int side() {
        return side;
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException over a {@link ModelFormatException} if the network gives something other than numbers
     */
    @Override
    public List<MaskedFace> detect(Image image) {
        return found(image, current -> current.run(image));
    }

    /**
     * What it finds in the picture turned left for right; the boxes are those of the picture as it is.
     *
     * @throws UncheckedIOException as {@link #detect}
     */
    public List<MaskedFace> detectMirrored(Image image) {
        return mirrored(found(image, current -> current.runMirrored(image)), image.width());
    }

    /**
     * What it finds in the picture, and then what in the picture turned left for right, for less than both cost by themselves.
     *
     * @throws UncheckedIOException as {@link #detect}
     */
    public List<List<MaskedFace>> detectBothWays(Image image) {
        List<MaskedFace> asItIs = detect(image);
        return List.of(asItIs, mirrored(found(image, FramePass::runMirrored), image.width()));
    }

    private static List<MaskedFace> mirrored(List<MaskedFace> faces, int width) {
        return faces.stream()
                .map(face -> new MaskedFace(
                        new Face(face.face().box().mirror(width), face.face().score()),
                        face.prediction(),
                        face.called()))
                .toList();
    }

    /** One way to show the network a frame. */
    @FunctionalInterface
    private interface Showing {
        void show(FramePass pass) throws ModelFormatException;
    }

    private List<MaskedFace> found(Image image, Showing showing) {
        if (closed) {
            throw new IllegalStateException("the detector is closed");
        }
        try {
            FramePass current = passFor(image);
            showing.show(current);
            current.collect(candidates, leastLogit);
        } catch (OrtException e) {
            throw new UncheckedIOException(model.refused(e));
        } catch (ModelFormatException e) {
            throw new UncheckedIOException(e);
        }
        int count = suppression.apply(candidates);
        List<MaskedFace> faces = new ArrayList<>(count);
        for (int rank = 0; rank < count; rank++) {
            faces.add(face(suppression.kept(rank)));
        }
        return List.copyOf(faces);
    }

    /**
     * What the network itself says of a picture in its own size: eight numbers a cell, levels by stride, each row by row. For holding it
     * against the network that it was written from.
     *
     * @throws UncheckedIOException as {@link #detect}
     */
    public float[] rows(Image image) {
        if (closed) {
            throw new IllegalStateException("the detector is closed");
        }
        try (FramePass asItIs = new FramePass(model, image, Math.max(image.width(), image.height()))) {
            asItIs.run(image);
            return asItIs.outputRows();
        } catch (OrtException e) {
            throw new UncheckedIOException(model.refused(e));
        } catch (ModelFormatException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FramePass passFor(Image image) throws OrtException {
        FramePass current = pass;
        if (current == null || !current.takes(image)) {
            if (current != null) {
                current.close();
                pass = null;
            }
            current = new FramePass(model, image, side);
            pass = current;
        }
        return current;
    }

    private MaskedFace face(int i) {
        Box box = Box.ofCorners(candidates.left[i], candidates.top[i], candidates.right[i], candidates.bottom[i]);
        MaskPrediction prediction = description.temperatures().apply(softmax(candidates.logits, i * Candidates.STATES));
        return description.callThresholds().call(new MaskedFace(new Face(box, candidates.score[i]), prediction));
    }

    private static MaskPrediction softmax(float[] logits, int first) {
        double largest = Math.max(logits[first], Math.max(logits[first + 1], logits[first + 2]));
        double with = Math.exp(logits[first] - largest);
        double without = Math.exp(logits[first + 1] - largest);
        double incorrectly = Math.exp(logits[first + 2] - largest);
        double sum = with + without + incorrectly;
        return new MaskPrediction(with / sum, without / sum, incorrectly / sum);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        FramePass last = pass;
        try (model) {
            if (last != null) {
                last.close();
            }
        }
    }
}
