package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Types;
import java.time.ZoneId;
import java.util.List;

/** A file of rules alone. */
public final class RuleSetShape extends Shape<RuleSet> {
    private final Key<ZoneId> timeZone =
            optional("time_zone", Types.TIME_ZONE, "Of the schedules; none: this machine's.");
    private final Key<StormLimit> storm = section("storm_limit", new StormLimitShape(), "Against floods of alarms.");
    private final Key<List<Rule>> rules = required("rules", Types.listOf(new RuleShape()), "The rules.");

    private final ZoneId machine;

    /**
     * @param machine the time zone where the file names none
     */
    public RuleSetShape(ZoneId machine) {
        super("rules");
        this.machine = machine;
    }

    @Override
    protected RuleSet build(Section section) throws ConfigurationException {
        ZoneId zone = section.orNull(timeZone);
        return new RuleSet(section.value(rules), section.value(storm), zone == null ? machine : zone);
    }
}
