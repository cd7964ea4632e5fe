package io.github.maskwatch.cli;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.monitor.rules.Hours;
import io.github.maskwatch.monitor.rules.Rule;
import io.github.maskwatch.monitor.rules.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A rule in words: "anyone without mask or worn incorrectly for 2 s in entrance, mon-fri 07:00-19:00, to door-light". */
final class RuleSentence {
    private RuleSentence() {}

    static String of(Rule rule) {
        List<String> parts = new ArrayList<>();
        parts.add(who(rule) + where(rule));
        if (!rule.schedule().entries().isEmpty()) {
            parts.add(when(rule.schedule()));
        }
        Duration pause = rule.coolDown();
        if (!pause.isZero()) {
            parts.add("then silent for " + Types.DURATION.show(pause));
        }
        parts.add(rule.channels().isEmpty() ? "told to nobody" : "to " + String.join(", ", rule.channels()));
        return String.join("; ", parts) + (rule.urgent() ? " (urgent)" : "");
    }

    private static String who(Rule rule) {
        if (rule.share() != null) {
            return "share of people " + states(rule) + " " + rule.share();
        }
        String people = rule.people() == 1 ? "anyone " : rule.people() + " people or more ";
        String holds = rule.holds().isZero() ? "" : " for " + Types.DURATION.show(rule.holds());
        String company = rule.present() == 1 ? "" : ", while " + rule.present() + " are there";
        return people + states(rule) + holds + company;
    }

    private static String states(Rule rule) {
        List<String> states = new ArrayList<>();
        for (MaskState state : MaskState.values()) {
            if (rule.states().known().contains(state)) {
                states.add(state.label());
            }
        }
        if (rule.states().cannotTell()) {
            states.add("cannot tell");
        }
        return String.join(" or ", states);
    }

    private static String where(Rule rule) {
        String zone = rule.zone() == null ? "" : " in " + rule.zone();
        List<String> cameras =
                rule.cameras().stream().map(CameraId::name).sorted().toList();
        return zone + (cameras.isEmpty() ? "" : " at " + String.join(", ", cameras));
    }

    /** "mon-fri 07:00-19:00 and sat 08:00-12:00"; nothing, if it is always on. */
    static String when(Schedule schedule) {
        return String.join(
                " and ", schedule.entries().stream().map(RuleSentence::when).toList());
    }

    private static String when(Schedule.Entry entry) {
        List<String> hours = entry.hours().stream().map(Hours::toString).toList();
        return Types.DAYS.show(entry.days()) + " " + String.join(", ", hours);
    }
}
