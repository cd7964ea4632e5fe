package io.github.maskwatch.cli;

import io.github.maskwatch.monitor.config.Nearest;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Arguments that cannot be understood: one line with the nearest thing that can, and where to read more. */
final class WrongUseHandler implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine commandLine = mistake.getCommandLine();
        String line = "%s: %s (%s lists what there is)"
                .formatted(commandLine.getCommandSpec().qualifiedName(), lineOf(mistake), helpFor(commandLine));
        commandLine.getErr().println(commandLine.getColorScheme().errorText(line));
        return ExitCode.WRONG_USE.number();
    }

    private static String helpFor(CommandLine commandLine) {
        return commandLine.getParent() == null ? "maskwatch --help" : "maskwatch help " + commandLine.getCommandName();
    }

    private static String lineOf(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        String message =
                String.valueOf(mistake.getMessage()).lines().findFirst().orElse("");
        return message.isEmpty() ? "wrong arguments" : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static String unmatched(UnmatchedArgumentException mistake) {
        String argument = mistake.getUnmatched().get(0);
        String kind = mistake.isUnknownOption()
                ? "unknown option"
                : mistake.getCommandLine().getParent() == null ? "unknown command" : "one argument too many:";
        List<String> nearest = nearest(argument, mistake.getCommandLine().getCommandSpec());
        String hint = nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?";
        return kind + " '" + argument + "'" + hint;
    }

    /** Of the command's options or subcommands. */
    private static List<String> nearest(String argument, CommandSpec command) {
        String typed = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        return Nearest.to(
                typed,
                typed.startsWith("-")
                        ? command.optionsMap().keySet()
                        : command.subcommands().keySet());
    }
}
