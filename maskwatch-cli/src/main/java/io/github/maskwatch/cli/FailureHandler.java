package io.github.maskwatch.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place where an exception of a command becomes a line on the terminal and an exit code. */
final class FailureHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception exception, CommandLine commandLine, ParseResult parseResult) {
        ExitCode code = codeOf(exception);
        if (code == ExitCode.DEFECT) {
            commandLine
                    .getErr()
                    .println("maskwatch: this is a defect of Maskwatch, please report it with what follows");
            exception.printStackTrace(commandLine.getErr());
        } else {
            commandLine.getErr().println(commandLine.getColorScheme().errorText("maskwatch: " + lineOf(exception)));
        }
        return code.number();
    }

    private static ExitCode codeOf(Exception exception) {
        if (exception instanceof Failure failure) {
            return failure.exitCode();
        }
        // Libraries put everything that the world did wrong into an IOException, and a caller's wrong value into this
        // one.
        if (exception instanceof IOException) {
            return ExitCode.BAD_INPUT;
        }
        return exception instanceof IllegalArgumentException ? ExitCode.WRONG_USE : ExitCode.DEFECT;
    }

    private static String lineOf(Exception exception) {
        String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message.replace('\n', ' ');
    }
}
