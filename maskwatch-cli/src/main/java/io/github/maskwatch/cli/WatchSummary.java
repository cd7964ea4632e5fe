package io.github.maskwatch.cli;

import io.github.maskwatch.monitor.live.LiveResult;
import io.github.maskwatch.monitor.live.People;
import io.github.maskwatch.monitor.live.Statistics;
import io.github.maskwatch.monitor.overlay.Places;
import io.github.maskwatch.monitor.overlay.Verdict;
import io.github.maskwatch.zone.Passages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The end of a run in a few lines. */
final class WatchSummary {
    private WatchSummary() {}

    static List<String> lines(LiveResult result) {
        Statistics s = result.statistics();
        List<String> lines = new ArrayList<>(List.of(
                line(
                        "Frames",
                        "%,d read, %,d processed, %,d dropped for newer ones",
                        s.framesRead(),
                        s.framesProcessed(),
                        s.framesDropped()),
                line("Speed", "%.1f frames per second, %s in all", s.averageFps(), clock(s.elapsed())),
                line(
                        "Latency",
                        "median %.0f ms, 95%% within %.0f ms (from read to drawn)",
                        millis(s.latency().median()),
                        millis(s.latency().p95())),
                line("Faces", "%s (one face counts once in each frame)", faces(s))));
        People people = s.people();
        if (people != null) {
            lines.add(line(
                    "People",
                    "%,d seen (who leaves and comes back counts again), %,d here in the end",
                    people.seen(),
                    people.now()));
        }
        if (people != null && !result.places().lines().isEmpty()) {
            lines.add(line("Passed", "%s", passed(result.places())));
        }
        return lines;
    }

    private static String passed(Places places) {
        return places.lines().stream()
                .map(mark -> mark.line().name() + " " + counts(mark.passages()))
                .collect(Collectors.joining("; "));
    }

    private static String counts(@Nullable Passages passages) {
        Passages counted = passages == null ? Passages.NONE : passages;
        return String.format(Locale.ROOT, "%,d in, %,d out", counted.in(), counted.out());
    }

    private static String faces(Statistics s) {
        return Arrays.stream(Verdict.values())
                .map(verdict ->
                        String.format(Locale.ROOT, "%,d %s", s.facesSeen().getOrDefault(verdict, 0L), verdict.label()))
                .collect(Collectors.joining(", "));
    }

    static String line(String title, String format, Object... values) {
        return String.format(Locale.ROOT, "%-9s", title) + String.format(Locale.ROOT, format, values);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static String clock(Duration elapsed) {
        if (elapsed.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
        }
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart());
    }
}
