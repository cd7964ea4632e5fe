package io.github.maskwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "rules",
        description = "Checks rules, says what alarms they would have raised, and silences them for a while.",
        mixinStandardHelpOptions = true,
        subcommands = {RulesCheckCommand.class, RulesReplayCommand.class, RulesSnoozeCommand.class})
final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Without a name: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
