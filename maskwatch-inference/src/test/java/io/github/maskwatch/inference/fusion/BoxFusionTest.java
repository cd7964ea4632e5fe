package io.github.maskwatch.inference.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoxFusionTest {
    private static final MaskPrediction WITH = new MaskPrediction(0.9, 0.1, 0);
    private static final MaskPrediction WITHOUT = new MaskPrediction(0.1, 0.9, 0);

    private final BoxFusion fusion = new BoxFusion(0.55);

    private static MaskedFace face(double x, double score, MaskPrediction said) {
        return new MaskedFace(new Face(new Box(x, 10, 100, 100), (float) score), said);
    }

    @Test
    void whatAllViewsSeeKeepsItsScore() {
        List<MaskedFace> fused = fusion.fuse(List.of(List.of(face(0, 0.8, WITH)), List.of(face(0, 0.8, WITH))));
        assertThat(fused).hasSize(1);
        assertThat(fused.get(0).face().box()).isEqualTo(new Box(0, 10, 100, 100));
        assertThat(fused.get(0).face().score()).isCloseTo(0.8f, within(1e-6f));
        assertThat(fused.get(0).prediction().withMask()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void theSurerViewWeighsMore() {
        MaskedFace fused = fusion.fuse(List.of(List.of(face(0, 0.6, WITH)), List.of(face(16, 0.2, WITHOUT))))
                .get(0);
        assertThat(fused.face().box().x()).isCloseTo(4, within(1e-6));
        assertThat(fused.face().score()).isCloseTo(0.4f, within(1e-6f));
        assertThat(fused.prediction().withMask()).isCloseTo(0.7, within(1e-6));
    }

    @Test
    void whatOneViewAloneSeesCountsForLess() {
        List<MaskedFace> fused =
                fusion.fuse(List.of(List.of(face(0, 0.9, WITH), face(300, 0.7, WITH)), List.of(face(2, 0.5, WITH))));
        assertThat(fused).extracting(f -> f.face().score()).containsExactly(0.7f, 0.35f);
    }

    @Test
    void nothingSeenIsNothing() {
        assertThat(fusion.fuse(List.of(List.of(), List.of()))).isEmpty();
    }

    @Property(tries = 200)
    void scoresFallAndBoxesLieAmongThoseTheyComeFrom(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int views) {
        Random random = new Random(seed);
        List<List<MaskedFace>> answers = new ArrayList<>();
        for (int view = 0; view < views; view++) {
            List<MaskedFace> answer = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                double with = random.nextDouble();
                answer.add(face(200 * random.nextDouble(), random.nextFloat(), new MaskPrediction(with, 1 - with, 0)));
            }
            answers.add(answer);
        }
        List<MaskedFace> all = answers.stream().flatMap(List::stream).toList();
        List<MaskedFace> fused = fusion.fuse(answers);
        assertThat(fused).hasSizeLessThanOrEqualTo(all.size());
        assertThat(fused.isEmpty()).isEqualTo(all.isEmpty());
        double last = 1;
        for (MaskedFace face : fused) {
            assertThat((double) face.face().score()).isBetween(0.0, last);
            last = face.face().score();
            assertThat(face.face().box().width()).isCloseTo(100, within(1e-6));
            assertThat(face.face().box().x())
                    .isBetween(
                            all.stream()
                                            .mapToDouble(f -> f.face().box().x())
                                            .min()
                                            .orElseThrow()
                                    - 1e-6,
                            all.stream()
                                            .mapToDouble(f -> f.face().box().x())
                                            .max()
                                            .orElseThrow()
                                    + 1e-6);
        }
    }
}
