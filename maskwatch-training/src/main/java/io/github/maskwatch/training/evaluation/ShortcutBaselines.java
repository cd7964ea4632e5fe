package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.Judgement;
import io.github.maskwatch.metrics.MaskQuestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Baselines that cannot see a face. On the most copied photo set of this trade a forest that sees only the file's header reaches
 * 93.8 %: a model's accuracy means little where such a one comes near.
 */
final class ShortcutBaselines {
    private static final int FOLDS = 5;
    /** Photos of each class that fitting needs. */
    private static final int LEAST = 5;

    private final List<Shortcut> shortcuts;
    private final long seed;

    ShortcutBaselines(long seed) {
        this.shortcuts = List.of(new HeaderForest(seed), new ThumbnailNeighbours());
        this.seed = seed;
    }

    /** Learned from training photos; empty if these are too few. */
    List<Baseline> trained(List<Glimpse> training, List<Glimpse> asked, String fittedOn) {
        List<Glimpse> learned = withOrWithout(training);
        List<Glimpse> questions = withOrWithout(asked);
        if (!enough(learned) || questions.isEmpty()) {
            return List.of();
        }
        return shortcuts.stream()
                .map(shortcut -> baseline(shortcut, fittedOn, questions, shortcut.say(learned, questions)))
                .toList();
    }

    /** Each fifth of the photos is said by what was learned from the other four; empty if they are too few. */
    List<Baseline> crossValidated(List<Glimpse> asked) {
        List<Glimpse> shuffled = new ArrayList<>(withOrWithout(asked));
        if (!enough(shuffled)) {
            return List.of();
        }
        Collections.shuffle(shuffled, new Random(seed));
        // Stable: inside of a class the order stays shuffled, and every fold gets its share of each class.
        shuffled.sort((a, b) -> a.example().label().compareTo(b.example().label()));
        return shortcuts.stream()
                .map(shortcut -> crossValidated(shortcut, shuffled))
                .toList();
    }

    private static Baseline crossValidated(Shortcut shortcut, List<Glimpse> shuffled) {
        List<Glimpse> questions = new ArrayList<>();
        List<MaskPrediction> answers = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Glimpse> learned = new ArrayList<>();
            List<Glimpse> asked = new ArrayList<>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % FOLDS == fold ? asked : learned).add(shuffled.get(i));
            }
            questions.addAll(asked);
            answers.addAll(shortcut.say(learned, asked));
        }
        return baseline(shortcut, FOLDS + "-fold cross-validation on the same photos", questions, answers);
    }

    private static Baseline baseline(
            Shortcut shortcut, String fittedOn, List<Glimpse> questions, List<MaskPrediction> answers) {
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            judgements.add(new Judgement(questions.get(i).example().label(), answers.get(i)));
        }
        return new Baseline(
                shortcut.name(), shortcut.method(), fittedOn, MaskQuestion.WITH_OR_WITHOUT.report(judgements));
    }

    private static List<Glimpse> withOrWithout(List<Glimpse> glimpses) {
        return glimpses.stream()
                .filter(glimpse -> glimpse.example().label() != MaskState.WORN_INCORRECTLY)
                .toList();
    }

    private static boolean enough(List<Glimpse> glimpses) {
        long with = glimpses.stream()
                .filter(glimpse -> glimpse.example().label() == MaskState.WITH_MASK)
                .count();
        return Math.min(with, glimpses.size() - with) >= LEAST;
    }
}
