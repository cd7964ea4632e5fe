package io.github.maskwatch.training.scene.refine;

/**
 * How far a detector is believed about photos that people have annotated.
 *
 * @param unmarked a face of at least this score that nobody has marked is ignored in training, 0–1; above 1: none is
 * @param closeUp a close-up becomes a scene if exactly one face of at least this score is in it, 0–1
 * @param sameFace two boxes are about the same face, or parts of it, if they share this much of the smaller one, 0–1
 * @param smallestShare a close-up's face takes at least this share of its shorter side, 0–1
 */
public record RefinementConfig(double unmarked, double closeUp, double sameFace, double smallestShare) {
    public static final RefinementConfig DEFAULTS = new RefinementConfig(0.4, 0.5, 0.4, 0.25);

    public RefinementConfig {
        if (!(unmarked >= 0)) {
            throw new IllegalArgumentException("unmarked must be at least 0, got " + unmarked);
        }
        requireShare("closeUp", closeUp);
        requireShare("sameFace", sameFace);
        requireShare("smallestShare", smallestShare);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }

    /** With another score from which on unmarked faces are ignored. */
    public RefinementConfig withUnmarked(double score) {
        return new RefinementConfig(score, closeUp, sameFace, smallestShare);
    }

    /** With another score that a close-up's face needs. */
    public RefinementConfig withCloseUp(double score) {
        return new RefinementConfig(unmarked, score, sameFace, smallestShare);
    }
}
