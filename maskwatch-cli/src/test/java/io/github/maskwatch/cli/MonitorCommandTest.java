package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.StoreAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class MonitorCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FIGURES = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/metrics");

    @TempDir
    Path folder;

    /** Each is a mistake of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cameras: []",
                "cameras: [{name: door}]",
                "camera: [{name: door, source: demo}]",
                "cameras: [{name: door, source: demo, fps: many}]",
                "cameras: [{name: door, source: 'rtsp://me:hunter2@host/a'}]",
                "cameras: [{name: door, source: 'rtsp://me:hunter2/@host/a'}]",
                "cameras: [{name: door, source: 'rtsp://me:12/hunter2@host/a', user: me, password: hunter2}]",
                "cameras: [{name: door, source: 'rtsp://me@x:hunter2@host/a'}]",
                "cameras: [{name: door, source: demo}]\nstore: {url: 'postgresql://me:12/hunter2@host/a'}",
                "cameras: [{name: door, source: demo}, {name: door, source: demo}]",
                "cameras: [{name: door, source: demo, password: hunter2}]",
                "cameras: [{name: door, source: demo}]\nrules: [{name: a, when: bare}]",
                "cameras: [{name: door, source: demo}]\nrules: [{name: a, when: without_mask, channels: nobody}]",
                "cameras: [{name: door, source: demo}]\nrules: [{name: a, when: without_mask, zone: nowhere}]",
                "cameras: [{name: door, source: demo}]\nstore: {keep: long}",
                "cameras: [{name: door, source: demo}\n",
                "cameras: [{name: door, source: demo}]\ndetector: nothing.onnx",
                "cameras: [{name: door, source: nowhere://a}]"
            })
    void whatIsWrongWithAConfigurationIsOneLine(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("site.yaml"), yaml);

        Terminal run = Terminal.maskwatch("monitor", file.toString(), "--duration", "2s");

        assertThat(run.exitCode()).isIn(2, 3);
        assertThat(lines(run.err())).as(run.err()).hasSize(1);
        assertThat(run.err()).startsWith("maskwatch: ").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cpu-share 1.5 | | --cpu-share must be above 0 to 1, got 1.5",
                "--cpu-share 0 | | --cpu-share must be above 0 to 1, got 0.0",
                "--cpu-share NaN | | --cpu-share must be above 0 to 1, got NaN",
                "--cpu-share much | | is not a double",
                "--statistics-only | pictures: {folder: pictures} | --statistics-only and pictures of",
            })
    void optionsThatCannotBe(String options, @Nullable String more, String said) throws IOException {
        Path file = Files.writeString(
                folder.resolve("site.yaml"),
                "cameras: [{name: door, source: demo}]\n" + (more == null ? "" : more + "\n"));
        List<String> args = new ArrayList<>(List.of("monitor", file.toString(), "--duration", "2s"));
        args.addAll(List.of(options.split(" ")));

        Terminal run = Terminal.maskwatch(args.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(lines(run.err())).as(run.err()).singleElement().asString().contains(said);
        assertThat(folder.resolve("maskwatch.db")).doesNotExist();
    }

    @Test
    void statisticsOnlyByAnOptionTellsNothingOfAnybody() throws Exception {
        RecordedDemo.record(folder.resolve("door.mp4"), Duration.ofSeconds(8));
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                metrics_port: 0
                cameras: [{name: door, source: door.mp4, repeat: true}]
                rules: [{name: anybody, when: [with_mask, without_mask, mask_worn_incorrectly, cannot_tell]}]
                """.replace(
                        "door.mp4", folder.resolve("door.mp4").toString()));
        StringWriter out = new StringWriter();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> run = threads.submit(() -> Main.run(
                    Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(new StringWriter())),
                    "monitor",
                    file.toString(),
                    "--statistics-only",
                    "--cpu-share",
                    "0.5",
                    "--duration",
                    "8s"));
            URI page = page(out, run);
            while (!run.isDone()) {
                assertNobodyIsTold(page);
                Thread.sleep(500);
            }
            assertThat(run.get()).isEqualTo(0);
        } finally {
            threads.shutdownNow();
        }
        assertThat(kinds(folder.resolve("maskwatch.db"))).containsOnly("started", "stopped", "camera");
        assertThat(out.toString()).contains("statistics only: no event about people is stored");
    }

    private static void assertNobodyIsTold(URI page) throws IOException {
        try {
            assertThat(ask(page, "/metrics", "127.0.0.1:" + page.getPort()))
                    .contains("maskwatch_camera_people{camera=\"door\"} 0.0")
                    .contains("maskwatch_camera_people_without_mask{camera=\"door\"} 0.0");
        } catch (ConnectException e) {
            // It ends, and the page with it.
            return;
        }
    }

    private static List<String> lines(String text) {
        // A first start may tell that it unpacks libraries.
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Unpacking"))
                .toList();
    }

    @Test
    void watchesAVideoAndTellsFigures() throws Exception {
        RecordedDemo.record(folder.resolve("door.mp4"), Duration.ofSeconds(12));
        Path file = Files.writeString(
                folder.resolve("site.yaml"),
                "metrics_port: 0\ncameras: [{name: door, source: " + folder.resolve("door.mp4") + ", repeat: true}]\n");
        StringWriter out = new StringWriter();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> run = threads.submit(() -> Main.run(
                    Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(new StringWriter())),
                    "monitor",
                    file.toString(),
                    "--log",
                    "json",
                    "--duration",
                    "6s"));
            URI page = page(out, run);

            assertThat(ask(page, "/healthz", "127.0.0.1:" + page.getPort())).contains(" 200 ", "\"ok\"");
            assertThat(ask(page, "/metrics", "127.0.0.1:" + page.getPort()))
                    .contains(
                            "maskwatch_camera_online{camera=\"door\"}",
                            "maskwatch_camera_frames_read_total{camera=\"door\"}",
                            "maskwatch_camera_latency_p95_seconds{camera=\"door\"}",
                            "maskwatch_camera_people{camera=\"door\"}");
            assertThat(ask(page, "/metrics", "evil.example")).contains(" 403 ").doesNotContain("door");
            assertThat(run.get(60, TimeUnit.SECONDS)).isEqualTo(0);
        } finally {
            threads.shutdownNow();
        }
        for (String line : out.toString().lines().toList()) {
            JsonNode fields = JSON.readTree(line);
            assertThat(List.of("time", "level", "subject", "text")).allMatch(fields::hasNonNull);
        }
        assertThat(kinds(folder.resolve("maskwatch.db"))).contains("appeared");
    }

    private static URI page(StringWriter out, Future<?> run) throws InterruptedException {
        while (!run.isDone()) {
            Matcher found = FIGURES.matcher(out.toString());
            if (found.find()) {
                return URI.create(found.group());
            }
            Thread.sleep(50);
        }
        throw new AssertionError("ended without a page: " + out);
    }

    /** By hand: the JDK's clients set the Host header themselves. */
    private static String ask(URI page, String path, String host) throws IOException {
        try (Socket socket = new Socket(page.getHost(), page.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<String> kinds(Path store) throws IOException {
        List<String> kinds = new ArrayList<>();
        try (DatabaseEventStore events = DatabaseEventStore.openExisting(new StoreAddress.InFile(store))) {
            events.read(
                    EventQuery.ALL,
                    (Event event) -> kinds.add(
                            event instanceof io.github.maskwatch.event.ServiceNoted note
                                    ? note.name()
                                    : event.kind().id()));
        }
        return kinds;
    }
}
