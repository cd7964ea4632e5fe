package io.github.maskwatch.cli;

import io.github.maskwatch.metrics.detection.ClassScore;
import io.github.maskwatch.metrics.detection.DetectionScores;
import io.github.maskwatch.metrics.detection.FaceSize;
import io.github.maskwatch.metrics.detection.JudgedScene;
import io.github.maskwatch.metrics.detection.WorkingPoint;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Detectors beside each other, a line for each. */
final class ContestTable {
    private static final int NAME = 28;

    private final PrintWriter out;

    ContestTable(PrintWriter out) {
        this.out = out;
    }

    /**
     * @param timings in the order of the contestants; empty: not measured
     * @param judged in the order of the contestants; empty: not measured
     */
    void print(
            String scenes, List<Contestant> contestants, List<DetectorTiming> timings, List<List<JudgedScene>> judged) {
        out.println(scenes);
        if (!timings.isEmpty()) {
            say("%n%-" + NAME + "s %10s %10s %8s", "640 x 480, one thread", "CPU ms", "clock ms", "ratio");
            for (int i = 0; i < contestants.size(); i++) {
                DetectorTiming timing = timings.get(i);
                say(
                        "%-" + NAME + "s %10.2f %10.2f %8.2f",
                        shortened(contestants.get(i).name()),
                        timing.cpuMillis(),
                        timing.wallMillis(),
                        timing.cpuMillis() / timings.get(0).cpuMillis());
            }
        }
        if (!judged.isEmpty()) {
            say(
                    "%n%-" + NAME + "s %6s %13s %6s %6s  %-13s  %-15s  %s",
                    "accuracy",
                    "mAP50",
                    "with / witho.",
                    "3 cl.",
                    "faces",
                    "prec. / rec.",
                    "found and right",
                    "small / medium / large");
            for (int i = 0; i < contestants.size(); i++) {
                accuracy(contestants.get(i), judged.get(i));
            }
        }
        out.flush();
    }

    private void accuracy(Contestant contestant, List<JudgedScene> judged) {
        DetectionScores scores = DetectionScores.of(judged, contestant.faceThreshold());
        WorkingPoint working = WorkingPoint.of(judged, contestant.faceThreshold());
        say(
                "%-" + NAME + "s %6.3f %13s %6s %6.3f  %-13s  %.3f %.3f-%.3f  %s",
                shortened(contestant.name()),
                scores.twoClasses().map50(),
                joined(scores.twoClasses().classes().stream()
                        .map(ClassScore::ap50)
                        .toList()),
                share(scores.threeClasses().map50()),
                scores.faces().map50(),
                joined(List.of(working.precision().value(), working.recall().value())),
                working.foundAndRight().value(),
                working.foundAndRight().low(),
                working.foundAndRight().high(),
                joined(Arrays.stream(FaceSize.values())
                        .map(size -> working.ofSize(size).foundAndRight().value())
                        .toList()));
    }

    private static String joined(List<Double> values) {
        return values.stream().map(ContestTable::share).collect(Collectors.joining(" / "));
    }

    /** Of nothing there is no share. */
    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** The end of a long path is what tells files apart. */
    private static String shortened(String name) {
        return name.length() <= NAME ? name : "…" + name.substring(name.length() - NAME + 1);
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
