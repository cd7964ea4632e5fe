package io.github.maskwatch.monitor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.KeyTable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetShapeTest {

    @Test
    void everyKey() throws ConfigurationException {
        RuleSet rules = RuleText.read("""
                time_zone: Europe/Berlin
                storm_limit: {alarms: 5, within: 2 min}
                rules:
                  - name: bare-at-the-door
                    when: [without_mask, mask_worn_incorrectly]
                    for: 2 s
                    people: 1
                    present: 2
                    cameras: [door]
                    zone: entrance
                    schedule: {days: mon-fri, hours: "07:00-19:00"}
                    cool_down: 30 s
                    channels: [door-light, ward-mail]
                    text: Please cover your nose and mouth.
                    urgent: true
                  - name: few
                    when: with_mask
                    share: below 80 % over 10 min, of at least 10 people
                """);

        assertThat(rules.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(rules.storm()).isEqualTo(new StormLimit(5, Duration.ofMinutes(2)));
        assertThat(rules.rules().get(0))
                .isEqualTo(new Rule(
                        "bare-at-the-door",
                        new CountedStates(Set.of(MaskState.WITHOUT_MASK, MaskState.WORN_INCORRECTLY), false),
                        Duration.ofSeconds(2),
                        null,
                        1,
                        2,
                        Set.of(new CameraId("door")),
                        "entrance",
                        new Schedule(List.of(new Schedule.Entry(
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                List.of(Hours.parse("07:00-19:00"))))),
                        Duration.ofSeconds(30),
                        new AlarmText("Please cover your nose and mouth."),
                        List.of("door-light", "ward-mail"),
                        true));
        assertThat(rules.rules().get(1).share()).isEqualTo(new ShareCondition(true, 0.8, Duration.ofMinutes(10), 10));
        assertThat(rules.memory()).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void defaults() throws ConfigurationException {
        RuleSet rules = RuleText.read("rules: [{name: bare, when: cannot_tell}]");

        assertThat(rules.timeZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(rules.storm()).isEqualTo(new StormLimit(20, Duration.ofMinutes(10)));
        assertThat(rules.rules().get(0))
                .isEqualTo(new Rule(
                        "bare",
                        new CountedStates(Set.of(), true),
                        Duration.ZERO,
                        null,
                        1,
                        1,
                        Set.of(),
                        null,
                        Schedule.ALWAYS,
                        Duration.ZERO,
                        new AlarmText("{rule}: {state} at {camera}"),
                        List.of(),
                        false));
    }

    @Test
    void aShareComesBack() {
        ShareCondition share = ShareCondition.parse("above 12.5 % over 1 h");

        assertThat(share).isEqualTo(new ShareCondition(false, 0.125, Duration.ofHours(1), 1));
        assertThat(ShareCondition.parse(share.toString())).isEqualTo(share);
    }

    /** What stands after the name and the states of the first rule, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "durration: 3 s # rules[0]: unknown key \"durration\"; known are name, when",
                "cooldown: 3 s # rules[0]: unknown key \"cooldown\"; did you mean \"cool_down\"?",
                "for: 3 # rules[0].for: wanted a duration such as \"5 s\"",
                "for: -3 s # rules[0].for: wanted a duration such as \"5 s\"",
                "for: 2 d # rules[0]: for must be 0 to 1 d, got 2 d",
                "for: # rules[0].for: wanted a duration such as \"5 s\"",
                "cool_down: 32 d # rules[0]: cool_down must be 0 to 31 d, got 32 d",
                "people: 0 # rules[0].people: wanted a whole number of 1 to 1000, got \"0\"",
                "people: many # rules[0].people: wanted a whole number of 1 to 1000, got \"many\"",
                "present: 1.5 # rules[0].present: wanted a whole number of 1 to 1000, got \"1.5\"",
                "share: 80 % # rules[0].share: wanted a share such as \"below 80 % over 10 min, of at least 10 people\"",
                "share: below 120 % over 10 min # rules[0].share: wanted a share such as",
                "share: below 80 % over 40 d # rules[0].share: wanted a share such as",
                "{share: below 80 % over 10 min, for: 3 s} # rules[0]: share goes without for, people and present",
                "schedule: mon-fri # rules[0].schedule: wanted a section (schedule), got \"mon-fri\"",
                "schedule: {days: noday} # rules[0].schedule.days: wanted days such as \"mon-fri\"",
                "schedule: {hours: 07:00} # rules[0].schedule.hours: wanted hours such as \"07:00-19:00\"",
                "schedule: {hours: []} # rules[0].schedule.hours: wanted at least one: hours",
                "text: Hello {world} # rules[0]: a text knows {camera}, {zone}, {state}, {count}, {share}, {rule}, got {world}",
                "text: in {zone} # rules[0]: the text names {zone}, but the rule has none",
                "text: of {share} # rules[0]: the text names {share}, but the rule has none",
                "cameras: door # rules[0].cameras: wanted a list of: line of text, got \"door\"",
                "channels: [] # rules[0].channels: wanted at least one: name",
                "zone: [mat] # rules[0].zone: wanted a name",
                "urgent: very # rules[0].urgent: wanted true or false, got \"very\"",
            })
    void nonsenseIsOneLine(String field, String said) {
        String fields =
                field.startsWith("{") ? field.substring(1, field.length() - 1).replace(", for", "\n    for") : field;
        refused("rules:\n  - name: bare\n    when: without_mask\n    " + fields + "\n", said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "'' # rules.yaml:1: key \"rules\" is missing",
                "rules: bare # rules: wanted a list of: rule, got \"bare\"",
                "rules: [bare] # rules[0]: wanted a section (rule), got \"bare\"",
                "rules: [{when: with_mask}] # rules[0]: key \"name\" is missing (name)",
                "rules: [{name: x}] # rules[0]: key \"when\" is missing",
                "rules: [{name: x, when: []}] # rules[0].when: wanted at least one: state",
                "rules: [{name: x, when: masked}] # rules[0].when: wanted with_mask, without_mask, mask_worn_incorrectly or cannot_tell, got \"masked\"",
                "rules: [{name: storm-limit, when: with_mask}] # rules[0]: a rule must not be named \"storm-limit\"",
                "rules: [{name: x, when: with_mask}, {name: x, when: with_mask}] # there are two rules named \"x\"",
                "{time_zone: Mars, rules: []} # time_zone: wanted a time zone such as \"Europe/Berlin\"",
                "{storm_limit: {alarms: 0}, rules: []} # storm_limit.alarms: wanted a whole number of 1 to 10000",
                "{storm_limit: {within: 0 s}, rules: []} # storm_limit: a storm limit's time must be above 0",
            })
    void aNonsensicalFileIsOneLine(String yaml, String said) {
        refused(yaml, said);
    }

    private static void refused(String yaml, String said) {
        assertThatThrownBy(() -> RuleText.read(yaml))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("rules.yaml:")
                .hasMessageContaining(said)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void everyKeyIsInTheTable() {
        assertThat(KeyTable.of(new RuleSetShape(ZoneOffset.UTC)).rows())
                .extracting(KeyTable.Row::path)
                .contains("time_zone", "storm_limit.within", "rules[].for", "rules[].schedule[].hours");
    }
}
