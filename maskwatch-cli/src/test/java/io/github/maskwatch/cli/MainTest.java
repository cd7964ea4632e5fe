package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class MainTest {

    @Test
    void withoutArgumentsItSaysWhatThereIs() {
        Terminal terminal = Terminal.maskwatch();

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out())
                .startsWith("Usage: maskwatch")
                .contains("For a start:", "maskwatch demo", "Exit codes:", "130   stopped by Ctrl-C")
                .doesNotContain("generate-completion");
    }

    @Test
    void tellsItsVersion() {
        assertThat(Terminal.maskwatch("--version").out())
                .startsWith("maskwatch ")
                .contains("running on Java ");
    }

    @Test
    void theHelpHasAPlaceForEveryExitCode() {
        String help = Terminal.maskwatch("--help").out();

        for (ExitCode code : ExitCode.values()) {
            assertThat(help).containsPattern("(?m)^  " + code.number() + " ");
        }
    }

    @Test
    void everyCommandHasHelpThatFitsATerminal() {
        for (String command : Main.commandLine().getSubcommands().keySet()) {
            Terminal terminal = Terminal.maskwatch("help", command);
            assertThat(terminal.exitCode()).isZero();
            assertThat(terminal.out()).contains("Usage: maskwatch " + command);
            assertThat(terminal.out().lines())
                    .allSatisfy(line -> assertThat(line.length())
                            .as("%s: %s", command, line)
                            .isLessThanOrEqualTo(80));
        }
    }

    @Test
    void writesACompletionScript() {
        Terminal terminal = Terminal.maskwatch("generate-completion");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).startsWith("#!/usr/bin/env bash").contains("complete -F _complete_maskwatch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hlep | maskwatch: unknown command 'hlep'; did you mean help? (maskwatch --help lists what there is)",
                "--versoin | maskwatch: unknown option '--versoin'; did you mean --version? (maskwatch --help lists what there is)",
                "xyzzy | maskwatch: unknown command 'xyzzy' (maskwatch --help lists what there is)",
                "--frobnicate=3 | maskwatch: unknown option '--frobnicate=3' (maskwatch --help lists what there is)"
            })
    void whatIsNotUnderstoodGetsTheNearestThatIs(String argument, String line) {
        assertThat(Terminal.maskwatch(argument))
                .isEqualTo(new Terminal(ExitCode.WRONG_USE.number(), "", line + System.lineSeparator()));
    }

    @SuppressWarnings("UnusedVariable")
    @Command(name = "sample")
    private static final class Sample implements Callable<Integer> {
        @Option(names = "--epochs")
        private int epochs;

        @Parameters(arity = "1")
        private String photos;

        private final Throwable thrown;

        Sample(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public Integer call() throws Exception {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        }
    }

    private static Terminal sample(Throwable thrown, String... args) {
        CommandLine commandLine = Main.commandLine();
        commandLine.addSubcommand(new Sample(thrown));
        commandLine
                .setParameterExceptionHandler(new WrongUseHandler())
                .setExecutionExceptionHandler(new FailureHandler());
        return Terminal.run(commandLine, args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sample --epoch 3 x | unknown option '--epoch'; did you mean --epochs?",
                "sample --epochs=three x | invalid value for option '--epochs': 'three' is not an int",
                "sample | missing required parameter: '<photos>'",
                "sample x y | one argument too many: 'y'"
            })
    void wrongUseOfACommand(String line, String message) {
        assertThat(sample(new IOException(), line.split(" ")))
                .isEqualTo(new Terminal(
                        2,
                        "",
                        "maskwatch sample: " + message + " (maskwatch help sample lists what there is)"
                                + System.lineSeparator()));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Failure(ExitCode.BAD_MODEL, "no model"), 6, "no model"),
                Arguments.of(new IOException("a\n  b"), 3, "a b"),
                Arguments.of(new NoSuchFileException("x.jpg"), 3, "no such file or folder: x.jpg"),
                Arguments.of(new AccessDeniedException("x.jpg"), 3, "no permission for x.jpg"),
                Arguments.of(
                        new FileSystemException("run/last", null, "No space left on device"),
                        5,
                        "run/last: No space left on device"),
                Arguments.of(
                        new IOException("cannot write the video a.mp4", new IOException("No space left on device")),
                        5,
                        "cannot write the video a.mp4"),
                Arguments.of(new BindException("port 8080 is taken"), 5, "port 8080 is taken"),
                Arguments.of(
                        new IllegalArgumentException("epochs must be above 0, got -1"),
                        2,
                        "epochs must be above 0, got -1"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureIsOneLineAndItsExitCode(Exception thrown, int exitCode, String line) {
        assertThat(sample(thrown, "sample", "x"))
                .isEqualTo(new Terminal(exitCode, "", "maskwatch: " + line + System.lineSeparator()));
    }

    @Test
    void aDefectSaysSoAndShowsWhere() {
        Terminal terminal = sample(new IllegalStateException("oops"), "sample", "x");

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.err())
                .startsWith("maskwatch: this is a defect of Maskwatch, please report it with what follows")
                .contains("IllegalStateException: oops", "\tat ");
    }

    @ParameterizedTest
    @MethodSource("wrappedErrors")
    void memoryThatAWorkersThreadLackedIsOneLineToo(Throwable thrown) {
        Terminal memory = sample(thrown, "sample", "x");

        assertThat(memory.exitCode()).isEqualTo(1);
        assertThat(memory.err()).matches("maskwatch: out of memory: \\d+ MB are not enough; .*-Xmx4g\\R");
    }

    static Stream<Throwable> wrappedErrors() {
        return Stream.of(
                new IllegalStateException("a worker died", new OutOfMemoryError("Java heap space")),
                new IllegalStateException(new ExecutionException(new OutOfMemoryError("Java heap space"))),
                new IOException("cannot read", new OutOfMemoryError("Direct buffer memory")),
                new ExceptionInInitializerError(new OutOfMemoryError("Java heap space")));
    }

    @Test
    void errorsOfTheVirtualMachineAreOneLineToo() {
        Terminal memory = sample(new OutOfMemoryError("Java heap space"), "sample", "x");
        Terminal library = sample(
                new NoClassDefFoundError("x").initCause(new UnsatisfiedLinkError("libgtk.so: not found")),
                "sample",
                "x");

        assertThat(memory.exitCode()).isEqualTo(1);
        assertThat(memory.err()).matches("maskwatch: out of memory: \\d+ MB are not enough; .*-Xmx4g\\R");
        assertThat(library.exitCode()).isEqualTo(1);
        assertThat(library.err())
                .matches(
                        "maskwatch: a native library cannot be loaded on .* \\(this build is for .*\\): libgtk.so: not found\\R");
    }
}
