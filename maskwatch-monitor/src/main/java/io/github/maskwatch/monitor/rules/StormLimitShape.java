package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Types;
import java.time.Duration;

/** A storm limit in YAML: {@code {alarms: 20, within: 10 min}}. */
public final class StormLimitShape extends Shape<StormLimit> {
    private final Key<Integer> alarms = withDefault(
            "alarms",
            Types.integer(1, StormLimit.MOST_ALARMS),
            StormLimit.STANDARD.alarms(),
            "So many at most, of all rules together; the rest are held back, and one alarm says how many.");
    private final Key<Duration> within = withDefault(
            "within", Types.DURATION, StormLimit.STANDARD.window(), "In any time of that length, at most 1 d.");

    public StormLimitShape() {
        super("storm limit");
    }

    @Override
    protected StormLimit build(Section section) throws ConfigurationException {
        return new StormLimit(section.value(alarms), section.value(within));
    }
}
