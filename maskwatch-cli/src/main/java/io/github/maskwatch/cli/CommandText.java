package io.github.maskwatch.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The command that is running, as one could type it again. */
final class CommandText {
    private CommandText() {}

    static String of(CommandSpec root) {
        return "maskwatch "
                + root.commandLine().getParseResult().originalArgs().stream()
                        .map(CommandText::quoted)
                        .collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./:=,+@%-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
