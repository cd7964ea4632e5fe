package io.github.maskwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "events",
        description = "Exports, imports and counts the events of a store.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {EventsExportCommand.class, EventsImportCommand.class, EventsCountCommand.class})
final class EventsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Without a name: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
