package io.github.maskwatch.cli.replay;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.monitor.rules.RuleEngine;
import io.github.maskwatch.monitor.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs recorded events through rules. One thread at a time. */
public final class Replay {
    private final RuleEngine engine;
    private final RecordedEvents recorded;
    private final Consumer<AlarmRaised> listener;
    private final Map<String, Integer> alarmsByRule = new TreeMap<>();
    private long events;
    private long recordedAlarms;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /**
     * @param random names alarms, and events whose lines have no name
     * @param listener gets each alarm
     */
    public Replay(RuleSet rules, Path file, RandomGenerator random, Consumer<AlarmRaised> listener) {
        this.engine = new RuleEngine(rules, random);
        this.recorded = new RecordedEvents(file, random);
        this.listener = listener;
    }

    /**
     * What was found.
     *
     * @param events how many happened, recorded alarms included
     * @param recordedAlarms alarms that the file itself holds; they are left out of account
     * @param alarms that would have been raised, by rule
     * @param heldBack by the storm limit, and not told of before the end
     * @param span from the first line to the last
     * @param cutOff whether the last line was incomplete and left out
     */
    public record Result(
            long events,
            long recordedAlarms,
            Map<String, Integer> alarms,
            int heldBack,
            Duration span,
            boolean cutOff) {
        public Result {
            alarms = Map.copyOf(alarms);
        }
    }

    /**
     * Runs from the first line to the last. What would have been due after it is not told.
     *
     * @throws IOException if the file cannot be used; one line
     */
    public Result run() throws IOException {
        recorded.read(this::happened);
        Duration span = first == null || last == null ? Duration.ZERO : Duration.between(first, last);
        return new Result(events, recordedAlarms, alarmsByRule, engine.heldBack(), span, recorded.isCutOff());
    }

    private void happened(Instant time, List<Event> happened) {
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
        for (Event event : happened) {
            events++;
            recordedAlarms += event.kind() == EventKind.ALARM ? 1 : 0;
            tell(engine.accept(event));
        }
        tell(engine.advance(time));
    }

    private void tell(List<AlarmRaised> alarms) {
        for (AlarmRaised alarm : alarms) {
            alarmsByRule.merge(alarm.rule(), 1, Integer::sum);
            listener.accept(alarm);
        }
    }
}
