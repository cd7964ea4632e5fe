package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No picture is written unless one is asked for: the kernel's own list of the files that a run opens for writing. Needs strace. */
@Timeout(300)
class OpenedFilesTest {
    /** {@code 1234 openat(AT_FDCWD, "/tmp/a", O_WRONLY|O_CREAT, 0666) = 5}, or {@code <unfinished ...>}. */
    private static final Pattern OPENED =
            Pattern.compile("\\d+ +(?:openat\\([^,]+, |open\\(|creat\\()\"([^\"]*)\", ([A-Z_0-9|]+).*");

    @TempDir
    Path folder;

    @BeforeAll
    static void needStrace() throws Exception {
        boolean works;
        try {
            Process process = new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-e", "trace=openat", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            works = process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            works = false;
        }
        assumeTrue(works, "strace is missing, or may not trace here");
    }

    private Path own(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Runs {@code maskwatch} under strace, with a temp and a cache folder of its own; the files that it opened for writing. */
    private Set<Path> opened(String... args) throws IOException, InterruptedException {
        Path trace = folder.resolve("trace.txt");
        Path log = folder.resolve("log.txt");
        List<String> command =
                new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-e", "trace=openat,open,creat"));
        command.addAll(List.of("-o", trace.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:-UsePerfData", "-Xmx512m", "-Djava.awt.headless=true"));
        command.addAll(List.of("-Djava.io.tmpdir=" + own("tmp"), "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("MASKWATCH_CACHE", own("cache").toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return forWriting(trace);
    }

    private Set<Path> forWriting(Path trace) throws IOException {
        Set<Path> files = new TreeSet<>();
        try (Stream<String> lines = Files.lines(trace)) {
            lines.map(OPENED::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> line.group().contains("creat(")
                            || line.group(2).contains("O_WRONLY")
                            || line.group(2).contains("O_RDWR"))
                    .map(line -> Path.of(line.group(1)).toAbsolutePath())
                    .filter(file -> !file.startsWith("/dev") && !file.startsWith("/proc"))
                    .filter(file ->
                            !file.startsWith(folder.resolve("tmp")) && !file.startsWith(folder.resolve("cache")))
                    .forEach(files::add);
        }
        return files;
    }

    /** In the temp and the cache folder neither. */
    private void requireNoPicture() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::toString))
                    .noneMatch(file -> file.matches("(?i).*\\.(jpe?g|png|mp4|m4v|gif|bmp|part)"));
        }
    }

    @Test
    void watchingACameraWritesTheEventsFileAlone() throws Exception {
        Path events = folder.resolve("door.jsonl");
        try (DemoCamera camera = new DemoCamera()) {
            Set<Path> opened = opened(
                    "watch",
                    camera.address(),
                    "--no-window",
                    "--port",
                    "0",
                    "--frames",
                    "30",
                    "--events",
                    events.toString());
            assertThat(opened).containsExactly(events);
        }
        assertThat(Files.readAllLines(events)).hasSize(30).anyMatch(line -> line.contains("\"box\""));
        requireNoPicture();
    }

    @Test
    void monitoringWritesTheStoreAlone() throws Exception {
        Path config = folder.resolve("site.yaml");
        Path site = own("site");
        Files.writeString(config, """
                store: {file: site/events.db}
                cameras:
                  - {name: door, source: demo}
                rules:
                  - {name: anybody, when: [with_mask, without_mask, mask_worn_incorrectly, cannot_tell]}
                """);
        Set<Path> opened = opened("monitor", config.toString(), "--duration", "8s");
        assertThat(opened).isNotEmpty().allMatch(file -> file.startsWith(site));
        assertThat(Files.readString(folder.resolve("log.txt"))).contains("alarm anybody");
        requireNoPicture();
    }
}
