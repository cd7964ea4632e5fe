package io.github.maskwatch.cli;

import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The entry point of {@code maskwatch}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(commandLine(), args));
    }

    /** The command line with its error handling: a user's mistake is one line and an exit code, never a stack trace. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new MaskwatchCommand());
        hide(commandLine, "generate-completion");
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Main::execute)
                .setParameterExceptionHandler(new WrongUseHandler())
                .setExecutionExceptionHandler(new FailureHandler());
    }

    private static void hide(CommandLine commandLine, String command) {
        Objects.requireNonNull(commandLine.getSubcommands().get(command))
                .getCommandSpec()
                .usageMessage()
                .hidden(true);
    }

    private static int execute(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        if (!command.isUsageHelpRequested() && !command.isVersionHelpRequested()) {
            PrintWriter err = parsed.commandSpec().commandLine().getErr();
            FirstUse.prepared(System.getProperties(), System.getenv()).announce(command, err);
        }
        return new RunLast().execute(parsed);
    }

    /** Picocli hands exceptions to the handlers but lets errors of the virtual machine pass. */
    static int run(CommandLine commandLine, String... args) {
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return FailureHandler.handle(e, commandLine);
        }
    }
}
