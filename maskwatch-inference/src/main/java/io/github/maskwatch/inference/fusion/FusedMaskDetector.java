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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A detector that shows each picture several times, at several sizes and mirrored, to one network or to several that were trained apart, and makes one answer
 * of what it hears ({@link BoxFusion}): slower by as many times, and better, because the mistakes of the views are not the same ones.
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

    /** A network at one size, and how it is shown a picture. */
    private record Eye(OnnxMaskDetector detector, Way way) {
        Stream<List<MaskedFace>> look(Image picture) {
            return switch (way) {
                case AS_IT_IS -> Stream.of(detector.detect(picture));
                case MIRRORED -> Stream.of(detector.detectMirrored(picture));
                case BOTH -> detector.detectBothWays(picture).stream();
            };
        }
    }

    private enum Way {
        AS_IT_IS,
        MIRRORED,
        BOTH
    }

    private FusedMaskDetector(FusionConfig config, double scoreFloor, List<Eye> eyes) {
        this.config = config;
        this.scoreFloor = scoreFloor;
        this.fusion = new BoxFusion(config.iou());
        this.eyes = List.copyOf(eyes);
    }

    /**
     * From the bytes of ONNX files.
     *
     * @param models one per network that the views name
     * @param name what messages call them
     * @param threads that work on one view, 1–64
     * @param scoreFloor fused faces of at least this score are found, 0–1; null: those of the working threshold
     * @throws io.github.maskwatch.inference.format.ModelFormatException if the bytes are no detector
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static FusedMaskDetector open(
            List<byte[]> models, String name, FusionConfig config, int threads, @Nullable Double scoreFloor)
            throws IOException {
        if (models.size() != config.networks()) {
            throw new IllegalArgumentException(
                    "wanted " + config.networks() + " networks, as the views name them, got " + models.size());
        }
        List<Eye> eyes = new ArrayList<>();
        try {
            for (View view : config.views()) {
                boolean both = config.views().contains(view.turned());
                if (!both || !view.mirrored()) {
                    DetectorConfig single = new DetectorConfig(threads, view.side(), VIEW_FLOOR);
                    Way way = both ? Way.BOTH : view.mirrored() ? Way.MIRRORED : Way.AS_IT_IS;
                    eyes.add(new Eye(OnnxMaskDetector.open(models.get(view.network()), name, single), way));
                }
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
        List<List<MaskedFace>> views =
                eyes.stream().flatMap(eye -> eye.look(image)).toList();
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
