package io.github.maskwatch.monitor.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import java.awt.Color;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private final Overlay overlay = new Overlay(StrokeLettering.builtIn());

    @Property(tries = 200)
    void anyPictureAndAnyMarksCanBeDrawn(
            @ForAll @IntRange(min = 1, max = 400) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll long seed) {
        Random random = new Random(seed);
        Image picture = Image.filled(width, height, random.nextInt(0x1000000));
        List<Verdict> verdicts = List.of(Verdict.values());
        List<Mark> marks = random.ints(random.nextInt(8), 0, verdicts.size())
                .mapToObj(v -> new Mark(
                        new Box(
                                random.nextDouble() * 600 - 100,
                                random.nextDouble() * 500 - 100,
                                random.nextDouble() * 200,
                                random.nextDouble() * 200),
                        verdicts.get(v),
                        random.nextDouble()))
                .toList();
        Caption caption = new Caption("Demonstration", List.of("25.0 fps", "3 faces"), seed % 2 == 0 ? "Lost" : "");
        Image drawn = overlay.draw(picture, marks, caption);
        assertThat(drawn.width()).isEqualTo(width);
        assertThat(drawn.height()).isEqualTo(height);
    }

    @Test
    void nothingToDrawChangesNothing() {
        Image picture = Image.filled(320, 240, 0x336699);
        assertThat(overlay.draw(picture, List.of(), Caption.NONE)).isEqualTo(picture);
    }

    @Test
    void theBoxesLineHasItsVerdictsColour() {
        Image drawn = overlay.draw(
                Image.filled(640, 480, 0xffffff),
                List.of(new Mark(new Box(200, 150, 200, 200), Verdict.WITHOUT_MASK, 0.9)),
                Caption.NONE);
        assertThat(drawn.at(200, 250)).isEqualTo(Verdict.WITHOUT_MASK.color());
        assertThat(drawn.at(300, 250)).as("the face itself").isEqualTo(0xffffff);
    }

    @Test
    void everyStateHasAVerdictOfItsOwnColourAndSign() {
        assertThat(List.of(MaskState.values()))
                .extracting(state -> Verdict.of(state))
                .doesNotHaveDuplicates();
        assertThat(Verdict.values()).extracting(Verdict::sign).doesNotHaveDuplicates();
        assertThat(Verdict.values()).extracting(Verdict::id).doesNotHaveDuplicates();
    }

    @Test
    void aFaceThatIsNotCalledIsOneThatCannotBeTold() {
        Face face = new Face(new Box(0, 0, 9, 9), 0.7f);
        MaskPrediction prediction = new MaskPrediction(0.61, 0.3, 0.09);
        assertThat(Mark.of(new MaskedFace(face, prediction)).text()).isEqualTo("with mask 61%");
        assertThat(Mark.of(new MaskedFace(face, prediction, false)).text()).isEqualTo("cannot tell");
    }

    /** Its colour is that of a mask worn incorrectly, so its line has gaps. */
    @Test
    void theBoxOfAFaceThatCannotBeToldIsDashed() {
        Image white = Image.filled(640, 480, 0xffffff);
        Box box = new Box(200, 150, 200, 200);
        for (Verdict verdict : Verdict.values()) {
            Image drawn = overlay.draw(white, List.of(new Mark(box, verdict, 0.9)), Caption.NONE);
            long coloured = IntStream.range(160, 340)
                    .filter(y -> drawn.at(200, y) == verdict.color())
                    .count();
            assertThat(coloured).as(verdict.label()).isBetween(60L, verdict == Verdict.CANNOT_TELL ? 150L : 180L);
            assertThat(coloured == 180).isEqualTo(verdict != Verdict.CANNOT_TELL);
        }
    }

    @Test
    void labelsCanBeReadOnTheirPlates() {
        for (Verdict verdict : Verdict.values()) {
            Color text = Contrast.blackOrWhite(verdict.color());
            assertThat(Contrast.ratio(verdict.color(), text.getRGB() & 0xffffff))
                    .as(verdict.label() + ": WCAG AA")
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void noProbabilityIsCalledCertain() {
        Box box = new Box(0, 0, 9, 9);
        assertThat(new Mark(box, Verdict.WITH_MASK, 1).text()).isEqualTo("with mask 99%");
        assertThat(new Mark(box, Verdict.WORN_INCORRECTLY, 0.555).text()).isEqualTo("worn incorrectly 56%");
    }

    @Test
    void theBuiltInLettersCoverWhatMaskwatchWrites() {
        StrokeLettering letters = StrokeLettering.builtIn();
        for (char c = ' '; c <= '~'; c++) {
            assertThat(letters.has(c)).as("letter " + c).isTrue();
        }
        assertThat(letters.has('·')).isTrue();
        assertThat(letters.width("", 10)).isZero();
        assertThatCode(() -> letters.width("面", 10)).doesNotThrowAnyException();
    }

    @Test
    void theMachinesLettersOrTheBuiltInOnesAlwaysExist() {
        assertThat(Lettering.available().width("mask", 20)).isBetween(20.0, 100.0);
    }
}
