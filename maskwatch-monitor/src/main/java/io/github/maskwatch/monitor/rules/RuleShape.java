package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Type;
import io.github.maskwatch.monitor.config.Types;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule in YAML. */
public final class RuleShape extends Shape<Rule> {
    private static final int MOST_PEOPLE = Rule.MOST_PEOPLE;
    private static final String STATES = "with_mask, without_mask, mask_worn_incorrectly or cannot_tell";
    private static final Type<String> STATE = Types.scalar(
            "state",
            STATES,
            text -> text.equals(CountedStates.CANNOT_TELL)
                    ? text
                    : MaskState.of(text).id(),
            text -> text);
    private static final Type<ShareCondition> SHARE =
            Types.scalar("share", ShareCondition.WANTED, ShareCondition::parse, ShareCondition::toString);

    private final Key<String> name = required("name", Types.NAME, "Alarms carry it; no two rules have the same.");
    private final Key<List<String>> when =
            required("when", Types.oneOrMore(STATE), "The states that count: " + STATES + ".");
    private final Key<Duration> holds =
            withDefault("for", Types.DURATION, Duration.ZERO, "How long it must be so without a break, at most 1 d.");
    private final Key<ShareCondition> share = optional(
            "share",
            SHARE,
            "Instead of `for`, `people` and `present`: the share, in one of the states, of those that left (the zone) in a time, such as"
                    + " `below 80 % over 10 min, of at least 10 people`. Of whom nothing can be said does not count, unless"
                    + " `cannot_tell` is one of the states.");
    private final Key<Integer> people = withDefault(
            "people",
            Types.integer(1, MOST_PEOPLE),
            1,
            "So many in one of the states at once. With 1 each person is told once; with more the alarm is about all of them.");
    private final Key<Integer> present = withDefault(
            "present", Types.integer(1, MOST_PEOPLE), 1, "Only while so many are there at once, whatever they wear.");
    private final Key<List<String>> cameras =
            withDefault("cameras", Types.listOf(Types.LINE), List.of(), "Where; none named: at all of them.");
    private final Key<String> zone =
            optional("zone", Types.NAME, "Only in this zone; none: everywhere before the camera.");
    private final Key<List<Schedule.Entry>> schedule = withDefault(
            "schedule",
            Types.oneOrMore(new ScheduleShape()),
            List.of(),
            "When the rule is on; one or a list; none: always.");
    private final Key<Duration> coolDown = withDefault(
            "cool_down",
            Types.DURATION,
            Duration.ZERO,
            "After an alarm no other of this rule at the same camera for so long; what still goes on then is told then. For a"
                    + " `share` at least its time.");
    private final Key<String> text = optional(
            "text",
            Types.LINE,
            "What the alarm says, with `{camera}`, `{zone}`, `{state}`, `{count}`, `{share}`, `{rule}`.");
    private final Key<List<String>> channels =
            withDefault("channels", Types.oneOrMore(Types.NAME), List.of(), "Who is told, by the channels' names.");
    private final Key<Boolean> urgent =
            withDefault("urgent", Types.BOOLEAN, false, "For channels that make a difference.");

    public RuleShape() {
        super("rule");
    }

    @Override
    protected Rule build(Section section) throws ConfigurationException {
        ShareCondition condition = section.orNull(share);
        String place = section.orNull(zone);
        int atOnce = section.value(people);
        String line = section.orNull(text);
        return new Rule(
                section.value(name),
                states(section.value(when)),
                section.value(holds),
                condition,
                atOnce,
                section.value(present),
                section.value(cameras).stream().map(CameraId::new).collect(Collectors.toCollection(LinkedHashSet::new)),
                place,
                new Schedule(section.value(schedule)),
                section.value(coolDown),
                new AlarmText(line == null ? standardText(condition, atOnce, place) : line),
                section.value(channels),
                section.value(urgent));
    }

    private static CountedStates states(List<String> names) {
        Set<MaskState> known = EnumSet.noneOf(MaskState.class);
        names.stream()
                .filter(name -> !name.equals(CountedStates.CANNOT_TELL))
                .map(MaskState::of)
                .forEach(known::add);
        return new CountedStates(known, names.contains(CountedStates.CANNOT_TELL));
    }

    private static String standardText(@Nullable ShareCondition share, int people, @Nullable String zone) {
        String what = share != null ? "{share} of {count} people" : people > 1 ? "{count} people" : "{state}";
        return "{rule}: " + what + " at {camera}" + (zone == null ? "" : ", {zone}");
    }
}
