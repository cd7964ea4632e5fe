package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Types;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Days and hours in YAML: {@code {days: mon-fri, hours: "07:00-19:00"}}. */
public final class ScheduleShape extends Shape<Schedule.Entry> {
    private static final String WANTED = "hours such as \"07:00-19:00\" or \"22:00-06:00\"";

    private final Key<Set<DayOfWeek>> days =
            withDefault("days", Types.DAYS, EnumSet.allOf(DayOfWeek.class), "On which the hours begin.");
    private final Key<List<Hours>> hours = withDefault(
            "hours",
            Types.oneOrMore(Types.scalar("hours", WANTED, Hours::parse, Hours::toString)),
            List.of(Hours.ALL_DAY),
            "As a clock on the wall shows them; one or a list.");

    public ScheduleShape() {
        super("schedule");
    }

    @Override
    protected Schedule.Entry build(Section section) throws ConfigurationException {
        return new Schedule.Entry(section.value(days), section.value(hours));
    }
}
