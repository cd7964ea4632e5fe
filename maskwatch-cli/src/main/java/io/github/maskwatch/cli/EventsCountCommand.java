package io.github.maskwatch.cli;

import io.github.maskwatch.store.DatabaseEventStore;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "count",
        description = "Print how many events a store has.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class EventsCountCommand implements Callable<Integer> {
    @Mixin
    StoreOptions store;

    @Mixin
    EventSelection selection;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (DatabaseEventStore open = store.openExisting()) {
            spec.commandLine().getOut().println(open.count(selection.query()));
            return ExitCode.DONE.number();
        }
    }
}
