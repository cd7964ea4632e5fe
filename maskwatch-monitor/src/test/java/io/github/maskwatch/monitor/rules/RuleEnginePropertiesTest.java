package io.github.maskwatch.monitor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RuleEnginePropertiesTest {
    private static final int EVENTS = 120;

    private static final String EVERY_KIND = """
            rules:
              - {name: bare, when: without_mask, for: 1.2 s}
              - {name: wrong, when: [mask_worn_incorrectly, cannot_tell], zone: mat, for: 700 ms, cool_down: 6 s}
              - {name: company, when: without_mask, present: 3}
              - {name: crowd, when: [without_mask, with_mask], people: 2, for: 2 s, cool_down: 3 s}
              - {name: few, when: with_mask, share: "below 60 % over 30 s, of at least 2 people"}
              - {name: early, when: without_mask, schedule: {hours: ["00:00-00:01", "00:02-00:03"]}}
            storm_limit:""";
    private static final RuleSet CALM = RuleText.rules(EVERY_KIND + " {alarms: 10000, within: 1 s}");

    private static RuleEngine engine(RuleSet rules) {
        return new RuleEngine(rules, new Random(7));
    }

    private static List<AlarmRaised> run(RuleSet rules, List<Event> events) {
        RuleEngine engine = engine(rules);
        List<AlarmRaised> alarms = new ArrayList<>();
        events.forEach(event -> alarms.addAll(engine.accept(event)));
        alarms.addAll(engine.advance(end(events)));
        return alarms;
    }

    private static Instant end(List<Event> events) {
        return events.get(events.size() - 1).time().plusSeconds(120);
    }

    @Property(tries = 150)
    void aPersonIsToldOncePerRule(@ForAll long seed) {
        List<AlarmRaised> alarms = run(CALM, EventStreams.random(seed, EVENTS));

        assertThat(alarms.stream()
                        .filter(alarm -> alarm.track() != null)
                        .map(alarm -> alarm.rule() + " " + alarm.track()))
                .doesNotHaveDuplicates();
        assertThat(alarms).isSortedAccordingTo(Comparator.comparing(AlarmRaised::time));
    }

    @Property(tries = 150)
    void theStormLimitIsNeverExceededAndEachThatIsHeldBackIsCounted(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int most,
            @ForAll @IntRange(min = 1, max = 60) int s) {
        List<Event> events = EventStreams.random(seed, EVENTS);
        RuleSet limited = RuleText.rules(EVERY_KIND + " {alarms: " + most + ", within: " + s + " s}");

        List<AlarmRaised> alarms = run(limited, events);

        for (int i = most; i < alarms.size(); i++) {
            assertThat(Duration.between(
                            alarms.get(i - most).time(), alarms.get(i).time()))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(s));
        }
        int told = alarms.stream().mapToInt(RuleEnginePropertiesTest::worth).sum();
        assertThat(told).isEqualTo(run(CALM, events).size());
    }

    private static int worth(AlarmRaised alarm) {
        return alarm.rule().equals(Rule.STORM) ? Integer.parseInt(alarm.text().split(" ", 2)[0]) : 1;
    }

    @Property(tries = 150)
    void replayIsLiveForAnySplit(
            @ForAll long seed,
            @ForAll @IntRange(max = EVENTS) int split,
            @ForAll @IntRange(min = 1, max = 4) int most) {
        List<Event> events = EventStreams.random(seed, EVENTS);
        RuleSet rules = RuleText.rules(EVERY_KIND + " {alarms: " + (most == 4 ? 10000 : most) + ", within: 20 s}");
        List<AlarmRaised> replayed = run(rules, events);

        // Live, with the clock running in between.
        RuleEngine live = engine(rules);
        List<AlarmRaised> before = live(live, events.subList(0, split));
        List<AlarmRaised> after = live(live, events.subList(split, EVENTS));
        after.addAll(live.advance(end(events)));
        assertThat(Stream.concat(before.stream(), after.stream())).containsExactlyElementsOf(replayed);

        // Started again in the middle, and primed with what happened before.
        RuleEngine again = engine(rules);
        events.subList(0, split).forEach(again::prime);
        List<AlarmRaised> rest = new ArrayList<>();
        events.subList(split, EVENTS).forEach(event -> rest.addAll(again.accept(event)));
        rest.addAll(again.advance(end(events)));
        Instant begun = split == 0 ? Instant.MIN : events.get(split - 1).time();
        assertThat(rest)
                .endsWith(after.stream()
                        .filter(alarm -> alarm.time().isAfter(begun))
                        .toArray(AlarmRaised[]::new));
    }

    private static List<AlarmRaised> live(RuleEngine engine, List<Event> events) {
        List<AlarmRaised> alarms = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            alarms.addAll(engine.advance(event.time().minusMillis(50)));
            alarms.addAll(engine.advance(event.time().minusMillis(250L * (i % 3))));
            alarms.addAll(engine.accept(event));
        }
        return alarms;
    }

    @Property(tries = 150)
    void aRuleAboutPersonsIsWhatItsSlowTwinIs(
            @ForAll long seed,
            @ForAll @IntRange(max = 30) int holdTenths,
            @ForAll @IntRange(max = 60) int coolTenths,
            @ForAll boolean zoned,
            @ForAll @IntRange(max = 600) int snoozedTenths,
            @ForAll @IntRange(max = 600) int lastsTenths) {
        List<Event> events = EventStreams.random(seed, EVENTS);
        RuleSet rules = RuleText.rule("name: bare, when: [without_mask, cannot_tell], for: %d ms, cool_down: %d ms%s"
                .formatted(holdTenths * 100, coolTenths * 100, zoned ? ", zone: mat" : ""));
        // Between the ticks, so that it is clear what comes first.
        Instant from = Door.START.plusMillis(snoozedTenths * 100L - 50);
        Snooze snooze = new Snooze(seed % 2 == 0 ? null : "bare", from.plusMillis(lastsTenths * 100L + 50));

        List<Event> withSnooze = new ArrayList<>(events);
        withSnooze.add(snooze.note(Door.ID, from));
        withSnooze.sort(Comparator.comparing(Event::time));
        List<AlarmRaised> alarms = run(rules, withSnooze);

        assertThat(alarms.stream().map(alarm -> alarm.time() + " " + alarm.track()))
                .containsExactlyElementsOf(
                        new NaivePersonRule(rules.rules().get(0), snooze, from).alarms(events, end(withSnooze)));
    }

    @Property(tries = 150)
    void aSnoozeSilencesItsRuleForItsTimeAndNoOther(
            @ForAll long seed, @ForAll @IntRange(max = 900) int from, @ForAll @IntRange(max = 900) int lasts) {
        List<Event> events = EventStreams.random(seed, EVENTS);
        Instant begin = Door.START.plusMillis(from * 100L);
        Snooze snooze = new Snooze("bare", begin.plusMillis(lasts * 100L));
        List<Event> withSnooze = new ArrayList<>(events);
        withSnooze.add(snooze.note(Door.ID, begin));
        withSnooze.sort(Comparator.comparing(Event::time));

        List<String> plain = told(run(CALM, events), "bare", false);
        List<AlarmRaised> snoozed = run(CALM, withSnooze);

        assertThat(told(snoozed, "bare", false)).containsExactlyElementsOf(plain);
        // What was due at the moment of the snooze was told before it.
        assertThat(snoozed.stream()
                        .filter(alarm -> alarm.rule().equals("bare"))
                        .filter(alarm ->
                                alarm.time().isAfter(begin) && alarm.time().isBefore(snooze.until())))
                .isEmpty();
        assertThat(before(begin, snoozed)).containsExactlyElementsOf(before(begin, run(CALM, events)));
    }

    /** The share was not met at the moment of the snooze, and was again when its own pause ended. */
    @Example
    void aSnoozeDoesNotForgetAShareThatWaits() {
        aSnoozeSilencesItsRuleForItsTimeAndNoOther(-127, 442, 0);
        aSnoozeSilencesItsRuleForItsTimeAndNoOther(-127, 473, 5);
    }

    private static List<String> before(Instant moment, List<AlarmRaised> alarms) {
        return told(
                alarms.stream().filter(alarm -> alarm.time().isBefore(moment)).toList(), "bare", true);
    }

    private static List<String> told(List<AlarmRaised> alarms, String rule, boolean own) {
        return alarms.stream()
                .filter(alarm -> alarm.rule().equals(rule) == own)
                .map(alarm -> alarm.time() + " " + alarm.rule() + " " + alarm.track() + " " + alarm.text())
                .toList();
    }

    @Property(tries = 100)
    void disorderIsEndured(@ForAll long seed, @ForAll @IntRange(max = 20) int tenths) {
        List<Event> events = new ArrayList<>(EventStreams.random(seed, EVENTS));
        Random random = new Random(seed);
        List<Instant> arrivals = events.stream()
                .map(event -> event.time().plusMillis(100L * random.nextInt(tenths + 1)))
                .toList();
        List<Event> arrived = events.stream()
                .sorted(Comparator.comparing(event -> arrivals.get(events.indexOf(event))))
                .toList();

        List<AlarmRaised> alarms = run(CALM, arrived);

        assertThat(alarms.stream()
                        .filter(alarm -> alarm.track() != null)
                        .map(alarm -> alarm.rule() + " " + alarm.track()))
                .doesNotHaveDuplicates();
        assertThat(alarms).isSortedAccordingTo(Comparator.comparing(AlarmRaised::time));
    }
}
