package io.github.maskwatch.cli;

import io.github.maskwatch.cli.replay.Replay;
import io.github.maskwatch.monitor.event.EventJson;
import io.github.maskwatch.monitor.rules.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = "Says which alarms rules would have raised from recorded events. The alarms that the file itself"
                + " holds are left out of account.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RulesReplayCommand implements Callable<Integer> {
    /** Of the alarms' names alone. */
    private static final long SEED = 1;

    @Parameters(
            index = "0",
            paramLabel = "EVENTS.jsonl",
            description = "Events, one JSON object per line: those of the store, or the frames that 'maskwatch watch"
                    + " --events' writes.")
    Path events;

    @Parameters(index = "1", paramLabel = "RULES.yaml", description = "The rules.")
    Path file;

    @Option(
            names = "--json",
            description =
                    "Print each alarm as a line of JSON, as events are stored; the summary goes to the error output.")
    boolean json;

    @Spec
    CommandSpec spec;

    private final LongSupplier nanoTime;

    RulesReplayCommand() {
        this(System::nanoTime);
    }

    RulesReplayCommand(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public Integer call() throws IOException {
        RuleSet rules = RulesFile.read(file);
        PrintWriter out = spec.commandLine().getOut();
        ReplayTable table = new ReplayTable(out, rules);
        Replay replay = new Replay(rules, events, new Random(SEED), alarm -> {
            if (json) {
                out.println(EventJson.write(alarm));
            } else {
                table.add(alarm);
            }
        });
        long begin = nanoTime.getAsLong();
        Replay.Result result = replay.run();
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - begin);
        out.flush();
        PrintWriter summary = json ? spec.commandLine().getErr() : out;
        table.summary(result, took).forEach(summary::println);
        summary.flush();
        return ExitCode.DONE.number();
    }
}
