package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.store.Retention;
import io.github.maskwatch.store.StoreAddress;
import io.github.maskwatch.store.audit.AuditedEventStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:30:00Z");

    private final StringWriter lines = new StringWriter();
    private final SiteLog log = new SiteLog(new PrintWriter(lines, true), false, Clock.fixed(NOW, ZoneOffset.UTC));

    @TempDir
    Path folder;

    /** Else the event would stay for ever, and come months later should the name come back. */
    @Test
    void whatAChannelThatIsGoneWasToSendIsGivenUp() throws Exception {
        ServiceNoted event = new ServiceNoted(EventId.random(NOW, new Random(1)), NOW, "started", "");
        Retention aDay = new Retention(Duration.ofDays(1), null);
        StoreSettings settings = new StoreSettings(new StoreAddress.InFile(folder.resolve("events.db")), aDay, null);
        try (SiteStore store = SiteStore.open(settings, log)) {
            store.events()
                    .append(
                            List.of(event),
                            List.of(
                                    new Delivery(event.id(), "old hook", NOW, 3),
                                    new Delivery(event.id(), "hook", NOW, 0),
                                    new Delivery(event.id(), AuditedEventStore.CHANNEL, NOW, 0)));

            store.abandonAllBut(Set.of("hook"));

            assertThat(store.outboxSize()).isEqualTo(2L);
            assertThat(lines.toString().lines())
                    .containsExactly("2026-11-25T08:30:00Z warn store: 1 delivery of an alarm is given up:"
                            + " no such channel is in the configuration any more");
            store.abandonAllBut(Set.of("hook"));
            assertThat(lines.toString().lines()).as("no news is no line").hasSize(1);
        }
    }
}
