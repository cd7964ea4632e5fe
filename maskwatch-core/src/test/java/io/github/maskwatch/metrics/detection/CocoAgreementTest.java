package io.github.maskwatch.metrics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.metrics.detection.ScoringRules.Answers;
import io.github.maskwatch.metrics.detection.ScoringRules.Ignored;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of pycocotools 2.0.11 on the same drawn scenes (see docs/evaluation.md for how they were made). */
class CocoAgreementTest {
    private static final double TOLERANCE = 1e-8;

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            1 1 MOST_PROBABLE_CLASS AS_FACE 0.417055099 0.168519760 0.417055099
            1 1 MOST_PROBABLE_CLASS AS_CROWD 0.425798192 0.171774420 0.425798192
            1 1 EVERY_CLASS AS_FACE 0.417055099 0.168519760 0.417055099
            1 1 EVERY_CLASS AS_CROWD 0.425798192 0.171774420 0.425798192
            1 2 MOST_PROBABLE_CLASS AS_FACE 0.414603518 0.169881989 0.503142462
            1 2 MOST_PROBABLE_CLASS AS_CROWD 0.423181329 0.171293525 0.515816262
            1 2 EVERY_CLASS AS_FACE 0.408797924 0.165501116 0.504112674
            1 2 EVERY_CLASS AS_CROWD 0.416885422 0.166784847 0.516233928
            1 3 MOST_PROBABLE_CLASS AS_FACE 0.381126065 0.170012631 0.489996196
            1 3 MOST_PROBABLE_CLASS AS_CROWD 0.387361760 0.171420846 0.501679117
            1 3 EVERY_CLASS AS_FACE 0.362109402 0.163815193 0.466110809
            1 3 EVERY_CLASS AS_CROWD 0.367058744 0.164778226 0.477012876
            2 1 MOST_PROBABLE_CLASS AS_FACE 0.338760952 0.147703894 0.338760952
            2 1 MOST_PROBABLE_CLASS AS_CROWD 0.352489733 0.152922646 0.352489733
            2 1 EVERY_CLASS AS_FACE 0.338760952 0.147703894 0.338760952
            2 1 EVERY_CLASS AS_CROWD 0.352489733 0.152922646 0.352489733
            2 2 MOST_PROBABLE_CLASS AS_FACE 0.314014309 0.135966223 0.265542821
            2 2 MOST_PROBABLE_CLASS AS_CROWD 0.326931081 0.140401750 0.271873310
            2 2 EVERY_CLASS AS_FACE 0.305339585 0.131831341 0.255293680
            2 2 EVERY_CLASS AS_CROWD 0.317562519 0.136012668 0.261199634
            2 3 MOST_PROBABLE_CLASS AS_FACE 0.333299723 0.144950151 0.238546165
            2 3 MOST_PROBABLE_CLASS AS_CROWD 0.335741376 0.147871689 0.243546637
            2 3 EVERY_CLASS AS_FACE 0.333984835 0.144366391 0.236612854
            2 3 EVERY_CLASS AS_CROWD 0.336445064 0.147222263 0.241386122
            """)
    void agreesUnderEveryRule(
            long seed, int classes, Answers answers, Ignored ignored, double map50, double map, double first) {
        DetectionQuestion question = List.of(DetectionQuestion.values()).get(classes - 1);
        QuestionScores scores =
                QuestionScores.of(question, DrawnScenes.of(seed, 60), new ScoringRules(answers, ignored));
        assertThat(scores.map50()).isCloseTo(map50, within(TOLERANCE));
        assertThat(scores.map()).isCloseTo(map, within(TOLERANCE));
        assertThat(scores.classes().get(0).ap50()).isCloseTo(first, within(TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            SMALL 0.337853462 0.093190778 0.403988823 0.271718101
            MEDIUM 0.487444626 0.241442511 0.623337029 0.351552223
            LARGE 0.593069307 0.432326733 0.554455446 0.631683168
            """)
    void agreesForFacesOfOneSize(FaceSize size, double map50, double map, double with, double without) {
        QuestionScores scores =
                QuestionScores.of(DetectionQuestion.TWO_CLASSES, DrawnScenes.of(1, 60), ScoringRules.DEFAULTS, size);
        assertThat(scores.map50()).isCloseTo(map50, within(TOLERANCE));
        assertThat(scores.map()).isCloseTo(map, within(TOLERANCE));
        assertThat(scores.classes())
                .extracting(ClassScore::ap50)
                .satisfies(ap -> assertThat(ap.get(0)).isCloseTo(with, within(TOLERANCE)))
                .satisfies(ap -> assertThat(ap.get(1)).isCloseTo(without, within(TOLERANCE)));
    }

    @ParameterizedTest
    @CsvSource({"0,.5", "1,.55", "9,.95"})
    void thresholdsAreThoseOfCoco(int index, double threshold) {
        assertThat(AveragePrecision.IOU_THRESHOLDS.get(index)).isCloseTo(threshold, within(1e-15));
        assertThat(List.copyOf(AveragePrecision.IOU_THRESHOLDS)).isSorted().hasSize(10);
    }
}
