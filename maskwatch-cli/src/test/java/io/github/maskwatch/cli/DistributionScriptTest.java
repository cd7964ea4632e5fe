package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/maskwatch} as it lies in the distribution, with a false Java that prints what it is given. */
class DistributionScriptTest {
    private static final Path ROOT = Path.of(System.getProperty("maskwatch.root"));

    @TempDir
    Path temp;

    private Path script;
    private Path jdk;

    @BeforeEach
    void unpack() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        Path home = Files.createDirectories(temp.resolve("dist with a blank"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/maskwatch-cli-0.0.0.jar"));
        script = home.resolve("bin/maskwatch");
        Files.copy(ROOT.resolve("maskwatch-cli/src/distribution/bin/maskwatch"), script);
        jdk = fakeJdk("jdk", "17.0.1");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Prints each argument between brackets on a line of its own, then ends with the code that its environment tells. */
    private Path fakeJdk(String name, String version) throws IOException {
        Path folder = temp.resolve(name);
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.writeString(folder.resolve("bin/java"), """
                        #!/bin/sh
                        printf '[%s]\\n' "$@"
                        for argument in "$@"; do
                            case $argument in -XX:ArchiveClassesAtExit=*) echo archive >"${argument#*=}" ;; esac
                        done
                        printf 'pid %s tunables %s\\n' $$ "$GLIBC_TUNABLES"
                        exit ${FAKE_EXIT:-0}
                        """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private record Outcome(int exitCode, List<String> lines, long pid) {}

    private Outcome run(Path command, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.directory(Files.createDirectories(temp.resolve("elsewhere")).toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().remove("GLIBC_TUNABLES");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), lines, process.pid());
    }

    @Test
    void passesArgumentsOnUntouched() throws Exception {
        String[] arguments = {"watch", "a b", "", "*", "$HOME", "quote\"'s", "\\", "--x=1 2", "line\nbreak"};

        Outcome outcome = run(script, Map.of(), arguments);

        List<String> wanted = new ArrayList<>();
        for (String argument : arguments) {
            wanted.addAll(List.of(("[" + argument + "]").split("\n")));
        }
        assertThat(outcome.lines()).containsSubsequence(wanted);
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void passesTheExitCodeOnAndBecomesTheJvmItselfSoThatSignalsArrive() throws Exception {
        Outcome outcome = run(script, Map.of("FAKE_EXIT", "6"), "--version");

        assertThat(outcome.exitCode()).isEqualTo(6);
        assertThat(outcome.lines()).anyMatch(line -> line.startsWith("pid " + outcome.pid() + " "));
    }

    @Test
    void worksThroughSymbolicLinks() throws Exception {
        Path first = Files.createSymbolicLink(temp.resolve("first"), script);
        Path second = Files.createSymbolicLink(temp.resolve("second"), temp.relativize(first));

        assertThat(run(second, Map.of(), "x").lines()).contains("[x]");
    }

    @Test
    void givesTrainingMoreMemoryAndAnAllocatorThatKeepsIt() throws Exception {
        Outcome train = run(script, Map.of(), "train", "photos");
        Outcome watch = run(script, Map.of(), "watch", "0");

        assertThat(train.lines()).contains("[-Xmx1g]");
        assertThat(watch.lines()).contains("[-Xmx768m]").anyMatch(line -> line.endsWith("tunables "));
        if (System.getProperty("os.name").equals("Linux")) {
            assertThat(train.lines()).anyMatch(line -> line.contains("glibc.malloc"));
        }
    }

    @Test
    void addsTheUsersOwnOptionsAfterItsOwn() throws Exception {
        Outcome outcome = run(script, Map.of("MASKWATCH_JAVA_OPTS", "-Xmx2g -Dx=y"), "watch");

        assertThat(outcome.lines()).containsSubsequence("[-Xmx768m]", "[-Xmx2g]", "[-Dx=y]", "[watch]");
    }

    @Test
    void usesTheClassArchiveForTheJarsThatItWasMadeOf() throws Exception {
        Outcome outcome = run(script, Map.of(), "--make-archive", "--model", "m.onnx");
        List<String> with = run(script, Map.of(), "watch", "0").lines();
        Files.writeString(script.resolveSibling("../lib/maskwatch-core-0.0.0.jar"), "another build");
        List<String> changed = run(script, Map.of(), "watch", "0").lines();

        assertThat(outcome.exitCode()).as(outcome.lines().toString()).isZero();
        assertThat(with).anyMatch(line -> line.matches("\\[-XX:SharedArchiveFile=.*/lib/archive/[0-9-]+\\.jsa]"));
        assertThat(with).containsSubsequence("[watch]", "[0]");
        assertThat(changed).noneMatch(line -> line.contains("SharedArchiveFile"));
    }

    @Test
    void saysInOneLineThatJavaIsTooOldOrMissing() throws Exception {
        Path old = fakeJdk("old", "11.0.2");

        Outcome tooOld = run(script, Map.of("JAVA_HOME", old.toString()), "x");
        Outcome wrong = run(script, Map.of("JAVA_HOME", "/nowhere"), "x");
        Outcome none =
                run(script, Map.of("JAVA_HOME", "", "PATH", onlyPosixTools().toString()), "x");

        assertThat(tooOld.lines())
                .containsExactly("maskwatch: " + old + "/bin/java is Java 11.0.2; Maskwatch needs Java 17 or newer:"
                        + " set JAVA_HOME to one");
        assertThat(wrong.lines())
                .containsExactly("maskwatch: JAVA_HOME is /nowhere, but there is no bin/java in it;"
                        + " Maskwatch needs Java 17 or newer");
        assertThat(none.lines())
                .containsExactly(
                        "maskwatch: no java on the PATH and JAVA_HOME is not set; Maskwatch needs Java 17 or newer");
        assertThat(List.of(tooOld.exitCode(), wrong.exitCode(), none.exitCode()))
                .containsOnly(1);
    }

    /** A folder for the PATH with the tools that every system has, and no Java. */
    private Path onlyPosixTools() throws IOException {
        Path bin = Files.createDirectories(temp.resolve("bin"));
        for (String tool : List.of("dirname", "readlink", "sed", "head", "uname")) {
            Path wrapper =
                    Files.writeString(bin.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return bin;
    }
}
