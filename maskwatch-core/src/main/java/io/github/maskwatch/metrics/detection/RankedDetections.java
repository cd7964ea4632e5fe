package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.metrics.detection.ScoringRules.Answers;
import io.github.maskwatch.metrics.detection.ScoringRules.Ignored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All detections of one class over all pictures by falling score, and whether each is right at each threshold of overlap. */
final class RankedDetections {
    /** Detections per picture and class that count, the surest: {@code maxDets} of pycocotools. */
    static final int MOST_PER_PICTURE = 100;

    private static final byte WRONG = 0;
    private static final byte RIGHT = 1;
    private static final byte IGNORED = 2;

    private final double[] scores;
    private final int[] sceneOf;
    /** {@code [threshold][rank]} */
    private final byte[][] outcomes;
    /** Marks to be found in each scene. */
    private final int[] positives;

    private RankedDetections(double[] scores, int[] sceneOf, byte[][] outcomes, int[] positives) {
        this.scores = scores;
        this.sceneOf = sceneOf;
        this.outcomes = outcomes;
        this.positives = positives;
    }

    /**
     * Matches one class in all scenes.
     *
     * @param size faces of other sizes are ignored, and so are false alarms of other sizes, as COCO does for its areas; null for all
     */
    static RankedDetections of(
            List<JudgedScene> scenes,
            DetectionQuestion question,
            int aClass,
            ScoringRules rules,
            List<Double> thresholds,
            @Nullable FaceSize size) {
        List<Detection> all = new ArrayList<>();
        int[] positives = new int[scenes.size()];
        for (int s = 0; s < scenes.size(); s++) {
            JudgedScene scene = scenes.get(s);
            List<Mark> marks = marks(scene, question, aClass, size);
            positives[s] = (int) marks.stream().filter(mark -> !mark.ignored).count();
            all.addAll(matched(scene, s, marks, detections(scene, question, aClass, rules), rules, thresholds, size));
        }
        all.sort(Comparator.comparingDouble(detection -> -detection.score));
        return new RankedDetections(
                all.stream().mapToDouble(detection -> detection.score).toArray(),
                all.stream().mapToInt(detection -> detection.scene).toArray(),
                byThreshold(all, thresholds.size()),
                positives);
    }

    private record Mark(Box box, boolean ignored) {}

    private record Scored(Box box, double score) {}

    private static final class Detection {
        private final double score;
        private final int scene;
        /** By threshold. */
        private final byte[] outcomes;

        private Detection(double score, int scene, int thresholds) {
            this.score = score;
            this.scene = scene;
            this.outcomes = new byte[thresholds];
        }
    }

    private static List<Mark> marks(
            JudgedScene scene, DetectionQuestion question, int aClass, @Nullable FaceSize size) {
        List<Mark> marks = new ArrayList<>();
        for (LabelledFace face : scene.truth()) {
            if (question.classOf(face.state()) == aClass) {
                marks.add(new Mark(face.box(), face.ignored() || isOutside(scene, face.box(), size)));
            }
        }
        marks.sort(Comparator.comparing(Mark::ignored));
        return marks;
    }

    private static boolean isOutside(JudgedScene scene, Box box, @Nullable FaceSize size) {
        return size != null && FaceSize.of(scene.faceSide(box)) != size;
    }

    private static List<Scored> detections(
            JudgedScene scene, DetectionQuestion question, int aClass, ScoringRules rules) {
        List<Scored> detections = new ArrayList<>();
        for (MaskedFace answer : scene.answers()) {
            double score = answer.face().score() * question.probability(answer.prediction(), aClass);
            boolean said =
                    rules.answers() == Answers.EVERY_CLASS || question.mostProbable(answer.prediction()) == aClass;
            if (said && score > 0) {
                detections.add(new Scored(answer.face().box(), score));
            }
        }
        detections.sort(Comparator.comparingDouble(detection -> -detection.score));
        return detections.subList(0, Math.min(MOST_PER_PICTURE, detections.size()));
    }

    private static List<Detection> matched(
            JudgedScene scene,
            int index,
            List<Mark> marks,
            List<Scored> detections,
            ScoringRules rules,
            List<Double> thresholds,
            @Nullable FaceSize size) {
        BoxMatching matching = new BoxMatching(
                detections.stream().map(Scored::box).toList(),
                marks.stream().map(Mark::box).toList(),
                ignored(marks),
                rules.ignored() == Ignored.AS_CROWD);
        List<Detection> matched = new ArrayList<>();
        for (Scored detection : detections) {
            matched.add(new Detection(detection.score, index, thresholds.size()));
        }
        for (int t = 0; t < thresholds.size(); t++) {
            int[] markOf = matching.match(thresholds.get(t));
            for (int d = 0; d < markOf.length; d++) {
                matched.get(d).outcomes[t] = markOf[d] == BoxMatching.NONE
                        ? (isOutside(scene, detections.get(d).box, size) ? IGNORED : WRONG)
                        : (marks.get(markOf[d]).ignored ? IGNORED : RIGHT);
            }
        }
        return matched;
    }

    private static boolean[] ignored(List<Mark> marks) {
        boolean[] ignored = new boolean[marks.size()];
        IntStream.range(0, ignored.length).forEach(m -> ignored[m] = marks.get(m).ignored);
        return ignored;
    }

    private static byte[][] byThreshold(List<Detection> all, int thresholds) {
        byte[][] outcomes = new byte[thresholds][all.size()];
        for (int i = 0; i < all.size(); i++) {
            for (int t = 0; t < thresholds; t++) {
                outcomes[t][i] = all.get(i).outcomes[t];
            }
        }
        return outcomes;
    }

    /** Marks to be found. */
    long positives() {
        return IntStream.of(positives).asLongStream().sum();
    }

    /** AP at the threshold of this index; NaN where there is nothing to be found. */
    double averagePrecision(int threshold) {
        return averagePrecision(threshold, null);
    }

    /** The mean AP of all thresholds. */
    double averagePrecision() {
        return IntStream.range(0, outcomes.length)
                .mapToDouble(this::averagePrecision)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * AP where each scene counts so many times.
     *
     * @param weights one per scene; null for once each
     */
    double averagePrecision(int threshold, int @Nullable [] weights) {
        double[][] counts = counts(threshold, weights);
        return AveragePrecision.of(counts[0], counts[1], positives(weights));
    }

    private double positives(int @Nullable [] weights) {
        long sum = 0;
        for (int s = 0; s < positives.length; s++) {
            sum += (long) positives[s] * (weights == null ? 1 : weights[s]);
        }
        return sum;
    }

    /** Right ones so far and wrong ones so far, by rank. */
    private double[][] counts(int threshold, int @Nullable [] weights) {
        byte[] outcome = outcomes[threshold];
        double[][] counts = new double[2][outcome.length];
        long right = 0;
        long wrong = 0;
        for (int i = 0; i < outcome.length; i++) {
            int weight = weights == null ? 1 : weights[sceneOf[i]];
            right += outcome[i] == RIGHT ? weight : 0;
            wrong += outcome[i] == WRONG ? weight : 0;
            counts[0][i] = right;
            counts[1][i] = wrong;
        }
        return counts;
    }

    /** Precision and recall at each score, from the surest; detections that are ignored are passed over. */
    List<CurvePoint> curve(int threshold) {
        double[][] counts = counts(threshold, null);
        double all = positives();
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (outcomes[threshold][i] != IGNORED) {
                double found = counts[0][i];
                points.add(new CurvePoint(scores[i], found / all, found / (found + counts[1][i])));
            }
        }
        return all == 0 ? List.of() : points;
    }
}
