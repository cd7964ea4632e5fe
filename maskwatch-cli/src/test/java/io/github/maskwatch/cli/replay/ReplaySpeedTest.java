package io.github.maskwatch.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.monitor.config.ConfigurationReader;
import io.github.maskwatch.monitor.event.EventJson;
import io.github.maskwatch.monitor.rules.RuleSet;
import io.github.maskwatch.monitor.rules.RuleSetShape;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many times real time a day of a busy door is replayed: the figure goes to target/replay-speed.txt. The count of alarms is held. */
class ReplaySpeedTest {
    private static final String RULES = """
            rules:
              - {name: bare, when: [without_mask, mask_worn_incorrectly], for: 2 s, zone: entrance, cool_down: 30 s}
              - {name: crowd, when: [with_mask, without_mask, cannot_tell], people: 8, for: 1 s}
              - {name: few, when: with_mask, share: "below 80 % over 10 min, of at least 10 people"}
              - {name: night, when: without_mask, present: 2, schedule: {days: daily, hours: "22:00-06:00"}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aBusyDay() throws IOException {
        Path day = folder.resolve("day.jsonl");
        try (BufferedWriter lines = Files.newBufferedWriter(day)) {
            for (var event : BusyDay.events(Instant.parse("2026-11-25T00:00:00Z"))) {
                lines.write(EventJson.write(event) + "\n");
            }
        }
        RuleSet rules = new ConfigurationReader(Map.of())
                .read(RULES, "rules.yaml", folder, new RuleSetShape(ZoneId.of("Europe/Berlin")));

        long begin = System.nanoTime();
        Replay.Result result = new Replay(rules, day, new Random(1), alarm -> {}).run();
        double seconds = (System.nanoTime() - begin) / 1e9;

        assertThat(result.events()).isEqualTo(60_000);
        assertThat(result.span()).isGreaterThan(Duration.ofHours(23));
        assertThat(result.alarms().get("bare")).isGreaterThan(100);
        Files.writeString(
                Path.of("target", "replay-speed.txt"),
                String.format(
                        Locale.ROOT,
                        "%d events of a day in %.2f s: %.0f times real time, %s%n",
                        result.events(),
                        seconds,
                        result.span().toMillis() / 1e3 / seconds,
                        result.alarms()));
    }
}
