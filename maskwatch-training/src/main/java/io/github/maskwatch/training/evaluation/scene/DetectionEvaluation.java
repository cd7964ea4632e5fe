package io.github.maskwatch.training.evaluation.scene;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.metrics.Calibration;
import io.github.maskwatch.metrics.detection.Bootstrap;
import io.github.maskwatch.metrics.detection.Call;
import io.github.maskwatch.metrics.detection.DetectionQuestion;
import io.github.maskwatch.metrics.detection.FacePair;
import io.github.maskwatch.metrics.detection.JudgedScene;
import io.github.maskwatch.metrics.detection.RiskCoverage;
import io.github.maskwatch.metrics.detection.WorkingPoint;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.evaluation.scene.DetectionMistake.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A detector judged on scenes.
 *
 * @param model its name, for people
 * @param set which scenes, for people
 * @param scenes every scene whose photo could be read
 * @param broken every file that could not
 * @param work at the working threshold, with the scenes in the same order
 * @param questions the figures of each {@link DetectionQuestion}, in its order
 * @param slices by size, source, brightness and blur, as far as the set can be cut so
 */
public record DetectionEvaluation(
        String model,
        String set,
        List<SceneJudgement> scenes,
        List<BrokenPhoto> broken,
        WorkingPoint work,
        List<QuestionFigures> questions,
        List<Slices> slices) {
    /** How average precision is counted, in a sentence. */
    public static final String DEFINITION =
            "AP as COCO counts it (101 recalls, at most 100 detections a picture and class); a face gives one detection, of its most"
                    + " probable class, with the score face score x P(class); faces marked to be ignored count neither way";

    /** How the figures at the working threshold are counted, in a sentence. */
    public static final String WORK_DEFINITION =
            "faces and boxes are matched at IoU .5 by falling score; found and right: share of the true faces with a box of the right"
                    + " one of two classes, a mask worn incorrectly counting as without";

    public DetectionEvaluation {
        scenes = List.copyOf(scenes);
        broken = List.copyOf(broken);
        questions = List.copyOf(questions);
        slices = List.copyOf(slices);
    }

    /**
     * All figures of what a detector said.
     *
     * @param faceThreshold its working threshold on the face score, 0–1
     */
    public static DetectionEvaluation of(
            String model,
            String set,
            List<SceneJudgement> scenes,
            List<BrokenPhoto> broken,
            double faceThreshold,
            Bootstrap bootstrap) {
        List<JudgedScene> judged = scenes.stream().map(SceneJudgement::judged).toList();
        return new DetectionEvaluation(
                model,
                set,
                scenes,
                broken,
                WorkingPoint.of(judged, faceThreshold),
                Stream.of(DetectionQuestion.values())
                        .map(question -> QuestionFigures.of(question, judged, bootstrap))
                        .toList(),
                Slices.all(scenes, faceThreshold));
    }

    public QuestionFigures figures(DetectionQuestion question) {
        return questions.stream()
                .filter(figures -> figures.scores().question() == question)
                .findFirst()
                .orElseThrow();
    }

    /** Whether any scene tells masks worn incorrectly. */
    public boolean tellsThree() {
        return figures(DetectionQuestion.THREE_CLASSES).scores().scenes() > 0;
    }

    /** Marks that count neither way. */
    public long ignoredFaces() {
        return scenes.stream()
                .flatMap(scene -> scene.judged().truth().stream())
                .filter(LabelledFace::ignored)
                .count();
    }

    /** How often the state said of a found face was right, against how sure it was. */
    public Calibration calibration() {
        return Calibration.of(work.judgements());
    }

    /** What calling only the surest would do. */
    public RiskCoverage riskCoverage() {
        return RiskCoverage.of(Call.of(work.pairs()));
    }

    /** Faces that were missed, the largest first. */
    public List<DetectionMistake> worstMisses(int most) {
        return mistakes((index, found) ->
                        work.scenes().get(index).missed().forEach(face -> found.add(miss(index, face))))
                .sorted(Comparator.comparingDouble(
                        (DetectionMistake miss) -> -miss.scene().judged().faceSide(miss.box())))
                .limit(most)
                .toList();
    }

    private DetectionMistake miss(int index, LabelledFace face) {
        SceneJudgement scene = scenes.get(index);
        MaskedFace nearest = scene.judged().answers().stream()
                .filter(answer -> iou(answer, face.box()) > 0)
                .max(Comparator.comparingDouble(answer -> iou(answer, face.box())))
                .orElse(null);
        return new DetectionMistake(scene, Kind.MISSED, face, nearest);
    }

    private static double iou(MaskedFace answer, Box box) {
        return answer.face().box().iou(box);
    }

    /** Boxes where there is no face, the surest first. */
    public List<DetectionMistake> worstFalseAlarms(int most) {
        return mistakes((index, found) -> work.scenes().get(index).falseAlarms().stream()
                        .map(answer -> new DetectionMistake(scenes.get(index), Kind.FALSE_ALARM, null, answer))
                        .forEach(found::add))
                .sorted(Comparator.comparingDouble(mistake -> -score(mistake)))
                .limit(most)
                .toList();
    }

    private static double score(DetectionMistake mistake) {
        return mistake.answer() == null ? 0 : mistake.answer().face().score();
    }

    /** Faces that were found and whose state was said wrong, the surest first. */
    public List<DetectionMistake> worstStates(int most) {
        return mistakes((index, found) -> work.scenes().get(index).pairs().stream()
                        .filter(pair -> !pair.right())
                        .map(pair -> wrong(index, pair))
                        .forEach(found::add))
                .sorted(Comparator.comparingDouble(mistake -> -sure(mistake)))
                .limit(most)
                .toList();
    }

    private DetectionMistake wrong(int index, FacePair pair) {
        return new DetectionMistake(scenes.get(index), Kind.WRONG_STATE, pair.truth(), pair.answer());
    }

    private static double sure(DetectionMistake mistake) {
        return mistake.answer() == null ? 0 : mistake.answer().prediction().confidence();
    }

    private interface Finding {
        void of(int index, List<DetectionMistake> found);
    }

    private Stream<DetectionMistake> mistakes(Finding finding) {
        List<DetectionMistake> found = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            finding.of(i, found);
        }
        return found.stream();
    }
}
