package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskedFace;
import java.util.List;

/**
 * A picture whose faces are known, and what a detector answered.
 *
 * @param width of the picture that both lists' boxes lie in, px
 * @param height px
 * @param tellsIncorrect whether whoever marked it had a class for masks worn incorrectly; where not, such a face is among those
 *     {@code WITHOUT_MASK}
 * @param answers every face that the detector offers, also those below the working threshold
 */
public record JudgedScene(
        int width, int height, boolean tellsIncorrect, List<LabelledFace> truth, List<MaskedFace> answers) {
    /** The longer side of the picture in which a face's size is stated, px. */
    public static final int SIZE_REFERENCE = 640;

    public JudgedScene {
        truth = List.copyOf(truth);
        answers = List.copyOf(answers);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("sides must be at least 1 px, got " + width + " x " + height);
        }
    }

    /** The same with the answers' scores brought to probabilities. */
    public JudgedScene withScores(ScoreCurve curve) {
        return new JudgedScene(
                width,
                height,
                tellsIncorrect,
                truth,
                answers.stream().map(answer -> withScore(answer, curve)).toList());
    }

    private static MaskedFace withScore(MaskedFace answer, ScoreCurve curve) {
        Face face = answer.face();
        return new MaskedFace(
                new Face(face.box(), (float) curve.of(face.score())), answer.prediction(), answer.called());
    }

    /** Shorter side of a box once the picture's longer side is scaled to {@value #SIZE_REFERENCE} px. */
    public double faceSide(Box box) {
        return box.shorterSide() * SIZE_REFERENCE / Math.max(width, height);
    }
}
