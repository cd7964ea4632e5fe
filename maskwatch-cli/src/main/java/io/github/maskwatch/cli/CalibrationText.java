package io.github.maskwatch.cli;

import io.github.maskwatch.metrics.detection.CallThreshold;
import io.github.maskwatch.metrics.detection.DetectorCalibration;
import io.github.maskwatch.metrics.detection.DetectorChoice;
import java.util.Locale;

/** What was chosen for a detector, in words. */
final class CalibrationText {
    private CalibrationText() {}

    /** What was chosen and what it comes to, in some sentences. */
    static String of(DetectorChoice choice) {
        DetectorCalibration calibration = choice.calibration();
        CallThreshold calls = calibration.calls();
        if (calibration.faces() == 0) {
            return "No face was found in the validation scenes, so that nothing is calibrated and no state is ever called.";
        }
        return String.format(
                Locale.ROOT,
                "Chosen on the validation scenes: a face is as probable as its score says along a curve of slope %.3f and shift %.3f, and is shown from %.2f on. Of the %d found so: temperatures %.2f, %.2f, %.2f (calibration error %.3f before, %.3f after);"
                        + " %s.",
                choice.scores().slope(),
                choice.scores().shift(),
                choice.faceThreshold(),
                calibration.faces(),
                calibration.temperatures().withMask(),
                calibration.temperatures().withoutMask(),
                calibration.temperatures().wornIncorrectly(),
                calibration.before().error(),
                calibration.after().error(),
                calls(calls));
    }

    private static String calls(CallThreshold calls) {
        if (calls.called() == 0) {
            return "no state is ever called, because even of the surest too many were wrong";
        }
        return String.format(
                Locale.ROOT,
                "a state is called where face score times its probability is %.3f or more, which calls %.1f %% of them, and %.1f %% of these wrongly (%s)",
                calls.threshold(),
                100 * calls.coverage().value(),
                100 * calls.risk().value(),
                calls.guaranteed()
                        ? String.format(
                                Locale.ROOT,
                                "at most %.1f %% with a confidence of %.0f %%, by a test in a fixed sequence",
                                100 * calls.bound(),
                                100 * calls.confidence())
                        : "an empirical choice: so few faces guarantee nothing");
    }
}
