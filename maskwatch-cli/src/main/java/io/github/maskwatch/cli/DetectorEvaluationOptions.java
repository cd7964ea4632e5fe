package io.github.maskwatch.cli;

import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What only the evaluation of a detector has. */
final class DetectorEvaluationOptions {
    private static final int LEAST_SIDE = 32;
    private static final int MOST_SIDE = 4096;

    @Option(
            names = {"--detect-size", "--resize"},
            paramLabel = "PX",
            converter = Side.class,
            description =
                    "A photo is brought to this longer side, px, before the detector looks at it, or auto for what the"
                            + " model was made for. Default: auto.")
    @Nullable
    DetectSize detectSize;

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description = "Least face score of the figures at work, 0 to 1. Default: the model's own.")
    @Nullable
    Double threshold;

    @Option(
            names = "--classes",
            paramLabel = "2|3",
            description =
                    "Classes in a .json that --output names: 2, where a mask worn incorrectly counts as without mask, or 3."
                            + " Default: as many as the annotations tell.")
    @Nullable
    Integer classes;

    @Option(
            names = "--choose",
            description =
                    "Also tell what would be chosen on these photos: the working threshold, temperatures (beside those that the"
                            + " detector has) and from which probability on a state is called. Not for a test set.")
    boolean choose;

    /** Any side that a network can take. */
    static final class Side implements ITypeConverter<DetectSize> {
        @Override
        public DetectSize convert(String value) {
            String word = value.strip().toLowerCase(Locale.ROOT);
            if (word.equals("auto")) {
                return DetectSize.AUTO;
            }
            if (word.matches("\\d{1,5}")) {
                int side = Integer.parseInt(word);
                if (side >= LEAST_SIDE && side <= MOST_SIDE) {
                    return new DetectSize(side);
                }
            }
            throw new TypeConversionException(
                    "wanted: " + LEAST_SIDE + " to " + MOST_SIDE + " px, or auto, got '" + value + "'");
        }
    }

    @Nullable
    Integer side() {
        return detectSize == null ? null : detectSize.side();
    }

    boolean threeClasses(DetectionEvaluation evaluation) {
        return classes == null ? evaluation.tellsThree() : classes == 3;
    }

    void requireUnused() throws Failure {
        if (detectSize != null || threshold != null || classes != null || choose) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "--detect-size, --threshold, --classes and --choose are of detectors, and this model is a classifier; leave them out");
        }
    }

    void require() throws Failure {
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw new Failure(ExitCode.WRONG_USE, "--threshold: wanted 0 to 1, got " + threshold);
        }
        if (classes != null && classes != 2 && classes != 3) {
            throw new Failure(ExitCode.WRONG_USE, "--classes: wanted 2 or 3, got " + classes);
        }
    }
}
