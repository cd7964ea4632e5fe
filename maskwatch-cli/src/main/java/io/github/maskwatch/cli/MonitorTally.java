package io.github.maskwatch.cli;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.fleet.CameraFigures;
import io.github.maskwatch.monitor.fleet.CameraFrame;
import io.github.maskwatch.monitor.fleet.FleetFigures;
import io.github.maskwatch.monitor.fleet.FleetListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What many cameras did between two moments, as a table. Thread-safe. */
final class MonitorTally implements FleetListener {
    private static final double NANOS = 1e9;

    private final Map<CameraId, List<Duration>> latencies = new LinkedHashMap<>();
    private @Nullable Moment begun;
    private @Nullable Moment ended;

    private record Moment(FleetFigures figures, Duration cpu) {
        static Moment now(FleetFigures figures) {
            return new Moment(
                    figures, ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        }
    }

    synchronized void begin(FleetFigures figures) {
        latencies.clear();
        begun = Moment.now(figures);
    }

    synchronized void end(FleetFigures figures) {
        ended = Moment.now(figures);
    }

    @Override
    public synchronized void frameWatched(CameraFrame frame) {
        if (begun != null && ended == null) {
            latencies
                    .computeIfAbsent(frame.camera(), camera -> new ArrayList<>())
                    .add(frame.latency());
        }
    }

    /** The table, once it was ended. */
    synchronized List<String> lines() {
        Moment from = Objects.requireNonNull(begun);
        Moment to = Objects.requireNonNull(ended);
        double seconds = seconds(to.figures.elapsed().minus(from.figures.elapsed()));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(row("", "input/s", "worked/s", "dropped/s", "failed", "p50 ms", "p95 ms", "most ms"));
        List<Duration> all = new ArrayList<>();
        double[] sums = new double[3];
        long failed = 0;
        for (int i = 0; i < to.figures.cameras().size(); i++) {
            CameraFigures before = from.figures.cameras().get(i);
            CameraFigures after = to.figures.cameras().get(i);
            List<Duration> own = latencies.getOrDefault(after.camera(), List.of());
            all.addAll(own);
            double[] rates = rates(before, after, own.size(), seconds);
            for (int k = 0; k < sums.length; k++) {
                sums[k] += rates[k];
            }
            long failures = after.framesFailed() - before.framesFailed();
            failed += failures;
            lines.add(row(after.camera().name(), rates, failures, own));
        }
        lines.add(row("all", sums, failed, all));
        lines.add("");
        lines.add(processors(from, to, seconds));
        return lines;
    }

    private static double[] rates(CameraFigures before, CameraFigures after, int worked, double seconds) {
        long read = after.statistics().framesRead() - before.statistics().framesRead();
        long dropped = after.statistics().framesDropped() - before.statistics().framesDropped();
        return new double[] {read / seconds, worked / seconds, dropped / seconds};
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    private static String processors(Moment from, Moment to, double seconds) {
        return String.format(
                Locale.ROOT,
                "Processors: %4$d; %1$d workers took %2$.2f, the whole process %3$.2f",
                to.figures.workers(),
                seconds(to.figures.work().minus(from.figures.work())) / seconds,
                seconds(to.cpu.minus(from.cpu)) / seconds,
                Runtime.getRuntime().availableProcessors());
    }

    private static String row(String name, double[] rates, long failed, List<Duration> latencies) {
        List<Duration> sorted = latencies.stream().sorted().toList();
        return row(
                name,
                tenths(rates[0]),
                tenths(rates[1]),
                tenths(rates[2]),
                String.valueOf(failed),
                percentile(sorted, 0.5),
                percentile(sorted, 0.95),
                percentile(sorted, 1));
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Nearest rank, ms. */
    private static String percentile(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return "-";
        }
        Duration value = sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        return tenths(value.toNanos() / 1e6);
    }

    private static String row(String name, String... cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-12s", name));
        for (String cell : cells) {
            row.append(String.format(Locale.ROOT, " %10s", cell));
        }
        return row.toString();
    }
}
