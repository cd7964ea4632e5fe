package io.github.maskwatch.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.Calibration;
import io.github.maskwatch.metrics.ConfusionMatrix;
import io.github.maskwatch.metrics.Judgement;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartsTest {
    private static Document parse(Drawing drawing) throws Exception {
        return Xml.parse(drawing.file());
    }

    private static int count(Document drawing, String element, String style) {
        int found = 0;
        NodeList all = drawing.getElementsByTagName(element);
        for (int i = 0; i < all.getLength(); i++) {
            found += List.of(((Element) all.item(i)).getAttribute("class").split(" "))
                            .contains(style)
                    ? 1
                    : 0;
        }
        return found;
    }

    @Test
    void aLineHasADotPerEpochAndAGapWhereNothingIsKnown() throws Exception {
        Drawing drawing =
                LineChart.loss("Loss", List.of(new Series("training", "mw-b", List.of(0.7, Double.NaN, 0.5, 0.4))), 4);
        Document svg = parse(drawing);
        assertThat(count(svg, "circle", "mw-dot")).isEqualTo(3);
        String path = ((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d");
        assertThat(path).matches("M[0-9. ]+M[0-9. ]+L[0-9. ]+");
        assertThat(drawing.file()).contains("kept: epoch 4");
    }

    @Test
    void oneEpochIsDrawnToo() throws Exception {
        Document svg = parse(LineChart.share("Accuracy", List.of(new Series("validation", "mw-a", List.of(0.9))), 1));
        assertThat(count(svg, "circle", "mw-dot")).isOne();
    }

    @Test
    void theMatrixShowsEveryCountAndItsShareOfTheRow() throws Exception {
        Drawing drawing = ConfusionChart.draw(ConfusionMatrix.ofCounts(
                List.of(MaskState.WITH_MASK, MaskState.WITHOUT_MASK), new long[][] {{1200, 300}, {0, 0}}));
        Document svg = parse(drawing);
        assertThat(count(svg, "rect", "mw-cell")).isEqualTo(4);
        assertThat(drawing.content()).contains("1\u202f200", "80.0 %", "300", "20.0 %", "1\u202f500 photos");
    }

    @Test
    void reliabilityHasADotPerBinThatIsNotEmpty() throws Exception {
        Calibration calibration = Calibration.of(List.of(
                new Judgement(MaskState.WITH_MASK, new MaskPrediction(0.9, 0.1, 0)),
                new Judgement(MaskState.WITH_MASK, new MaskPrediction(0.6, 0.4, 0))));
        assertThat(count(parse(ReliabilityChart.draw(calibration)), "circle", "mw-dot"))
                .isEqualTo(2);
    }

    @Test
    void whatIsWrittenIsEscaped() throws Exception {
        Drawing drawing = LineChart.share("a < b & \"c\"", List.of(new Series("<script>", "mw-a", List.of(0.5))), 0);
        assertThat(parse(drawing).getElementsByTagName("script").getLength()).isZero();
        assertThat(drawing.inline()).contains("a &lt; b &amp;");
    }

    @Property
    void ticksLieOnTheAxisAndAreRound(
            @ForAll @DoubleRange(min = -10, max = 10) double low,
            @ForAll @DoubleRange(min = 0.02, max = 50) double length) {
        List<Double> ticks = new Scale(low, low + length, 0, 100).ticks(5);
        assertThat(ticks).hasSizeBetween(2, 7).isSorted();
        assertThat(ticks).allSatisfy(tick -> assertThat(tick).isBetween(low - 1e-6, low + length + 1e-6));
    }

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertThat(List.of(0.011, 0.3, 0.2, 1.0, 7.0, 30.0).stream().map(Scale::step))
                .containsExactly(0.02, 0.5, 0.2, 1.0, 10.0, 50.0);
        assertThat(List.of(0.02, 0.5, 1.0, 20.0).stream().map(Scale::decimals)).containsExactly(2, 1, 0, 0);
    }
}
