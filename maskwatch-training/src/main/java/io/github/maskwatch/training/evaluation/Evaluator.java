package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Example;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Judges classifiers on sets of photos, with the shortcut baselines beside them. Same photos and seed, same result. */
public final class Evaluator {
    /** So many photos are enough for a baseline, and soon read. */
    private static final int MOST_TO_LEARN = 4000;

    private final PhotoJudge judge;
    private final long seed;
    private final boolean baselines;

    /**
     * @param seed of the baselines' forests and folds
     * @param baselines whether to fit them; they take some seconds
     */
    public Evaluator(PhotoReader reader, long seed, boolean baselines) {
        this.judge = new PhotoJudge(reader);
        this.seed = seed;
        this.baselines = baselines;
    }

    /**
     * Shows the set to the classifier.
     *
     * @param model the classifier's name, for people
     * @throws IOException one line, if no photo with or without mask could be read
     */
    public Evaluation evaluate(String model, MaskClassifier classifier, EvaluationSet set, Progress progress)
            throws IOException {
        PhotoJudge.Judged judged = judge.judge(set.examples(), classifier, progress);
        if (judged.photos().stream().allMatch(photo -> photo.judgement().truth() == MaskState.WORN_INCORRECTLY)) {
            throw new IOException(
                    set.description() + ": none of its " + set.examples().size()
                            + " photos is labelled with_mask or without_mask and can be read, so there is nothing to judge"
                            + judged.broken().stream()
                                    .findFirst()
                                    .map(broken -> "; the first broken one: " + broken.photo() + ": " + broken.reason())
                                    .orElse(""));
        }
        return new Evaluation(
                model,
                classifier.states(),
                set.description(),
                judged.photos(),
                judged.broken(),
                baselines ? baselines(judged, set.training()) : List.of());
    }

    private List<Baseline> baselines(PhotoJudge.Judged judged, List<Example> training) {
        ShortcutBaselines shortcuts = new ShortcutBaselines(seed);
        List<Glimpse> asked = judged.photos().stream().map(JudgedPhoto::glimpse).toList();
        if (!training.isEmpty()) {
            List<Glimpse> learned = judge.glimpse(sample(training));
            List<Baseline> trained =
                    shortcuts.trained(learned, asked, learned.size() + " photos of the set's train split");
            if (!trained.isEmpty()) {
                return trained;
            }
        }
        return shortcuts.crossValidated(asked);
    }

    private List<Example> sample(List<Example> training) {
        if (training.size() <= MOST_TO_LEARN) {
            return training;
        }
        List<Example> shuffled = new ArrayList<>(training);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.subList(0, MOST_TO_LEARN);
    }
}
