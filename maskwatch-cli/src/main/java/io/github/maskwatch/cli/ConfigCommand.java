package io.github.maskwatch.cli;

import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.cli.monitor.SiteFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        description = "The configuration of maskwatch monitor.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConfigCommand.Check.class, ConfigDrawCommand.class, ConfigCommand.Keys.class})
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "check",
            description = "Says what is wrong with a configuration, or what it comes to. Nothing is opened.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "CONFIG", description = "A YAML file.")
        private Path file = Path.of("");

        @Override
        public Integer call() throws IOException {
            Site site = SiteFile.read(file, System.getenv());
            PrintWriter out = spec.commandLine().getOut();
            out.println(WatchSummary.line("Good", "%s", file));
            out.println(WatchSummary.line(
                    "Cameras",
                    "%s",
                    site.cameras().stream()
                            .map(camera -> camera.camera().name())
                            .collect(Collectors.joining(", "))));
            out.println(WatchSummary.line("Rules", "%d", site.rules().rules().size()));
            out.println(WatchSummary.line("Channels", "%d", site.channels().size()));
            out.println(WatchSummary.line(
                    "Store",
                    "%s",
                    site.monitor().statisticsOnly() == null
                            ? site.store().address()
                            : site.store().address() + ", statistics only"));
            if (site.store().auditOutlivesEvents()) {
                out.println(WatchSummary.line(
                        "Note",
                        "the store forgets (keep, size), the log of audit does not: it keeps every event for ever"));
            }
            out.flush();
            return ExitCode.DONE.number();
        }
    }

    @Command(
            name = "keys",
            description = "All that may be in a configuration: keys, types, defaults, meaning, as a table in Markdown.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Keys implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().getOut().print(SiteFile.keys());
            spec.commandLine().getOut().flush();
            return ExitCode.DONE.number();
        }
    }
}
