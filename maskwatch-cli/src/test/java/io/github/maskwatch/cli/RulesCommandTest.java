package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.StateChanged;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.monitor.event.EventJson;
import io.github.maskwatch.tracking.TrackId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesCommandTest {
    private static final String RULES = """
            time_zone: Europe/Berlin
            rules:
              - name: bare
                when: [without_mask, mask_worn_incorrectly]
                for: 2 s
                schedule: {days: mon-fri, hours: "07:00-19:00"}
                cool_down: 30 s
                channels: door-light
                text: Please cover your nose and mouth.
              - name: few
                when: with_mask
                share: below 80 % over 10 min, of at least 10 people
                cameras: [hall]
                urgent: true
            """;
    private static final Instant START = Instant.parse("2026-11-25T08:30:00Z");
    private static final CameraId DOOR = new CameraId("door");
    private static final TrackId TRACK = new TrackId(0x00c0ffee00c0ffeeL);

    @TempDir
    private Path folder;

    private String rules = "";

    @BeforeEach
    void write() throws IOException {
        rules = file("rules.yaml", RULES);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String stored() {
        Random random = new Random(1);
        List<Event> events = List.of(
                new PersonAppeared(EventId.random(START, random), START, DOOR, TRACK),
                new StateChanged(
                        EventId.random(START, random), START.plusSeconds(1), DOOR, TRACK, null, MaskState.WITHOUT_MASK),
                new AlarmRaised(
                        EventId.random(START, random), START.plusSeconds(2), DOOR, "bare", TRACK, null, null, "Mask!"),
                new PersonLeft(
                        EventId.random(START, random),
                        START.plusSeconds(90),
                        DOOR,
                        TRACK,
                        MaskState.WITHOUT_MASK,
                        Duration.ofSeconds(89)));
        return String.join("\n", events.stream().map(EventJson::write).toList()) + "\n";
    }

    private static String frame(int second, String changes) {
        return "{\"camera\":\"door\",\"frame\":%d,\"position_s\":1.0,\"time\":\"%s\",\"latency_ms\":3.1,\"width\":640,"
                        .formatted(second, START.plusSeconds(second))
                + "\"height\":480,\"mirrored\":true,\"faces\":[{\"box\":[1.0,2.0,3.0,4.0],\"score\":0.9,\"state\":\"with_mask\","
                + "\"probabilities\":{\"with_mask\":1.0,\"without_mask\":0.0,\"mask_worn_incorrectly\":0.0}}]"
                + changes + "}\n";
    }

    private static String change(String rest) {
        return ",\"changes\":[{\"track\":\"00c0ffee00c0ffee\",\"change\":" + rest + "}]";
    }

    private static String watched() {
        return frame(0, change("\"appeared\""))
                + frame(1, change("\"state\",\"from\":\"cannot_tell\",\"to\":\"without_mask\""))
                + frame(4, "")
                + frame(90, change("\"left\",\"from\":\"without_mask\""));
    }

    @Test
    void storedEvents() throws IOException {
        Terminal terminal = Terminal.maskwatch("rules", "replay", file("events.jsonl", stored()), rules);

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        List<String> lines = terminal.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("TIME                   RULE         CAMERA  PERSON            TEXT");
        assertThat(lines.get(1))
                .isEqualTo("2026-11-25 09:30:03.0  bare         door    00c0ffee00c0ffee  Please cover your nose and"
                        + " mouth.");
        assertThat(lines.get(3)).isEqualTo("1 alarm (bare 1), times of Europe/Berlin");
        assertThat(lines.get(4)).matches("4 events over 1 min 30 s, in [0-9.]+ s: [0-9,]+ times real time");
        assertThat(lines.get(5)).isEqualTo("1 recorded alarms left out of account");
        assertThat(lines).hasSize(6);
    }

    @Test
    void watchedFramesTellTheSame() throws IOException {
        Terminal frames = Terminal.maskwatch("rules", "replay", "--json", file("w.jsonl", watched()), rules);
        Terminal events = Terminal.maskwatch("rules", "replay", "--json", file("e.jsonl", stored()), rules);

        AlarmRaised alarm = (AlarmRaised) EventJson.read(frames.out().strip());
        assertThat(alarm.time()).isEqualTo(START.plusSeconds(3));
        assertThat(alarm.rule()).isEqualTo("bare");
        assertThat(frames.err()).contains("3 events over 1 min 30 s");
        AlarmRaised other = (AlarmRaised) EventJson.read(events.out().strip());
        assertThat(other.row().event())
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(alarm);
    }

    @Test
    void watchedFramesTellOfZones() throws IOException {
        String zoned = file("zoned.yaml", """
                time_zone: UTC
                rules:
                  - {name: hall-bare, when: without_mask, for: 2 s, zone: hall, text: Mask!}
                """);
        String place = ",\"places\":[{\"track\":\"00c0ffee00c0ffee\",\"event\":\"%s\",\"place\":\"hall\","
                + "\"state\":\"without_mask\"%s}]";
        String frames = frame(0, change("\"appeared\""))
                + frame(1, change("\"state\",\"from\":\"cannot_tell\",\"to\":\"without_mask\""))
                + frame(20, place.formatted("zone_entered", ""))
                + frame(30, place.formatted("zone_left", ",\"stayed_s\":9.5"))
                + frame(90, change("\"left\",\"from\":\"without_mask\""));
        Terminal terminal = Terminal.maskwatch("rules", "replay", "--json", file("w.jsonl", frames), zoned);
        assertThat(EventJson.read(terminal.out().strip()).time()).isEqualTo(START.plusSeconds(22));
        assertThat(terminal.err()).contains("5 events over 1 min 30 s");
    }

    @Test
    void withoutAlarms() throws IOException {
        Terminal terminal = Terminal.maskwatch("rules", "replay", file("events.jsonl", "\n"), rules);

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).startsWith("no alarm").contains("0 events over 0.0 s");
    }

    @Test
    void aLineThatWasCutOffIsLeftOut() throws IOException {
        Terminal cut =
                Terminal.maskwatch("rules", "replay", file("events.jsonl", stored() + "{\"id\":\"0193628e-57f"), rules);
        Terminal whole = Terminal.maskwatch(
                "rules", "replay", file("events.jsonl", stored() + "{\"id\":\"0193628e-57f\n"), rules);

        assertThat(cut.exitCode()).isZero();
        assertThat(cut.out()).contains("the last line is not complete and was left out");
        assertThat(whole.exitCode()).isEqualTo(3);
        assertThat(whole.err()).contains("events.jsonl:5: not JSON: ").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "[] # wanted an object in braces",
                "{} # an event needs a field \"id\"",
                "{\"frame\":1} # a frame's line needs a field \"time\"",
                "{\"frame\":1,\"time\":\"noon\"} # a time must be ISO 8601 in UTC, got \"noon\"",
                "{\"frame\":1,\"time\":\"+999999999-01-01T00:00:00Z\"} # a time must be in 1970 to 9999",
                "{\"frame\":1,\"time\":\"2026-11-25T00:00:00Z\",\"changes\":{}} # changes must be a list",
                "{\"frame\":1,\"time\":\"2026-11-25T00:00:00Z\",\"changes\":[{\"track\":\"1\",\"change\":\"left\"}]} # a frame's line needs a field \"camera\"",
                "{\"frame\":1,\"camera\":\"a\",\"time\":\"2026-11-25T00:00:00Z\",\"changes\":[{\"track\":\"1\",\"change\":\"left\"}]} # a track must be of 16 hexadecimal digits",
                "{\"frame\":1,\"camera\":\"a\",\"time\":\"2026-11-25T00:00:00Z\",\"changes\":[{\"track\":\"00c0ffee00c0ffee\",\"change\":\"sat\"}]} # a change must be appeared, state or left, got \"sat\"",
            })
    void aLineThatIsNoEventIsToldWithItsNumber(String line, String said) throws IOException {
        Terminal terminal = Terminal.maskwatch("rules", "replay", file("events.jsonl", "\n" + line + "\n"), rules);

        assertThat(terminal.exitCode()).isEqualTo(3);
        assertThat(terminal.err()).contains("events.jsonl:2: ").contains(said).hasLineCount(1);
    }

    @Test
    void filesThatCannotBeRead() throws IOException {
        String events = file("events.jsonl", stored());
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 1, 2});

        assertThat(Terminal.maskwatch("rules", "replay", "none.jsonl", rules).err())
                .isEqualTo("maskwatch: no such file or folder: none.jsonl" + System.lineSeparator());
        assertThat(Terminal.maskwatch("rules", "replay", events, "none.yaml"))
                .extracting(Terminal::exitCode)
                .isEqualTo(3);
        assertThat(Terminal.maskwatch("rules", "replay", folder.toString(), rules)
                        .err())
                .contains("is a folder");
        assertThat(Terminal.maskwatch(
                                "rules", "replay", folder.resolve("binary").toString(), rules)
                        .err())
                .contains("is not a text file in UTF-8")
                .hasLineCount(1);
    }

    @Test
    void checkSaysWhatEachRuleDoes() {
        Terminal terminal = Terminal.maskwatch("rules", "check", rules);

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out().lines())
                .containsExactly(
                        "bare: anyone without mask or worn incorrectly for 2 s; mon-fri 07:00-19:00; then silent for 30 s; to"
                                + " door-light",
                        "few: share of people with mask below 80 % over 10 min, of at least 10 people at hall; told to"
                                + " nobody (urgent)",
                        "2 rules, times of Europe/Berlin, at most 20 alarms in 10 min");
    }

    @Test
    void checkTellsAMistakeInOneLine() throws IOException {
        Terminal terminal =
                Terminal.maskwatch("rules", "check", file("wrong.yaml", RULES.replace("cool_down", "cool_dwon")));

        assertThat(terminal.exitCode()).isEqualTo(3);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .isEqualTo("maskwatch: wrong.yaml:7: rules[0]: unknown key \"cool_dwon\"; did you mean \"cool_down\"?"
                        + System.lineSeparator());
    }

    @Test
    void theExamplesOfTheDocumentationAreRight() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("maskwatch.root", ".."), "docs", "rules.md"));
        String[] parts = page.split("```yaml\n", -1);

        assertThat(parts.length).isGreaterThanOrEqualTo(4);
        for (int i = 1; i < parts.length; i++) {
            String example = parts[i].substring(0, parts[i].indexOf("```"));
            Terminal terminal = Terminal.maskwatch("rules", "check", file("example.yaml", example));
            assertThat(terminal.err()).as(example).isEmpty();
        }
    }

    @Test
    void withoutANameItSaysWhatThereIs() {
        assertThat(Terminal.maskwatch("rules").out()).contains("check", "replay");
    }
}
