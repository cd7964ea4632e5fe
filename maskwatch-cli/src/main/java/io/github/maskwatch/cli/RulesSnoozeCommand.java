package io.github.maskwatch.cli;

import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.cli.monitor.SiteFile;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.Wish;
import io.github.maskwatch.event.Wishes;
import io.github.maskwatch.monitor.config.Nearest;
import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.monitor.rules.Rule;
import io.github.maskwatch.monitor.rules.Snooze;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.StoreClaim;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "snooze",
        description = {
            "Silences a rule, or all, for a while, in the service that runs with this configuration, on this machine or, with PostgreSQL, on"
                    + " another one.",
            "",
            "What still goes on when the snooze ends is told then. The service takes note within two seconds; where none runs, the next one"
                    + " does when it starts."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RulesSnoozeCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int MANY = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CONFIG", description = "The site's configuration, a YAML file.")
    private Path file = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "RULE", description = "Its name. Default: all rules.")
    private @Nullable String rule;

    @ArgGroup(multiplicity = "1")
    private How how = new How();

    /** For how long. */
    static final class How {
        @Option(
                names = "--for",
                paramLabel = "TIME",
                required = true,
                converter = DurationConverter.class,
                description = "From now on, such as 30m or 2h; 31 days at most.")
        private @Nullable Duration time;

        @Option(names = "--end", required = true, description = "End a snooze early; without RULE those of all rules.")
        private boolean end;
    }

    private final Clock clock;

    RulesSnoozeCommand() {
        this(Clock.systemUTC());
    }

    RulesSnoozeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Failure {
        Site site = SiteFile.read(file, System.getenv());
        requireRule(site);
        Instant now = clock.instant();
        Instant until = until(now);
        try (DatabaseEventStore store =
                DatabaseEventStore.openExisting(site.store().address())) {
            Wish wish = new Snooze(rule, until).wish(EventId.random(now, new SecureRandom()), now);
            store.wishes().make(wish);
            PrintWriter out = spec.commandLine().getOut();
            out.println(said(site, until));
            out.println(noted(StoreClaim.isTaken(site.store().address()), store.wishes(), wish));
            out.flush();
        }
        return ExitCode.DONE.number();
    }

    private void requireRule(Site site) throws Failure {
        if (site.monitor().statisticsOnly() != null) {
            throw new Failure(
                    ExitCode.WRONG_USE, file + " says statistics_only: no rule is asked, so none can be snoozed");
        }
        List<String> names = site.rules().rules().stream().map(Rule::name).toList();
        if (names.isEmpty()) {
            throw new Failure(ExitCode.WRONG_USE, file + " has no rules, so there is nothing to snooze");
        }
        String named = rule;
        if (named == null || names.contains(named)) {
            return;
        }
        List<String> near = Nearest.to(named, names);
        throw new Failure(
                ExitCode.WRONG_USE,
                file + " has no rule \"" + named + "\""
                        + (near.isEmpty()
                                ? "; there are " + String.join(", ", names)
                                : "; did you mean \"" + String.join("\" or \"", near) + "\"?"));
    }

    private Instant until(Instant now) throws Failure {
        Duration time = how.time;
        if (how.end || time == null) {
            return now;
        }
        if (time.compareTo(Snooze.LONGEST) > 0) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "--for must be at most %s, got %s; leave the rule out of the configuration instead"
                            .formatted(Types.DURATION.show(Snooze.LONGEST), Types.DURATION.show(time)));
        }
        return now.plus(time).truncatedTo(ChronoUnit.MILLIS);
    }

    private String said(Site site, Instant until) {
        String who = rule == null ? "All rules are" : rule + " is";
        return how.end
                ? who + " no longer silent."
                : "%s silent until %s (%s)."
                        .formatted(
                                who,
                                TIME.format(until.atZone(site.rules().timeZone())),
                                site.rules().timeZone());
    }

    private static String noted(boolean running, Wishes wishes, Wish wish) throws IOException, InterruptedException {
        if (!running) {
            return "No service is running on this store; one that is started takes note.";
        }
        return isNoted(wishes, wish)
                ? "The service has taken note."
                : "The service has not taken note within %d s; look into its log.".formatted(PATIENCE.toSeconds());
    }

    private static boolean isNoted(Wishes wishes, Wish wish) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (wishes.open(MANY).stream().noneMatch(each -> each.id().equals(wish.id()))) {
                return true;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return false;
    }
}
