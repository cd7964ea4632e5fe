package io.github.maskwatch.metrics;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any judgement that can be. */
final class JudgementArbitraries {
    private JudgementArbitraries() {}

    static Arbitrary<Judgement> judgements() {
        Arbitrary<Double> weight = Arbitraries.doubles().between(0.01, 1);
        Arbitrary<MaskPrediction> predictions = Combinators.combine(weight, weight, weight)
                .as((a, b, c) -> new MaskPrediction(a / (a + b + c), b / (a + b + c), c / (a + b + c)));
        return Combinators.combine(Arbitraries.of(MaskState.class), predictions).as(Judgement::new);
    }
}
