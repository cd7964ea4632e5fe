package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PersonAppeared;
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
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                cameras: [{name: door, source: demo}]
                rules: [{name: bare, when: without_mask}]
                """);
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

    private List<Event> bare() {
        TrackId track = TrackId.random(random);
        return List.of(
                new PersonAppeared(EventId.random(NOW, random), NOW, DOOR, track),
                new StateChanged(EventId.random(NOW, random), NOW, DOOR, track, null, MaskState.WITHOUT_MASK));
    }
}
