package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.cli.monitor.SiteFile;
import io.github.maskwatch.cli.monitor.SiteLog;
import io.github.maskwatch.cli.monitor.SiteRun;
import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.event.Wish;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.StoreAddress;
import io.github.maskwatch.video.VideoFile;
import io.github.maskwatch.video.VideoSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class RulesSnoozeCommandTest {
    private static final String RULES = """
            time_zone: Europe/Berlin
            cameras: [{name: door, source: %s}]
            rules:
              - {name: anybody, when: [with_mask, without_mask, mask_worn_incorrectly, cannot_tell]}
              - {name: bare, when: without_mask}
            """;

    @TempDir
    Path folder;

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("site.yaml"), text);
    }

    private DatabaseEventStore store() throws IOException {
        return DatabaseEventStore.open(new StoreAddress.InFile(folder.resolve("maskwatch.db")));
    }

    private static Terminal snooze(Path config, String... rest) {
        List<String> args = new ArrayList<>(List.of("rules", "snooze", config.toString()));
        args.addAll(List.of(rest));
        return Terminal.maskwatch(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "baer --for 2h # has no rule \"baer\"; did you mean \"bare\"? # 2",
                "hall --for 2h # has no rule \"hall\"; there are anybody, bare # 2",
                "bare --for 40d # --for must be at most 31 d, got 40 d # 2",
                "bare --for soon # is no duration # 2",
                "bare # --for=TIME | --end # 2",
                "bare --for 2h --end # mutually exclusive # 2",
                "bare --for 2h # no such file or folder: # 3",
            })
    void whatIsWrongIsOneLine(String args, String said, int code) throws IOException {
        Terminal run = snooze(config(RULES.formatted("demo")), args.split(" "));

        assertThat(run.err()).contains(said).hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(code);
        assertThat(folder.resolve("maskwatch.db")).doesNotExist();
    }

    @Test
    void whereNoRuleIsAskedNoneCanBeSnoozed() throws IOException {
        assertThat(snooze(config("cameras: [{name: door, source: demo}]"), "--for", "2h")
                        .err())
                .contains("has no rules")
                .hasLineCount(1);
        assertThat(snooze(config("statistics_only: {}\n" + RULES.formatted("demo")), "--for", "2h")
                        .err())
                .contains("statistics_only")
                .hasLineCount(1);
    }

    @Test
    void withoutAServiceTheNextOneTakesNote() throws IOException {
        store().close();

        Terminal run = snooze(config(RULES.formatted("demo")), "--for", "2h");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("All rules are silent until .{19} \\(Europe/Berlin\\)\\.");
        assertThat(run.out()).contains("No service");
        try (DatabaseEventStore store = store()) {
            assertThat(store.wishes().open(9)).extracting(Wish::text).allMatch(text -> text.startsWith("all until "));
            assertThat(store.wishes().open(9)).hasSize(1);
            assertThat(store.count(EventQuery.ALL)).isZero();
        }
    }

    @Test
    void aRunningServiceIsSilentUntilItIsEnded() throws Exception {
        Path video = RecordedDemo.record(folder.resolve("door.mp4"), Duration.ofSeconds(8));
        Path config = config(RULES.formatted(video));
        Site site = SiteFile.read(config, Map.of());
        SiteLog log = new SiteLog(new PrintWriter(new StringWriter()), false, Clock.systemUTC());
        try (SiteRun run = SiteRun.start(
                        site,
                        camera -> new LoopedSource((VideoFile) VideoSource.parse(camera.source())),
                        () -> SiteOpening.detector(site),
                        log);
                DatabaseEventStore store = store()) {
            awaitOne(store, EventKind.ALARM, Instant.EPOCH);

            assertThat(snooze(config, "anybody", "--for", "1h").out()).contains("The service has taken note.");
            Instant begin = noted(store, 1);
            // Somebody who would have raised an alarm.
            awaitOne(store, EventKind.LEFT, begin.plusSeconds(5));
            assertThat(snooze(config, "--end").out())
                    .contains("All rules are no longer silent.", "The service has taken note.");
            Instant end = noted(store, 2);
            awaitOne(store, EventKind.ALARM, end);

            assertThat(alarms(store, begin.plusNanos(1), end)).isEmpty();
            run.stop();
        }
    }

    private static void awaitOne(DatabaseEventStore store, EventKind kind, Instant from)
            throws IOException, InterruptedException {
        EventQuery query = new EventQuery(from, null, Set.of(), Set.of(kind));
        while (store.count(query) == 0) {
            Thread.sleep(200);
        }
    }

    private static Instant noted(DatabaseEventStore store, int which) throws IOException {
        List<Instant> times = new ArrayList<>();
        store.read(new EventQuery(null, null, Set.of(), Set.of(EventKind.SERVICE)), event -> {
            if (event instanceof ServiceNoted note && note.name().equals("snoozed")) {
                times.add(note.time());
            }
        });
        assertThat(times).hasSize(which);
        return times.get(which - 1);
    }

    private static List<Event> alarms(DatabaseEventStore store, Instant from, Instant to) throws IOException {
        List<Event> alarms = new ArrayList<>();
        store.read(new EventQuery(from, to, Set.of(), Set.of(EventKind.ALARM)), event -> {
            if (event instanceof AlarmRaised alarm && alarm.rule().equals("anybody")) {
                alarms.add(event);
            }
        });
        return alarms;
    }
}
