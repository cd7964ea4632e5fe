package io.github.maskwatch.metrics;

import static io.github.maskwatch.mask.MaskState.WITHOUT_MASK;
import static io.github.maskwatch.mask.MaskState.WITH_MASK;
import static io.github.maskwatch.mask.MaskState.WORN_INCORRECTLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
    private static final List<Judgement> FOUR = List.of(
            new Judgement(WITH_MASK, new MaskPrediction(0.8, 0.2, 0)),
            new Judgement(WITH_MASK, new MaskPrediction(0.4, 0.3, 0.3)),
            new Judgement(WITHOUT_MASK, new MaskPrediction(0.1, 0.9, 0)),
            new Judgement(WORN_INCORRECTLY, new MaskPrediction(0.1, 0.3, 0.6)));

    @Provide
    Arbitrary<List<Judgement>> judgements() {
        return JudgementArbitraries.judgements().list().ofMinSize(1).ofMaxSize(80);
    }

    @Test
    void withOrWithoutLeavesOutWhatIsWornIncorrectlyAndFoldsTheAnswer() {
        EvaluationReport report = MaskQuestion.WITH_OR_WITHOUT.report(FOUR);
        assertThat(report.n()).isEqualTo(3);
        // The second is called "without": .3 + .3 is more than .4.
        assertThat(report.accuracy().value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(report.confusion().count(WITH_MASK, WITHOUT_MASK)).isOne();
    }

    @Test
    void incorrectCanCountAsWithout() {
        EvaluationReport report = MaskQuestion.INCORRECT_COUNTS_AS_WITHOUT.report(FOUR);
        assertThat(report.n()).isEqualTo(4);
        assertThat(report.accuracy().value()).isEqualTo(0.75);
    }

    @Test
    void threeStatesTakeTheMostProbable() {
        EvaluationReport report = MaskQuestion.THREE_STATES.report(FOUR);
        assertThat(report.accuracy().value()).isEqualTo(1);
        assertThat(report.classes()).extracting(ClassReport::support).containsExactly(2L, 1L, 1L);
    }

    @Test
    void logLossIsTheMeanNegativeLogarithmOfTheTruth() {
        EvaluationReport report = MaskQuestion.THREE_STATES.report(FOUR);
        double expected = -(Math.log(0.8) + Math.log(0.4) + Math.log(0.9) + Math.log(0.6)) / 4;
        assertThat(report.logLoss()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aProbabilityOfZeroForTheTruthStaysFinite() {
        EvaluationReport report = EvaluationReport.of(
                List.of(WITH_MASK, WITHOUT_MASK), List.of(new Judgement(WITH_MASK, new MaskPrediction(0, 1, 0))));
        assertThat(report.logLoss()).isFinite().isGreaterThan(30);
    }

    @Test
    void calibrationErrorOfACaseCountedByHand() {
        // Ten at .9, nine right: no error. Ten at .7, five right: .2, on half of the examples.
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            judgements.add(new Judgement(i < 9 ? WITH_MASK : WITHOUT_MASK, new MaskPrediction(0.9, 0.1, 0)));
            judgements.add(new Judgement(i < 5 ? WITH_MASK : WITHOUT_MASK, new MaskPrediction(0.7, 0.3, 0)));
        }
        Calibration calibration = Calibration.of(judgements);
        assertThat(calibration.error()).isCloseTo(0.1, within(1e-12));
        assertThat(calibration.bins()).hasSize(15);
        ReliabilityBin bin = calibration.bins().get(10);
        assertThat(bin.n()).isEqualTo(10);
        assertThat(bin.confidence()).isCloseTo(0.7, within(1e-12));
        assertThat(bin.accuracy().value()).isEqualTo(0.5);
    }

    @Test
    void certaintyFallsIntoTheLastBin() {
        Calibration calibration = Calibration.of(List.of(new Judgement(WITH_MASK, new MaskPrediction(1, 0, 0))));
        assertThat(calibration.bins().get(14).n()).isOne();
        assertThat(calibration.error()).isZero();
    }

    @Test
    void nothingSeenIsNothingKnown() {
        EvaluationReport report = MaskQuestion.WITH_OR_WITHOUT.report(List.of());
        assertThat(report.n()).isZero();
        assertThat(report.logLoss()).isNaN();
        assertThat(report.calibration().error()).isNaN();
    }

    @Property
    void binsHoldEveryExampleAndTheErrorIsAShare(@ForAll("judgements") List<Judgement> judgements) {
        EvaluationReport report = MaskQuestion.THREE_STATES.report(judgements);
        assertThat(report.calibration().bins().stream()
                        .mapToLong(ReliabilityBin::n)
                        .sum())
                .isEqualTo(judgements.size());
        assertThat(report.calibration().error()).isBetween(0.0, 1.0);
        assertThat(report.logLoss()).isNotNegative();
    }

    @Property
    void foldingNeverLosesAnExampleThatCounts(@ForAll("judgements") List<Judgement> judgements) {
        long bare = judgements.stream()
                .filter(judgement -> judgement.truth() != WORN_INCORRECTLY)
                .count();
        assertThat(MaskQuestion.WITH_OR_WITHOUT.report(judgements).n()).isEqualTo(bare);
        assertThat(MaskQuestion.INCORRECT_COUNTS_AS_WITHOUT.report(judgements).n())
                .isEqualTo(judgements.size());
    }

    @Property
    void foldingCannotMakeAThreeStateAnswerWrong(@ForAll("judgements") List<Judgement> judgements) {
        for (Judgement judgement : judgements) {
            boolean bareAndSaidSo = judgement.correct() && judgement.truth() != MaskState.WITH_MASK;
            if (bareAndSaidSo
                    && judgement.prediction().withMask()
                            <= judgement.prediction().confidence()) {
                assertThat(MaskQuestion.INCORRECT_COUNTS_AS_WITHOUT
                                .ask(List.of(judgement))
                                .get(0)
                                .correct())
                        .isTrue();
            }
        }
    }
}
