package io.github.maskwatch.training.quantization;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.calibration.DetectorCalibrator;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.DataHash;
import io.github.maskwatch.training.evaluation.Progress;
import io.github.maskwatch.training.export.DetectorSettings;
import io.github.maskwatch.training.scene.Scene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes a detector's file in eight bits out of one in float32, without training: ranges are measured on training scenes, the working
 * threshold, temperatures and threshold of calling are chosen anew on the validation scenes, and the file is judged on these beside the
 * one that it came from. One thread at a time.
 */
public final class DetectorQuantization {
    private final QuantizationConfig config;
    private final PhotoReader reader;
    private final Probe.Opener probes;
    private final DetectorCalibrator.Opener detectors;

    public DetectorQuantization(
            QuantizationConfig config, PhotoReader reader, Probe.Opener probes, DetectorCalibrator.Opener detectors) {
        this.config = config;
        this.reader = reader;
        this.probes = probes;
        this.detectors = detectors;
    }

    /**
     * @param model the bytes of a file as {@code train --task detect} writes it
     * @param name what messages call it
     * @param training scenes to draw from
     * @param validation scenes to choose and to judge on
     * @param progress told of the photos of one pass after the other
     * @throws QuantizationRefusedException one line, if this is no detector in float32, or if a mean average precision would fall by more than the
     *     configuration allows
     * @throws IOException one line, if none of the photos to measure on can be read, or a file not be opened
     */
    public QuantizedDetector run(
            byte[] model, String name, List<Scene> training, List<Scene> validation, Progress progress)
            throws IOException {
        FloatDetector source = FloatDetector.parse(model, name);
        List<BrokenPhoto> leftOut = new ArrayList<>();
        List<Scene> drawn = drawn(training, leftOut);
        Measured measured = measure(source, drawn, progress);
        Map<String, String> origin = Map.of(
                "maskwatch.source_hash",
                DataHash.of(model),
                "maskwatch.quantization",
                "ranges " + config.ranges().id() + ", " + drawn.size() + " scenes, seed " + config.seed());
        DetectorSettings open = source.uncalibrated();
        DetectorCalibrator calibrator = new DetectorCalibrator(reader, detectors);
        byte[] raw = measured.quantize(open, origin);
        DetectorCalibrator.Calibrated after = calibrator.run(raw, name, open, validation, progress);
        leftOut.addAll(after.broken());
        QuantizedDetector quantized = new QuantizedDetector(
                after.file(raw, name),
                DataHash.of(model),
                after.choice(),
                calibrator.run(model, name, open, validation, progress).judged(),
                after.judged(),
                drawn.size(),
                leftOut);
        quantized.requireAccuracy(config.mostLost());
        return quantized;
    }

    /** As many as are wanted of those whose photo can be read. */
    private List<Scene> drawn(List<Scene> scenes, List<BrokenPhoto> leftOut) throws IOException {
        List<Scene> shuffled = new ArrayList<>(scenes);
        Collections.shuffle(shuffled, new Random(config.seed()));
        List<Scene> drawn = new ArrayList<>();
        for (int i = 0; i < shuffled.size() && drawn.size() < config.scenes(); i++) {
            Scene scene = shuffled.get(i);
            try {
                reader.read(scene.photo());
                drawn.add(scene);
            } catch (IOException e) {
                leftOut.add(BrokenPhoto.of(scene.photo(), e));
            }
        }
        if (drawn.isEmpty()) {
            throw new IOException(
                    "nothing to measure on: none of the photos to train on can be read, such as " + leftOut.get(0));
        }
        return drawn;
    }

    /** All that a file is written from. */
    private record Measured(FloatDetector detector, Map<String, ChannelValues> seen, Map<String, ValueRange> ranges) {

        byte[] quantize(DetectorSettings settings, Map<String, String> origin) {
            return Quantizer.quantize(detector, seen, ranges, settings, origin);
        }
    }

    private Measured measure(FloatDetector source, List<Scene> scenes, Progress progress) throws IOException {
        Calibration calibration = new Calibration(pictures(scenes), progress);
        Map<String, ChannelValues> seen;
        try (Probe probe = probes.open(source.measuring())) {
            seen = calibration.channels(probe, source.channels());
        }
        ChannelEqualization.Equalized equalized = ChannelEqualization.equalize(source, seen);
        try (Probe probe = probes.open(equalized.detector().measuring())) {
            return new Measured(
                    equalized.detector(),
                    equalized.seen(),
                    calibration.ranges(probe, equalized.seen(), config.ranges()));
        }
    }

    private Calibration.Pictures pictures(List<Scene> scenes) {
        return new Calibration.Pictures() {
            @Override
            public int count() {
                return scenes.size();
            }

            @Override
            public Image read(int index) throws IOException {
                return reader.read(scenes.get(index).photo());
            }
        };
    }
}
