package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.mask.Temperatures;
import io.github.maskwatch.metrics.Judgement;

/**
 * A true face and the answer that found it.
 *
 * @param tellsIncorrect as in {@link JudgedScene}
 */
public record FacePair(LabelledFace truth, MaskedFace answer, boolean tellsIncorrect) {

    /** What the face is and what was said of it. */
    public Judgement judgement() {
        return new Judgement(truth.state(), answer.prediction());
    }

    /** Whether the right one of two classes was said, a mask worn incorrectly counting as none. */
    public boolean rightOfTwo() {
        DetectionQuestion two = DetectionQuestion.TWO_CLASSES;
        return two.mostProbable(answer.prediction()) == two.classOf(truth.state());
    }

    /**
     * Whether the state said is the true one: of three states where the annotations tell three, otherwise "worn incorrectly" and
     * "without mask" are one.
     */
    public boolean right() {
        MaskState said = answer.prediction().state();
        return tellsIncorrect
                ? said == truth.state()
                : (said == MaskState.WITH_MASK) == (truth.state() == MaskState.WITH_MASK);
    }

    /** The same pair, said as surely as the temperatures have it. */
    public FacePair calibrated(Temperatures temperatures) {
        return new FacePair(
                truth,
                new MaskedFace(answer.face(), temperatures.apply(answer.prediction()), answer.called()),
                tellsIncorrect);
    }

    /**
     * What the face is and what was said of it, as far as the annotations tell: where they know no "worn incorrectly", its probability
     * is added to "without mask". For judging how sure it was.
     */
    public Judgement judgementAsTold() {
        MaskPrediction said = answer.prediction();
        return tellsIncorrect
                ? judgement()
                : new Judgement(
                        truth.state() == MaskState.WITH_MASK ? MaskState.WITH_MASK : MaskState.WITHOUT_MASK,
                        new MaskPrediction(
                                said.withMask(), Math.min(1, said.withoutMask() + said.wornIncorrectly()), 0));
    }
}
