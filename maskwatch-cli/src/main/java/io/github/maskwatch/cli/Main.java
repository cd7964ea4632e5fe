package io.github.maskwatch.cli;

import picocli.CommandLine;

/** The entry point of {@code maskwatch}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line with its error handling: a user's mistake is one line and an exit code, never a stack trace. */
    static CommandLine commandLine() {
        return new CommandLine(new MaskwatchCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureHandler());
    }
}
