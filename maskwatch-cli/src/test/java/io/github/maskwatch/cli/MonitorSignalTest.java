package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, as systemd and containers send it, in a process of its own. */
@Timeout(180)
class MonitorSignalTest {
    /** As long as the packaged unit waits before it kills; how long it takes is in docs/monitor.md. */
    private static final int WITHIN_SECONDS = 20;

    @TempDir
    Path folder;

    @Test
    void aSigtermEndsItSoonWithEverythingWritten() throws Exception {
        assumeFalse(File.separatorChar == '\\', "Windows has no SIGTERM");
        RecordedDemo.record(folder.resolve("door.mp4"), Duration.ofSeconds(4));
        Path site = Files.writeString(
                folder.resolve("site.yaml"),
                "cameras: [{name: door, source: " + folder.resolve("door.mp4") + ", repeat: true}]\n");
        Process monitor = start(site);
        try (BufferedReader log = monitor.inputReader()) {
            awaitWork(log);

            monitor.destroy();

            assertThat(monitor.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS))
                    .as("ends within %d s", WITHIN_SECONDS)
                    .isTrue();
        } finally {
            monitor.destroyForcibly().waitFor();
        }
        assertThat(monitor.exitValue()).isEqualTo(ExitCode.INTERRUPTED.number());
        // Only a store that nobody holds and that was closed in order has no log beside it.
        assertThat(folder.resolve("maskwatch.db-wal")).doesNotExist();
        assertThat(folder.resolve("maskwatch.db-shm")).doesNotExist();
        assertThat(MonitorCommandTest.kinds(folder.resolve("maskwatch.db"))).contains("started", "stopped");
    }

    /** A store that is locked, a mail server and a broker that take connections and say nothing. */
    @Test
    void aSigtermEndsItSoonWhateverHangs() throws Exception {
        assumeFalse(File.separatorChar == '\\', "Windows has no SIGTERM");
        RecordedDemo.record(folder.resolve("door.mp4"), Duration.ofSeconds(8));
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Path site = Files.writeString(folder.resolve("site.yaml"), """
                    cameras: [{name: door, source: %s, repeat: true}]
                    channels:
                      - {kind: mail, name: mail, host: 127.0.0.1, port: %d, security: none, from: a@example.org, to: b@example.org}
                      - {kind: mqtt, name: broker, host: 127.0.0.1, port: %d}
                    rules:
                      - {name: anybody, when: [with_mask, without_mask, mask_worn_incorrectly, cannot_tell], channels: [mail, broker]}
                    """.formatted(
                            folder.resolve("door.mp4"), silent.getLocalPort(), silent.getLocalPort()));
            Process monitor = start(site);
            try (BufferedReader log = monitor.inputReader();
                    Connection locked = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("maskwatch.db"))) {
                await(log, " alarm anybody: ");
                try (Statement statement = locked.createStatement()) {
                    statement.execute("begin immediate");
                }

                // Process.destroy would close the log, too.
                monitor.toHandle().destroy();

                assertThat(monitor.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS))
                        .as("ends within %d s", WITHIN_SECONDS)
                        .isTrue();
                assertThat(log.lines()).anyMatch(line -> line.contains(" events could not be written"));
            } finally {
                monitor.destroyForcibly().waitFor();
            }
            assertThat(monitor.exitValue()).isEqualTo(ExitCode.INTERRUPTED.number());
        }
    }

    @Test
    void aSecondOneIsRefusedUntilTheFirstIsGone() throws Exception {
        Path site = Files.writeString(folder.resolve("site.yaml"), "cameras: [{name: door, source: demo}]\n");
        String store = folder.resolve("maskwatch.db").toString();
        Process first = start(site);
        try (BufferedReader log = first.inputReader()) {
            awaitWork(log);

            Terminal second = Terminal.maskwatch("monitor", site.toString(), "--duration", "2s");

            assertThat(second.err())
                    .startsWith("maskwatch: another maskwatch monitor works with the event store " + store)
                    .hasLineCount(1);
            assertThat(second.exitCode()).isEqualTo(ExitCode.OUTPUT_FAILED.number());
            assertThat(Terminal.maskwatch("events", "count", store).exitCode()).isZero();
            assertThat(Terminal.maskwatch("rates", store).exitCode()).isZero();
            Path file = folder.resolve("all.jsonl");
            assertThat(Terminal.maskwatch("events", "export", store, "--output", file.toString())
                            .exitCode())
                    .isZero();
            assertThat(Terminal.maskwatch("events", "import", store, file.toString())
                            .exitCode())
                    .isZero();
            assertThat(first.isAlive()).isTrue();
        } finally {
            // Kill -9: nobody tidies up.
            first.destroyForcibly().waitFor();
        }
        assertThat(Terminal.maskwatch("monitor", site.toString(), "--duration", "2s")
                        .exitCode())
                .isZero();
    }

    private static Process start(Path site) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx384m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "monitor",
                        site.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Until the camera delivers, and a little longer, so that the signal comes in the midst of work. */
    private static void awaitWork(BufferedReader log) throws IOException, InterruptedException {
        await(log, " door: ");
    }

    private static void await(BufferedReader log, String words) throws IOException, InterruptedException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains(words)) {
                Thread.sleep(2_000);
                return;
            }
        }
        throw new AssertionError("it ended before it said" + words);
    }
}
