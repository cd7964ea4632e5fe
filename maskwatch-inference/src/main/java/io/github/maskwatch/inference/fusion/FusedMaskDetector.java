package io.github.maskwatch.inference.fusion;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A detector that shows each picture to its network several times, at several sizes and mirrored, and makes one answer of what it
 * hears ({@link BoxFusion}): slower by as many times, and better, because the mistakes of the views are not the same ones.
 *
 * <p>It owns native memory until it is closed. One thread at a time.
 */
public final class FusedMaskDetector implements MaskDetector {
    /** What a view alone thinks less of than this adds nothing that one would see. */
    private static final double VIEW_FLOOR = 0.001;

    private final FusionConfig config;
    private final double scoreFloor;
    private final BoxFusion fusion;
    private final List<Eye> eyes;

    private record Eye(OnnxMaskDetector detector, boolean mirrored) {
        List<MaskedFace> look(Image picture) {
            if (!mirrored) {
                return detector.detect(picture);
            }
            return detector.detect(picture.mirror()).stream()
                    .map(face -> new MaskedFace(
                            new Face(
                                    face.face().box().mirror(picture.width()),
                                    face.face().score()),
                            face.prediction(),
                            face.called()))
                    .toList();
        }
    }

    private FusedMaskDetector(FusionConfig config, double scoreFloor, List<Eye> eyes) {
        this.config = config;
        this.scoreFloor = scoreFloor;
        this.fusion = new BoxFusion(config.iou());
        this.eyes = List.copyOf(eyes);
    }

    /**
     * From the bytes of an ONNX file.
     *
     * @param name what messages call the model
     * @param threads that work on one view, 1–64
     * @param scoreFloor fused faces of at least this score are found, 0–1; null: those of the working threshold
     * @throws io.github.maskwatch.inference.format.ModelFormatException if the bytes are no detector
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static FusedMaskDetector open(
            byte[] model, String name, FusionConfig config, int threads, @Nullable Double scoreFloor)
            throws IOException {
        List<Eye> eyes = new ArrayList<>();
        try {
            for (View view : config.views()) {
                DetectorConfig single = new DetectorConfig(threads, view.side(), VIEW_FLOOR);
                eyes.add(new Eye(OnnxMaskDetector.open(model, name, single), view.mirrored()));
            }
        } catch (IOException | RuntimeException e) {
            eyes.forEach(eye -> eye.detector.close());
            throw e;
        }
        return new FusedMaskDetector(config, scoreFloor == null ? config.faceThreshold() : scoreFloor, eyes);
    }

    /** The views and what is made of them. */
    public FusionConfig config() {
        return config;
    }

    /** That of the configuration, also where it was opened with a lower floor. */
    @Override
    public double workingScore() {
        return config.faceThreshold();
    }

    @Override
    public List<MaskedFace> detect(Image image) {
        List<List<MaskedFace>> views = eyes.stream().map(eye -> eye.look(image)).toList();
        return fusion.fuse(views).stream()
                .map(this::settled)
                .filter(face -> face.face().score() >= scoreFloor)
                .toList();
    }

    private MaskedFace settled(MaskedFace fused) {
        MaskPrediction said = config.temperatures().apply(fused.prediction());
        Face face = new Face(
                fused.face().box(), (float) config.scores().of(fused.face().score()));
        return config.callThresholds().call(new MaskedFace(face, said));
    }

    @Override
    public void close() {
        eyes.forEach(eye -> eye.detector.close());
    }
}
