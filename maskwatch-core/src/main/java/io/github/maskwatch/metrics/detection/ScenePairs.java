package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskedFace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What became of one scene's faces and answers at a working threshold, whatever class was said. Ignored marks and the answers on them
 * are in none of the lists.
 *
 * @param pairs by falling score
 * @param missed true faces that no answer found
 * @param falseAlarms answers that found no face, by falling score; a second answer about one face is one of them
 */
public record ScenePairs(
        JudgedScene scene, List<FacePair> pairs, List<LabelledFace> missed, List<MaskedFace> falseAlarms) {
    /** Least intersection over union of a face and the answer that found it. */
    public static final double IOU = 0.5;

    public ScenePairs {
        pairs = List.copyOf(pairs);
        missed = List.copyOf(missed);
        falseAlarms = List.copyOf(falseAlarms);
    }

    /** Matches at IoU {@value #IOU}, by falling face score. */
    public static ScenePairs of(JudgedScene scene, double faceThreshold) {
        List<LabelledFace> marks = scene.truth().stream()
                .sorted(Comparator.comparing(LabelledFace::ignored))
                .toList();
        List<MaskedFace> offered = scene.answers().stream()
                .filter(answer -> answer.face().score() >= faceThreshold)
                .sorted(Comparator.comparingDouble(answer -> -answer.face().score()))
                .toList();
        return of(scene, marks, offered, match(marks, offered));
    }

    private static int[] match(List<LabelledFace> marks, List<MaskedFace> offered) {
        boolean[] ignored = new boolean[marks.size()];
        IntStream.range(0, ignored.length)
                .forEach(m -> ignored[m] = marks.get(m).ignored());
        List<Box> boxes = offered.stream().map(answer -> answer.face().box()).toList();
        return new BoxMatching(boxes, marks.stream().map(LabelledFace::box).toList(), ignored, false).match(IOU);
    }

    private static ScenePairs of(JudgedScene scene, List<LabelledFace> marks, List<MaskedFace> offered, int[] markOf) {
        List<FacePair> pairs = new ArrayList<>();
        List<MaskedFace> falseAlarms = new ArrayList<>();
        boolean[] found = new boolean[marks.size()];
        for (int a = 0; a < markOf.length; a++) {
            if (markOf[a] == BoxMatching.NONE) {
                falseAlarms.add(offered.get(a));
            } else {
                found[markOf[a]] = true;
                LabelledFace truth = marks.get(markOf[a]);
                if (!truth.ignored()) {
                    pairs.add(new FacePair(truth, offered.get(a), scene.tellsIncorrect()));
                }
            }
        }
        List<LabelledFace> missed = IntStream.range(0, found.length)
                .filter(m -> !found[m] && !marks.get(m).ignored())
                .mapToObj(marks::get)
                .toList();
        return new ScenePairs(scene, pairs, missed, falseAlarms);
    }

    /** Only the faces of this size: a pair by the size of its true face, a false alarm by its own. */
    ScenePairs ofSize(FaceSize size) {
        return new ScenePairs(
                scene,
                pairs.stream().filter(pair -> is(size, pair.truth().box())).toList(),
                missed.stream().filter(face -> is(size, face.box())).toList(),
                falseAlarms.stream()
                        .filter(answer -> is(size, answer.face().box()))
                        .toList());
    }

    private boolean is(FaceSize size, Box box) {
        return FaceSize.of(scene.faceSide(box)) == size;
    }
}
