package io.github.maskwatch.training.scene.refine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefinementTest {
    private static final LabelledFace MARKED = new LabelledFace(new Box(10, 10, 40, 50), MaskState.WITHOUT_MASK);
    private final Refinement refinement = new Refinement(RefinementConfig.DEFAULTS);

    private static MaskedFace seen(double score, Box box) {
        return new MaskedFace(new Face(box, (float) score), new MaskPrediction(0.8, 0.1, 0.1));
    }

    @Test
    void sureFacesThatNobodyMarkedAreIgnored() {
        Box other = new Box(100, 10, 40, 50);
        List<LabelledFace> faces = refinement.completed(List.of(MARKED), List.of(seen(0.6, other)));

        assertThat(faces).containsExactly(MARKED, new LabelledFace(other, MaskState.WITH_MASK, true));
    }

    @Test
    void unsureOnesAndThoseThatAreMarkedChangeNothing() {
        assertThat(refinement.completed(
                        List.of(MARKED),
                        List.of(
                                seen(0.9, new Box(12, 12, 40, 50)),
                                seen(0.8, new Box(15, 30, 20, 20)),
                                seen(0.39, new Box(100, 10, 40, 50)))))
                .containsExactly(MARKED);
    }

    @Test
    void theSameFaceIsIgnoredOnce() {
        assertThat(refinement.completed(
                        List.of(), List.of(seen(0.9, new Box(0, 0, 40, 50)), seen(0.5, new Box(5, 5, 40, 50)))))
                .hasSize(1);
    }

    @Test
    void aCloseUpTakesItsStateFromItsFolderAndItsPlaceFromTheDetector() {
        Box box = new Box(20, 20, 80, 100);

        assertThat(refinement.closeUp(
                        MaskState.WORN_INCORRECTLY, 160, List.of(seen(0.9, box), seen(0.42, new Box(120, 0, 20, 20)))))
                .contains(List.of(
                        new LabelledFace(box, MaskState.WORN_INCORRECTLY),
                        new LabelledFace(new Box(120, 0, 20, 20), MaskState.WITH_MASK, true)));
    }

    @Test
    void noneSeveralOrASmallOneIsNoCloseUp() {
        assertThat(refinement.closeUp(MaskState.WITH_MASK, 160, List.of())).isEmpty();
        assertThat(refinement.closeUp(MaskState.WITH_MASK, 160, List.of(seen(0.4, new Box(0, 0, 80, 90)))))
                .isEmpty();
        assertThat(refinement.closeUp(
                        MaskState.WITH_MASK,
                        160,
                        List.of(seen(0.9, new Box(0, 0, 60, 60)), seen(0.6, new Box(80, 0, 60, 60)))))
                .isEmpty();
        assertThat(refinement.closeUp(MaskState.WITH_MASK, 160, List.of(seen(0.9, new Box(0, 0, 30, 60)))))
                .isEmpty();
    }

    @Test
    void refusesSharesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RefinementConfig(-0.1, 0.5, 0.4, 0.2));
        assertThatIllegalArgumentException().isThrownBy(() -> new RefinementConfig(0.3, 1.5, 0.4, 0.2));
    }
}
