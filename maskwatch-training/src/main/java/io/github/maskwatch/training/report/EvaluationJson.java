package io.github.maskwatch.training.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.ClassReport;
import io.github.maskwatch.metrics.ConfusionMatrix;
import io.github.maskwatch.metrics.EvaluationReport;
import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.metrics.MaskQuestion;
import io.github.maskwatch.metrics.ReliabilityBin;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.evaluation.Baseline;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as JSON. At the top stand the figures of the headline question ("accuracy", "n", "interval" and so on); those of
 * the other questions stand below names of their own, and are absent where the set or the model does not answer them. A share of
 * nothing is null.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationJson(
        String model,
        String set,
        List<String> modelClasses,
        @JsonUnwrapped Answer headline,
        @Nullable Answer incorrectAsWithout,
        @Nullable Answer threeClasses,
        List<Part> bySize,
        List<Part> bySource,
        List<Shortcut> baselines,
        @Nullable String shortcutWarning,
        Broken broken) {

    /** A share with its 95 % interval. */
    public record Share(@Nullable Double value, double low, double high) {
        static Share of(Interval interval) {
            return new Share(known(interval.value()), interval.low(), interval.high());
        }
    }

    /** The 95 % interval of the figure beside it. */
    public record Range(double low, double high) {}

    /** The figures of one class. */
    public record OneClass(@JsonProperty("class") String name, long n, Share precision, Share recall, Share f1) {
        static OneClass of(ClassReport report) {
            return new OneClass(
                    report.state().id(),
                    report.support(),
                    Share.of(report.precision()),
                    Share.of(report.recall()),
                    Share.of(report.f1()));
        }
    }

    /** A bin of the reliability diagram. */
    public record Bin(double low, double high, @Nullable Double confidence, Share accuracy, long n) {
        static Bin of(ReliabilityBin bin) {
            return new Bin(bin.low(), bin.high(), known(bin.confidence()), Share.of(bin.accuracy()), bin.n());
        }
    }

    /**
     * All figures of one question.
     *
     * @param confusion counts by the true class, then by the one said
     */
    public record Answer(
            String definition,
            @Nullable Double accuracy,
            Range interval,
            long n,
            Share balancedAccuracy,
            @Nullable Double logLoss,
            @Nullable Double calibrationError,
            List<OneClass> classes,
            Map<String, Map<String, Long>> confusion,
            List<Bin> reliability) {
        static Answer of(MaskQuestion question, EvaluationReport report) {
            return new Answer(
                    question.definition(),
                    known(report.accuracy().value()),
                    new Range(report.accuracy().low(), report.accuracy().high()),
                    report.n(),
                    Share.of(report.balancedAccuracy()),
                    known(report.logLoss()),
                    known(report.calibration().error()),
                    report.classes().stream().map(OneClass::of).toList(),
                    counts(report.confusion()),
                    report.calibration().bins().stream().map(Bin::of).toList());
        }
    }

    /** Photos that have something in common. */
    public record Part(String name, long n, Share accuracy, Share balancedAccuracy) {
        static Part of(Slice slice) {
            return new Part(
                    slice.name(),
                    slice.report().n(),
                    Share.of(slice.report().accuracy()),
                    Share.of(slice.report().balancedAccuracy()));
        }
    }

    /** A baseline that sees no face. */
    public record Shortcut(
            String name, String method, String fittedOn, long n, Share accuracy, Share balancedAccuracy) {
        static Shortcut of(Baseline baseline) {
            return new Shortcut(
                    baseline.name(),
                    baseline.method(),
                    baseline.fittedOn(),
                    baseline.report().n(),
                    Share.of(baseline.report().accuracy()),
                    Share.of(baseline.report().balancedAccuracy()));
        }
    }

    /** Files that could not be read. */
    public record Broken(int count, List<BrokenFile> files) {
        static Broken of(List<BrokenPhoto> photos) {
            return new Broken(
                    photos.size(),
                    photos.stream()
                            .map(photo -> new BrokenFile(photo.photo().toString(), photo.reason()))
                            .toList());
        }
    }

    /** A file that could not be read, and why. */
    public record BrokenFile(String file, String reason) {}

    /** The evaluation as it goes out. */
    public static EvaluationJson of(Evaluation evaluation) {
        return new EvaluationJson(
                evaluation.model(),
                evaluation.set(),
                evaluation.modelStates().stream().map(MaskState::id).toList(),
                Answer.of(MaskQuestion.WITH_OR_WITHOUT, evaluation.headline()),
                answer(MaskQuestion.INCORRECT_COUNTS_AS_WITHOUT, evaluation.incorrectAsWithout()),
                answer(MaskQuestion.THREE_STATES, evaluation.threeStates()),
                evaluation.bySize().stream().map(Part::of).toList(),
                evaluation.bySource().stream().map(Part::of).toList(),
                evaluation.baselines().stream().map(Shortcut::of).toList(),
                evaluation.shortcutWarning().orElse(null),
                Broken.of(evaluation.broken()));
    }

    private static @Nullable Answer answer(MaskQuestion question, Optional<EvaluationReport> report) {
        return report.map(figures -> Answer.of(question, figures)).orElse(null);
    }

    static Map<String, Map<String, Long>> counts(ConfusionMatrix matrix) {
        Map<String, Map<String, Long>> rows = new LinkedHashMap<>();
        for (MaskState truth : matrix.states()) {
            Map<String, Long> row = new LinkedHashMap<>();
            matrix.states().forEach(said -> row.put(said.id(), matrix.count(truth, said)));
            rows.put(truth.id(), row);
        }
        return rows;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** One JSON object, indented, without a line end behind it. */
    public String text() {
        return JsonText.of(this);
    }
}
