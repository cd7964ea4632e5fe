package io.github.maskwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "rules",
        description = "Checks rules, and says what alarms they would have raised.",
        mixinStandardHelpOptions = true,
        subcommands = {RulesCheckCommand.class, RulesReplayCommand.class})
final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Without a name: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
