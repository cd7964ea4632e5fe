package io.github.maskwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "benchmark",
        description = "Measures how fast Maskwatch is on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchmarkTrainCommand.class, BenchmarkDetectCommand.class, BenchmarkMonitorCommand.class})
final class BenchmarkCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Without a name: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
