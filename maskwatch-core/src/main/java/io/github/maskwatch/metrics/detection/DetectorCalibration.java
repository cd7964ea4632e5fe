package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.Temperatures;
import io.github.maskwatch.metrics.Calibration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How sure a detector may sound, and from which probability on it should call a state; to be fitted on a validation set.
 *
 * @param temperatures one per state, or one for all where some state has fewer than {@value #LEAST_FACES} faces
 * @param calls the least calibrated probability for all states together, such that at most 2 % of the called are wrong; whether that is
 *     guaranteed with 95 % confidence or only so on these faces is told in it
 * @param before how often it was right against how sure it was
 * @param after the same with the temperatures
 * @param lossBefore mean negative log likelihood of the true states, nats per face; NaN without faces
 * @param lossAfter the same with the temperatures
 * @param faces that were found, and so judged
 */
public record DetectorCalibration(
        Temperatures temperatures,
        CallThreshold calls,
        Calibration before,
        Calibration after,
        double lossBefore,
        double lossAfter,
        int faces) {
    /** Of the called faces, so many may be wrong. */
    public static final double RISK = 0.02;

    /** How probable it is at the most that a guarantee does not hold. */
    public static final double DOUBT = 0.05;

    private static final int LEAST_FACES = 30;

    /**
     * Fits what the detector said of the faces that it found.
     *
     * @param validation answers without any temperature
     * @param faceThreshold the working threshold on the face score, 0–1
     */
    public static DetectorCalibration fit(List<JudgedScene> validation, double faceThreshold) {
        List<FacePair> pairs = WorkingPoint.of(validation, faceThreshold).pairs();
        Temperatures temperatures = Stream.of(MaskState.values()).allMatch(state -> hasEnough(pairs, state))
                ? TemperatureFit.perState(pairs)
                : TemperatureFit.common(pairs);
        List<FacePair> calibrated =
                pairs.stream().map(pair -> pair.calibrated(temperatures)).toList();
        return new DetectorCalibration(
                temperatures,
                new SelectiveClassification(RISK, DOUBT).choose(Call.of(calibrated)),
                calibration(pairs),
                calibration(calibrated),
                TemperatureFit.loss(pairs, Temperatures.NONE),
                TemperatureFit.loss(pairs, temperatures),
                pairs.size());
    }

    private static boolean hasEnough(List<FacePair> pairs, MaskState state) {
        return pairs.stream().filter(pair -> pair.truth().state() == state).count() >= LEAST_FACES;
    }

    private static Calibration calibration(List<FacePair> pairs) {
        return Calibration.of(pairs.stream().map(FacePair::judgementAsTold).toList());
    }
}
