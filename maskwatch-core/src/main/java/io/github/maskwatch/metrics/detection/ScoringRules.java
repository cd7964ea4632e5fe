package io.github.maskwatch.metrics.detection;

/**
 * What of average precision is a matter of convention. A figure without its rules cannot be compared with another one.
 *
 * <p>The defaults count one detection per face, of its most probable class, at the score {@code face score x P(class)}: that is what
 * a user is shown, and it treats a detector that says how sure it is of the class and one that does not (its probabilities are 1
 * and 0) alike. {@link Answers#EVERY_CLASS} gives the former a second try at each face, which is worth a point or so.
 */
public record ScoringRules(Answers answers, Ignored ignored) {
    public static final ScoringRules DEFAULTS = new ScoringRules(Answers.MOST_PROBABLE_CLASS, Ignored.AS_FACE);

    /** How many detections come of one face. */
    public enum Answers {
        /** One, of its most probable class; of the two sums, if two classes are asked for. */
        MOST_PROBABLE_CLASS,
        /** One of each class that has any probability. */
        EVERY_CLASS
    }

    /** How a detection meets a mark that counts neither for nor against. */
    public enum Ignored {
        /** By the intersection over union, as any face, and only one detection: COCO's rule for objects out of the range. */
        AS_FACE,
        /** By the share of the detection inside of it, and any number of detections: COCO's rule for {@code iscrowd}. */
        AS_CROWD
    }

    public ScoringRules withAnswers(Answers other) {
        return new ScoringRules(other, ignored);
    }

    public ScoringRules withIgnored(Ignored other) {
        return new ScoringRules(answers, other);
    }
}
