package io.github.maskwatch.cli;

import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.transfer.EventFormat;
import io.github.maskwatch.store.transfer.EventTransfer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description =
                "Write events of a store to a file: CSV, JSON lines or Parquet. A store that is being written to may be exported meanwhile.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class EventsExportCommand implements Callable<Integer> {
    @Mixin
    StoreOptions store;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Where to; there under its name when it is complete.")
    Path output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: what FILE's name ends with.")
    @Nullable
    EventFormat format;

    @Mixin
    EventSelection selection;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, Failure {
        EventFormat wanted = format(format, output);
        try (DatabaseEventStore open = store.openExisting()) {
            long count = EventTransfer.export(open, selection.query(), output, wanted);
            spec.commandLine().getOut().println(count + " events written to " + output);
            return ExitCode.DONE.number();
        }
    }

    static EventFormat format(@Nullable EventFormat named, Path file) throws Failure {
        EventFormat format = named == null ? EventFormat.ofName(file) : named;
        if (format == null) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    file + " ends with none of .csv, .jsonl and .parquet; say which it is with --format");
        }
        return format;
    }
}
