package io.github.maskwatch.cli;

import java.io.IOException;
import java.nio.file.Path;

/** A command cannot go on for a reason outside of Maskwatch. The message is one line: what was wanted, what came, what to do. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    Failure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    Failure(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** That an output, such as the model or the report, cannot be written. */
    static Failure notWritten(String what, Path output, IOException problem) {
        return new Failure(
                ExitCode.OUTPUT_FAILED,
                what + " cannot be written to " + output + ": " + FailureHandler.lineOf(problem),
                problem);
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
