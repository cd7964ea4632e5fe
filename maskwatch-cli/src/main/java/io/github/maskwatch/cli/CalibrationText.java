package io.github.maskwatch.cli;

import io.github.maskwatch.metrics.detection.CallThreshold;
import io.github.maskwatch.metrics.detection.DetectorCalibration;
import java.util.Locale;

/** A calibration in words. */
final class CalibrationText {
    private CalibrationText() {}

    /** What was chosen and what it comes to, in two sentences. */
    static String of(DetectorCalibration calibration) {
        CallThreshold calls = calibration.calls();
        if (calibration.faces() == 0) {
            return "No face was found in the validation scenes, so that nothing is calibrated and no state is ever called.";
        }
        return String.format(
                Locale.ROOT,
                "Chosen on the %d faces found in the validation scenes: temperatures %.2f, %.2f, %.2f (calibration error %.3f before, %.3f after);"
                        + " a state is called where face score times its probability is %.3f or more, which calls %.1f %% of them, and %.1f %% of these wrongly (%s).",
                calibration.faces(),
                calibration.temperatures().withMask(),
                calibration.temperatures().withoutMask(),
                calibration.temperatures().wornIncorrectly(),
                calibration.before().error(),
                calibration.after().error(),
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
