package io.github.maskwatch.cli;

import io.github.maskwatch.cli.replay.Replay;
import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.monitor.rules.Rule;
import io.github.maskwatch.monitor.rules.RuleSet;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Alarms as rows of a table, as they come, and what there is to say in the end. */
final class ReplayTable {
    private static final int PERSON = 16;

    private final PrintWriter out;
    private final DateTimeFormatter time;
    private final String timeZone;
    private final int ruleWidth;
    private int cameraWidth = "CAMERA".length();
    private boolean begun;

    ReplayTable(PrintWriter out, RuleSet rules) {
        this.out = out;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.S", Locale.ROOT)
                .withZone(rules.timeZone());
        this.timeZone = rules.timeZone().getId();
        this.ruleWidth =
                rules.rules().stream().map(Rule::name).mapToInt(String::length).reduce(Rule.STORM.length(), Math::max);
        rules.rules().stream()
                .flatMap(rule -> rule.cameras().stream())
                .forEach(camera ->
                        cameraWidth = Math.max(cameraWidth, camera.name().length()));
    }

    void add(AlarmRaised alarm) {
        String camera = alarm.camera() == null ? "-" : alarm.camera().name();
        cameraWidth = Math.max(cameraWidth, camera.length());
        if (!begun) {
            row("TIME", "RULE", "CAMERA", "PERSON", "TEXT");
            begun = true;
        }
        row(
                time.format(alarm.time()),
                alarm.rule(),
                camera,
                alarm.track() == null ? "-" : alarm.track().toString(),
                alarm.text());
    }

    private void row(String when, String rule, String camera, String person, String text) {
        String form = "%-21s  %-" + ruleWidth + "s  %-" + cameraWidth + "s  %-" + PERSON + "s  %s%n";
        out.printf(Locale.ROOT, form, when, rule, camera, person, text);
    }

    /**
     * @param took for the whole file
     */
    List<String> summary(Replay.Result result, Duration took) {
        List<String> lines = new ArrayList<>();
        if (begun) {
            lines.add("");
        }
        lines.add(alarms(result));
        if (result.heldBack() > 0) {
            lines.add("at the end the storm limit held back " + result.heldBack() + " more");
        }
        lines.add(events(result, took));
        if (result.recordedAlarms() > 0) {
            lines.add(String.format(Locale.ROOT, "%,d recorded alarms left out of account", result.recordedAlarms()));
        }
        if (result.cutOff()) {
            lines.add("the last line is not complete and was left out");
        }
        return lines;
    }

    private String alarms(Replay.Result result) {
        int sum = result.alarms().values().stream().mapToInt(Integer::intValue).sum();
        if (sum == 0) {
            return "no alarm";
        }
        String byRule = result.alarms().keySet().stream()
                .sorted()
                .map(rule -> rule + " " + result.alarms().get(rule))
                .collect(Collectors.joining(", "));
        return "%d alarm%s (%s), times of %s".formatted(sum, sum == 1 ? "" : "s", byRule, timeZone);
    }

    private static String events(Replay.Result result, Duration took) {
        double seconds = Math.max(took.toNanos(), 1) / 1e9;
        return String.format(
                Locale.ROOT,
                "%,d event%s over %s, in %.2f s: %,.0f times real time",
                result.events(),
                result.events() == 1 ? "" : "s",
                span(result.span()),
                seconds,
                result.span().toMillis() / 1e3 / seconds);
    }

    /** With the two largest units. */
    private static String span(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toMinutes() > 0
                ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1e3);
    }
}
