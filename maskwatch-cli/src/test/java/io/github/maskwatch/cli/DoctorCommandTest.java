package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(180)
class DoctorCommandTest {
    private static final String SECRET = "hunter2-of-many-characters";

    @TempDir
    Path folder;

    private static Terminal doctor(String... args) {
        return Terminal.run(
                new CommandLine(new DoctorCommand(Map.of("SECRET", SECRET)))
                        .setExecutionExceptionHandler(new FailureHandler())
                        .setParameterExceptionHandler(new WrongUseHandler()),
                args);
    }

    private Path site(String... lines) throws IOException {
        return Files.writeString(folder.resolve("site.yaml"), String.join("\n", lines) + "\n");
    }

    private static Map<String, String> grades(Terminal run) throws IOException {
        Map<String, String> grades = new HashMap<>();
        for (JsonNode each : new JsonMapper().readTree(run.out()).get("findings")) {
            grades.put(each.get("subject").asText(), each.get("grade").asText());
        }
        return grades;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void looksAtTheMachineAlone() throws IOException {
        Terminal run = doctor("--json");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(grades(run))
                .containsEntry("java", "ok")
                .containsEntry("FFmpeg", "ok")
                .containsEntry("model", "ok")
                .containsKeys("processors", "memory", "cache", "temporary files", "clock");
    }

    @Test
    void aGoodSiteIsLeftAsItWas() throws Exception {
        RecordedDemo.record(folder.resolve("door.mp4"), Duration.ofSeconds(2));
        try (ServerSocket receiver = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Path file = site(
                    "cameras: [{name: door, source: " + folder.resolve("door.mp4") + "}]",
                    "channels:",
                    "  - {kind: webhook, name: hook, url: 'http://127.0.0.1:" + receiver.getLocalPort() + "/a',"
                            + " signing_key: '${env:SECRET}', plain_http: true}");

            Terminal run = doctor(file.toString(), "--json");

            assertThat(run.exitCode()).as(run.out()).isZero();
            assertThat(grades(run))
                    .containsEntry("configuration", "ok")
                    .containsEntry("camera door", "ok")
                    .containsEntry("store", "ok")
                    .containsEntry("store's folder", "ok")
                    .containsEntry("channel hook", "ok");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("door.mp4", "site.yaml");
        }
    }

    @Test
    void whatIsNotThereIsToldWithoutASecret() throws IOException {
        int closed = closedPort();
        Path file = site(
                "cameras:",
                "  - {name: door, source: 'rtsp://127.0.0.1:" + closed + "/a', user: me, password: '${env:SECRET}'}",
                "  - {name: yard, source: nowhere.mp4}",
                "store: {url: 'postgresql://me@127.0.0.1:" + closed + "/a', password: '${env:SECRET}'}",
                "channels:",
                "  - {kind: webhook, name: hook, url: 'https://127.0.0.1:" + closed + "/" + SECRET
                        + "', signing_key: '${env:SECRET}'}",
                "  - {kind: mqtt, name: broker, host: 127.0.0.1, port: " + closed
                        + ", user: me, password: '${env:SECRET}'}",
                "  - {kind: mail, name: post, host: 127.0.0.1, port: " + closed
                        + ", user: me, password: '${env:SECRET}', from: a@b.example, to: c@d.example}");

        Terminal run = doctor(file.toString(), "--json");

        assertThat(run.exitCode()).isEqualTo(3);
        Map<String, String> grades = grades(run);
        for (String each :
                List.of("camera door", "camera yard", "store", "channel hook", "channel broker", "channel post")) {
            assertThat(grades).as(run.out()).containsEntry(each, "wrong");
        }
        assertThat(run.out() + run.err()).doesNotContain(SECRET).doesNotContain("javax/");
    }

    @Test
    void aMistakeInTheConfigurationIsALineAndTheMachineIsLookedAtAllTheSame() throws IOException {
        Terminal run = doctor(site("cameras: [{name: door, sauce: demo}]").toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("✗ wrong    configuration", "source", "✓ ok       java", "1 wrong");
        assertThat(run.err()).isEmpty();
    }
}
