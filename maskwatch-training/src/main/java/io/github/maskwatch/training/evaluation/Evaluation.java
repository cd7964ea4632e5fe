package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.EvaluationReport;
import io.github.maskwatch.metrics.Judgement;
import io.github.maskwatch.metrics.MaskQuestion;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A classifier judged on a set of photos.
 *
 * @param model its name, for people
 * @param modelStates the states that it can tell, two or three
 * @param set which photos, for people
 * @param photos every photo that could be read
 * @param broken every one that could not
 * @param baselines empty where there were too few photos to fit any, or none were wanted
 */
public record Evaluation(
        String model,
        List<MaskState> modelStates,
        String set,
        List<JudgedPhoto> photos,
        List<BrokenPhoto> broken,
        List<Baseline> baselines) {
    public Evaluation {
        modelStates = List.copyOf(modelStates);
        photos = List.copyOf(photos);
        broken = List.copyOf(broken);
        baselines = List.copyOf(baselines);
    }

    /** With or without mask, photos of masks worn incorrectly left out. */
    public EvaluationReport headline() {
        return MaskQuestion.WITH_OR_WITHOUT.report(judgements());
    }

    /** With or without mask, where masks worn incorrectly count as none; empty if the set has none. */
    public Optional<EvaluationReport> incorrectAsWithout() {
        return hasIncorrect()
                ? Optional.of(MaskQuestion.INCORRECT_COUNTS_AS_WITHOUT.report(judgements()))
                : Optional.empty();
    }

    /** All three states; empty if the set or the model has only two. */
    public Optional<EvaluationReport> threeStates() {
        return hasIncorrect() && modelStates.contains(MaskState.WORN_INCORRECTLY)
                ? Optional.of(MaskQuestion.THREE_STATES.report(judgements()))
                : Optional.empty();
    }

    private boolean hasIncorrect() {
        return photos.stream().anyMatch(photo -> photo.judgement().truth() == MaskState.WORN_INCORRECTLY);
    }

    private List<Judgement> judgements() {
        return photos.stream().map(JudgedPhoto::judgement).toList();
    }

    /** By the shorter side of the photo. */
    public List<Slice> bySize() {
        return Slice.bySize(photos);
    }

    /** By the first part of the file names; empty where it does not look like a source. */
    public List<Slice> bySource() {
        return Slice.bySource(photos);
    }

    /**
     * A warning, in a sentence, if some shortcut makes fewer than twice as many mistakes as the model: the set gives its labels
     * away, or the model has learned little. Empty where none comes so near.
     */
    public Optional<String> shortcutWarning() {
        double model = headline().accuracy().value();
        return baselines.stream()
                .max(Comparator.comparingDouble(Evaluation::accuracy))
                .filter(best -> 1 - accuracy(best) < 2 * (1 - model))
                .map(best -> String.format(
                        Locale.ROOT,
                        "%s alone reaches %.1f %% on these photos, beside the model's %.1f %%: most of that figure can be"
                                + " had without seeing a mask.",
                        best.name(),
                        100 * accuracy(best),
                        100 * model));
    }

    private static double accuracy(Baseline baseline) {
        return baseline.report().accuracy().value();
    }

    /**
     * The photos that were said wrong, those first whose true state got the least probability; with all three states if the model
     * tells three, otherwise with masks worn incorrectly counting as none.
     *
     * @param most at most so many
     */
    public List<Mistake> worstMistakes(int most) {
        MaskQuestion question = modelStates.contains(MaskState.WORN_INCORRECTLY)
                ? MaskQuestion.THREE_STATES
                : MaskQuestion.INCORRECT_COUNTS_AS_WITHOUT;
        return photos.stream()
                .map(photo -> new Mistake(
                        photo.photo(),
                        photo.judgement().truth(),
                        question.ask(List.of(photo.judgement())).get(0)))
                .filter(mistake -> !mistake.judgement().correct())
                .sorted(Comparator.comparingDouble(Mistake::probabilityOfTruth).thenComparing(Mistake::photo))
                .limit(most)
                .toList();
    }
}
