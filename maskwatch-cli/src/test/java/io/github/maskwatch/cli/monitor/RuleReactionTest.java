package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.event.StateChanged;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.monitor.rules.RuleSet;
import io.github.maskwatch.monitor.rules.Snooze;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.StoreAddress;
import io.github.maskwatch.tracking.TrackId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleReactionTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:30:00Z");
    private static final CameraId DOOR = new CameraId("door");

    private final Random random = new Random(1);

    @TempDir
    Path folder;

    private RuleSet rules() throws IOException {
        return rules("{name: bare, when: without_mask}");
    }

    private RuleSet rules(String rule) throws IOException {
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                cameras: [{name: door, source: demo}]
                rules: [%s]
                """.formatted(rule));
        return SiteFile.read(file, Map.of()).rules();
    }

    /** Longer ago than any rule remembers. */
    @Test
    void aSnoozeThatLastsLongOutlivesAStart() throws Exception {
        Instant begin = NOW.minus(Duration.ofDays(3));
        RuleReaction reaction;
        try (DatabaseEventStore store = DatabaseEventStore.open(new StoreAddress.InFile(folder.resolve("events.db")))) {
            store.append(
                    List.of(new Snooze("bare", NOW.plusSeconds(10)).note(EventId.random(begin, random), begin)),
                    List.of());
            reaction = RuleReaction.remembering(rules(), store, NOW, random);
        }

        assertThat(reaction.to(bare(), NOW).events()).isEmpty();
        assertThat(reaction.to(List.of(), NOW.plusSeconds(11)).events()).hasSize(1);
    }

    @Test
    void aClockThatIsSetBackIsNotedAndEndsNoWaiting() throws Exception {
        RuleReaction reaction = started("{name: bare, when: without_mask, for: 10 s}");
        Instant back = NOW.minus(Duration.ofHours(1));

        assertThat(reaction.to(bare(), NOW).events()).isEmpty();
        assertThat(reaction.to(List.of(), NOW.plusSeconds(1)).events()).isEmpty();
        assertThat(reaction.to(List.of(), back).events())
                .singleElement()
                .isInstanceOfSatisfying(ServiceNoted.class, note -> {
                    assertThat(note.name()).isEqualTo("clock_set_back");
                    assertThat(note.time()).isEqualTo(back);
                    assertThat(note.text()).startsWith("by 3601 s; ");
                });
        assertThat(reaction.to(bare(back.plusSeconds(1)), back.plusSeconds(1)).events())
                .isEmpty();
        assertThat(reaction.to(List.of(), back.plusSeconds(8)).events()).isEmpty();
        assertThat(reaction.to(List.of(), back.plusSeconds(9)).events())
                .extracting(Event::time)
                .containsExactly(back.plusSeconds(9));
        assertThat(reaction.to(List.of(), back.plusSeconds(20)).events())
                .extracting(Event::time)
                .containsExactly(back.plusSeconds(11));
    }

    @Test
    void eventsOfBothClocksMayComeTogether() throws Exception {
        RuleReaction reaction = started("{name: bare, when: without_mask, for: 10 s}");
        Instant back = NOW.minus(Duration.ofHours(1));
        List<Event> batch = new ArrayList<>(bare());
        batch.addAll(bare(back));
        batch.addAll(bare());
        reaction.to(List.of(), NOW);

        assertThat(reaction.to(batch, back).events())
                .extracting(event -> event.row().name())
                .containsExactly("clock_set_back");
        assertThat(reaction.to(List.of(), back.plusSeconds(9)).events()).isEmpty();
        assertThat(reaction.to(List.of(), back.plusSeconds(10)).events()).hasSize(2);
    }

    @Test
    void aSecondOrTwoIsNoOtherClock() throws Exception {
        RuleReaction reaction = started("{name: bare, when: without_mask, for: 10 s}");
        reaction.to(bare(), NOW);

        assertThat(reaction.to(List.of(), NOW.minusSeconds(5)).events()).isEmpty();
        assertThat(reaction.to(List.of(), NOW.plusSeconds(10)).events()).hasSize(1);
    }

    /** What a service before the clock was set back wrote. */
    @Test
    void eventsOfTheFutureDoNotTakeAStartThere() throws Exception {
        RuleReaction reaction;
        try (DatabaseEventStore store = DatabaseEventStore.open(new StoreAddress.InFile(folder.resolve("events.db")))) {
            store.append(bare(NOW.plusSeconds(3600)), List.of());
            reaction =
                    RuleReaction.remembering(rules("{name: bare, when: without_mask, for: 10 s}"), store, NOW, random);
        }

        assertThat(reaction.to(bare(), NOW).events()).isEmpty();
        assertThat(reaction.to(List.of(), NOW.plusSeconds(9)).events()).isEmpty();
        assertThat(reaction.to(List.of(), NOW.plusSeconds(10)).events()).hasSize(1);
    }

    private RuleReaction started(String rule) throws IOException {
        try (DatabaseEventStore store = DatabaseEventStore.open(new StoreAddress.InFile(folder.resolve("events.db")))) {
            return RuleReaction.remembering(rules(rule), store, NOW, random);
        }
    }

    private List<Event> bare() {
        return bare(NOW);
    }

    private List<Event> bare(Instant time) {
        TrackId track = TrackId.random(random);
        return List.of(
                new PersonAppeared(EventId.random(time, random), time, DOOR, track),
                new StateChanged(EventId.random(time, random), time, DOOR, track, null, MaskState.WITHOUT_MASK));
    }
}
