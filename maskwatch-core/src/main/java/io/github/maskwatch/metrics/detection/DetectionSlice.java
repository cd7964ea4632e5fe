package io.github.maskwatch.metrics.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Faces that have something in common, and how good a detector is on them.
 *
 * @param name such as "small, below 32 px"
 * @param scenes pictures that they are in
 * @param map50Two mean AP at IoU .5, two classes
 */
public record DetectionSlice(String name, int scenes, WorkingPoint work, double map50Two) {

    /** By the size of the face, the smallest first. */
    public static List<DetectionSlice> bySize(List<JudgedScene> scenes, ScoringRules rules, double faceThreshold) {
        WorkingPoint work = WorkingPoint.of(scenes, faceThreshold);
        return Stream.of(FaceSize.values())
                .map(size -> new DetectionSlice(
                        size.id() + ", " + size.range(),
                        scenes.size(),
                        work.ofSize(size),
                        QuestionScores.of(DetectionQuestion.TWO_CLASSES, scenes, rules, size)
                                .map50()))
                .toList();
    }

    /**
     * By what the picture is.
     *
     * @param group the name of a scene's slice; slices come in the order in which they first appear
     */
    public static <S> List<DetectionSlice> byGroup(
            List<S> all,
            Function<S, JudgedScene> scene,
            Function<S, String> group,
            ScoringRules rules,
            double faceThreshold) {
        Map<String, List<JudgedScene>> groups = new LinkedHashMap<>();
        for (S one : all) {
            groups.computeIfAbsent(group.apply(one), name -> new ArrayList<>()).add(scene.apply(one));
        }
        return groups.entrySet().stream()
                .map(slice -> new DetectionSlice(
                        slice.getKey(),
                        slice.getValue().size(),
                        WorkingPoint.of(slice.getValue(), faceThreshold),
                        QuestionScores.of(DetectionQuestion.TWO_CLASSES, slice.getValue(), rules)
                                .map50()))
                .toList();
    }
}
