package io.github.maskwatch.cli;

import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.transfer.EventFormat;
import io.github.maskwatch.store.transfer.EventTransfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Append the events of a file to a store; the store is made if need be.",
            "Events that the store has already are left as they are, so it may be done twice. Nothing is sent out because of it."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class EventsImportCommand implements Callable<Integer> {
    @Mixin
    StoreOptions store;

    @Parameters(index = "1", paramLabel = "FILE", description = "As \"maskwatch events export\" writes it.")
    Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: what FILE's name ends with.")
    @Nullable
    EventFormat format;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, Failure {
        EventFormat known = EventsExportCommand.format(format, file);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (DatabaseEventStore open = store.open()) {
            long before = open.count(EventQuery.ALL);
            long count = EventTransfer.load(file, known, open);
            long added = open.count(EventQuery.ALL) - before;
            spec.commandLine().getOut().println(count + " events read, " + added + " of them new");
            return ExitCode.DONE.number();
        }
    }
}
