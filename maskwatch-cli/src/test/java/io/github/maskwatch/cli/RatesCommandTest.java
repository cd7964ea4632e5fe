package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.LinePassed;
import io.github.maskwatch.event.PeopleCounted;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.StoreAddress;
import io.github.maskwatch.tracking.TrackId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RatesCommandTest {
    private static final CameraId DOOR = new CameraId("door, \"front\"");
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void storeOfADay() throws IOException {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant time = NOON.plusSeconds(60L * i);
            TrackId track = TrackId.random(random);
            MaskState state = i % 10 == 0 ? null : i % 4 == 0 ? MaskState.WITHOUT_MASK : MaskState.WITH_MASK;
            events.add(new LinePassed(EventId.random(time, random), time, DOOR, track, "sill", Direction.IN, state));
            events.add(new PersonLeft(
                    EventId.random(time, random), time.plusSeconds(1), DOOR, track, state, Duration.ofSeconds(4)));
        }
        try (DatabaseEventStore store = DatabaseEventStore.open(new StoreAddress.InFile(folder.resolve("site.db")))) {
            store.append(events, List.of());
        }
    }

    private int run(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("rates", folder.resolve("site.db").toString(), "--time-zone", "UTC"));
        arguments.addAll(List.of(more));
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    @Test
    void countsPeopleWithIntervals() {
        assertThat(run()).isZero();

        assertThat(out.toString())
                .containsPattern("2026-11-25 +door, \"front\" +40 +28 +8 +4 +78 % \\(62–88\\) +\\d+ %")
                .contains("sill in")
                .contains("corrected by the mistakes of nano");
    }

    @Test
    void byHourAsCsv() {
        assertThat(run("--by", "hour", "--csv", "--detector", "none")).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("from,to,camera,place,direction,people,");
        assertThat(lines.get(1))
                .isEqualTo("2026-11-25T12:00:00Z,2026-11-25T13:00:00Z,\"door, \"\"front\"\"\",,,40,28,8,0,4,"
                        + "0.7778,0.6192,0.8828,,,");
    }

    /** Two windows of an afternoon, and a night. */
    private void countsOnly() throws IOException {
        CameraId hall = new CameraId("hall");
        try (DatabaseEventStore store = DatabaseEventStore.open(new StoreAddress.InFile(folder.resolve("site.db")))) {
            store.append(
                    List.of(
                            counted(hall, NOON.plusSeconds(1200), 20, 16),
                            counted(hall, NOON.plusSeconds(2400), 20, 12),
                            counted(hall, NOON.plus(Duration.ofHours(18)), 60 * 17, 10)),
                    List.of());
        }
    }

    private PeopleCounted counted(CameraId camera, Instant to, int minutes, int withMask) {
        return new PeopleCounted(
                EventId.random(to, random), to, camera, to.minus(Duration.ofMinutes(minutes)), withMask, 3, 1, 2);
    }

    @Test
    void aStoreOfCountsAloneHasRatesToo() throws IOException {
        countsOnly();

        assertThat(run("--camera", "hall")).isZero();

        assertThat(out.toString())
                .containsPattern("2026-11-25 +hall +40 +28 +8 +4 +78 % \\(62–88\\) +\\d+ % \\(\\d+–\\d+\\)")
                .containsPattern("2026-11-25 13:00–2026-11-26 06:00 +hall +16 +10 +4 +2 ")
                .contains("A count over the end of a day (statistics only) stands by itself.")
                .contains("corrected by the mistakes of nano");
    }

    @Test
    void countsByHourAsCsv() throws IOException {
        countsOnly();

        assertThat(run("--camera", "hall", "--by", "hour", "--csv", "--detector", "none"))
                .isZero();

        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "2026-11-25T12:00:00Z,2026-11-25T13:00:00Z,hall,,,40,28,6,2,4,0.7778,0.6192,0.8828,,,",
                        "2026-11-25T13:00:00Z,2026-11-26T06:00:00Z,hall,,,16,10,3,1,2,0.7143,0.4535,0.8828,,,");
    }

    @Test
    void nobodyIsSaidSo() {
        assertThat(run("--from", "2027-01-01")).isZero();
        assertThat(out.toString()).contains("Nobody was counted.");
    }

    @Test
    void whatIsWrongIsOneLine() {
        assertThat(run("--detector", "medium")).isEqualTo(2);
        assertThat(err.toString())
                .contains("wanted: nano, small, accurate or none")
                .doesNotContain("\tat ");
    }
}
