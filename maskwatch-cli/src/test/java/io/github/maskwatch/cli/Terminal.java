package io.github.maskwatch.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a run of the command line left on a terminal without colours. */
record Terminal(int exitCode, String out, String err) {

    /** Runs {@code maskwatch} in this very process. */
    static Terminal maskwatch(String... args) {
        return run(Main.commandLine(), args);
    }

    static Terminal run(CommandLine commandLine, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int exitCode = Main.run(commandLine, args);
        return new Terminal(exitCode, out.toString(), err.toString());
    }
}
