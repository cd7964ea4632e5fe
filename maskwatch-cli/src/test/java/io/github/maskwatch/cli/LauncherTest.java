package io.github.maskwatch.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./maskwatch} in a small copy of the sources' tree, with a false Maven that notes its calls and "builds" a script. */
class LauncherTest {
    private static final Path ROOT = Path.of(System.getProperty("maskwatch.root"));

    @TempDir
    Path temp;

    private Path tree;
    private Path launcher;
    private Path bin;

    @BeforeEach
    void plant() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        tree = Files.createDirectories(temp.resolve("a tree"));
        launcher = executable(tree.resolve("maskwatch"), Files.readString(ROOT.resolve("maskwatch")));
        Files.createDirectories(tree.resolve("maskwatch-core/src/main"));
        Files.createDirectories(tree.resolve("maskwatch-cli/src/main"));
        Files.createFile(tree.resolve("pom.xml"));
        bin = Files.createDirectories(temp.resolve("bin"));
        executable(bin.resolve("mvn"), """
                #!/bin/sh
                echo "$*" >>../calls
                sleep ${FAKE_SECONDS:-0}
                [ ! -e ../broken ] || { echo '[INFO] noise'; echo '[ERROR] Foo.java:[3,4] no such symbol'; exit 1; }
                for argument in "$@"; do
                    case $argument in -Dmaskwatch.folder=*) folder=${argument#*=} ;; esac
                done
                mkdir -p "maskwatch-cli/target/launcher/$folder/bin"
                printf '#!/bin/sh\\nprintf "[%%s]" "$@"\\nexit 7\\n' >"maskwatch-cli/target/launcher/$folder/bin/maskwatch"
                chmod +x "maskwatch-cli/target/launcher/$folder/bin/maskwatch"
                """);
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(temp.toFile());
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("FAKE_SECONDS", "0.3");
        return builder.start();
    }

    private record Outcome(int exitCode, String out, String err) {
        static Outcome of(Process process) throws IOException, InterruptedException {
            String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, SECONDS)).isTrue();
            return new Outcome(process.exitValue(), out, err);
        }
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return Outcome.of(start(arguments));
    }

    private long builds() throws IOException {
        Path calls = temp.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    @Test
    void buildsOnFirstUseOnlyAndPassesArgumentsAndExitCodeOn() throws Exception {
        Outcome first = run("watch", "a b", "", "*");
        Outcome second = run("x");

        assertThat(first.out()).isEqualTo("[watch][a b][][*]");
        assertThat(first.err()).startsWith("Building Maskwatch (first use");
        assertThat(first.exitCode()).isEqualTo(7);
        assertThat(second).isEqualTo(new Outcome(7, "[x]", ""));
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAnewWhenASourceChangesAndKeepsTheBuildBeforeForWhoeverRunsIt() throws Exception {
        run();
        Path source = Files.createFile(tree.resolve("maskwatch-core/src/main/New.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        Outcome changed = run("y");

        assertThat(changed.err()).startsWith("Building Maskwatch anew, because a source has changed");
        assertThat(builds()).isEqualTo(2);
        try (var folders = Files.newDirectoryStream(tree.resolve("maskwatch-cli/target/launcher"), "build-*[0-9]")) {
            assertThat(folders).hasSize(2);
        }
    }

    @Test
    void showsTheEndOfTheLogWhenTheBuildFailsAndTriesAgainNextTime() throws Exception {
        Path broken = Files.createFile(temp.resolve("broken"));

        Outcome failed = run("x");
        Files.delete(broken);
        Outcome mended = run("x");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("    [ERROR] Foo.java:[3,4] no such symbol", "the whole log is " + tree.toRealPath())
                .doesNotContain("noise");
        assertThat(mended.out()).isEqualTo("[x]");
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        Process one = start("1");
        Process two = start("2");

        assertThat(Outcome.of(one).out()).isEqualTo("[1]");
        assertThat(Outcome.of(two).out()).isEqualTo("[2]");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void takesTheLockOfADeadOneAway() throws Exception {
        Path lock = Files.createDirectories(tree.resolve("maskwatch-cli/target/launcher/lock"));
        Process dead = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), Long.toString(dead.pid()));

        assertThat(run("x").out()).isEqualTo("[x]");
        assertThat(lock).doesNotExist();
    }

    @Test
    void leavesNothingBehindWhenItIsStopped() throws Exception {
        Files.writeString(bin.resolve("mvn"), "#!/bin/sh\nexec sleep 30\n");
        Process process = start("x");
        Path lock = tree.resolve("maskwatch-cli/target/launcher/lock/pid");
        while (!Files.exists(lock) && process.isAlive()) {
            Thread.sleep(20);
        }
        Thread.sleep(200);

        process.destroy();

        assertThat(process.waitFor(20, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(lock.getParent()).doesNotExist();
    }

    @Test
    void saysInOneLineWhatIsMissing() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString()).directory(temp.toFile());
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", "/nowhere");

        Outcome outcome = Outcome.of(builder.start());

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "maskwatch: JAVA_HOME is /nowhere, but there is no bin/javac in it;"
                                + " building Maskwatch needs a JDK, 17 or newer\n"));
    }
}
