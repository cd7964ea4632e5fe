package io.github.maskwatch.metrics;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.util.List;

/**
 * What is asked of a model in an evaluation. An accuracy without its question cannot be compared with another one.
 *
 * <p>The questions with two answers fold the prediction: the probability of "worn incorrectly" is added to that of "without mask",
 * and the larger of the two sums is what is said. So a model of three classes and one of two can be compared.
 */
public enum MaskQuestion {
    /** With or without: photos labelled "worn incorrectly" are left out. The headline figure of every model. */
    WITH_OR_WITHOUT(
            "photos labelled with_mask or without_mask; the answer is the larger of p(with_mask) and"
                    + " p(without_mask) + p(mask_worn_incorrectly)",
            2),
    /** With or without, where a mask worn incorrectly counts as none. */
    INCORRECT_COUNTS_AS_WITHOUT(
            "all photos, those labelled mask_worn_incorrectly counting as without_mask; the answer is the larger of"
                    + " p(with_mask) and p(without_mask) + p(mask_worn_incorrectly)",
            2),
    /** All three states, the most probable one is the answer. */
    THREE_STATES("all photos, three classes; the answer is the most probable class", 3);

    private final String definition;
    private final int states;

    MaskQuestion(String definition, int states) {
        this.definition = definition;
        this.states = states;
    }

    /** Which photos are counted and what the answer is, in words. */
    public String definition() {
        return definition;
    }

    /** The possible answers. */
    public List<MaskState> states() {
        return List.of(MaskState.values()).subList(0, states);
    }

    /** The judgements that this question counts, folded as it folds them. */
    public List<Judgement> ask(List<Judgement> judgements) {
        return judgements.stream().filter(this::counts).map(this::fold).toList();
    }

    /** Whether an example counts. */
    public boolean counts(Judgement judgement) {
        return this != WITH_OR_WITHOUT || judgement.truth() != MaskState.WORN_INCORRECTLY;
    }

    private Judgement fold(Judgement judgement) {
        if (this == THREE_STATES) {
            return judgement;
        }
        MaskState truth = judgement.truth() == MaskState.WITH_MASK ? MaskState.WITH_MASK : MaskState.WITHOUT_MASK;
        MaskPrediction given = judgement.prediction();
        return new Judgement(
                truth, new MaskPrediction(given.withMask(), given.withoutMask() + given.wornIncorrectly(), 0));
    }

    /** The figures of the judgements under this question. */
    public EvaluationReport report(List<Judgement> judgements) {
        return EvaluationReport.of(states(), ask(judgements));
    }
}
