package io.github.maskwatch.cli;

import io.github.maskwatch.cli.monitor.LibraryLines;
import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.cli.monitor.SiteFile;
import io.github.maskwatch.cli.monitor.SiteLog;
import io.github.maskwatch.cli.monitor.SiteRun;
import io.github.maskwatch.cli.watch.StopKeys;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.monitor.service.CameraConfig;
import io.github.maskwatch.monitor.service.MonitorConfig;
import io.github.maskwatch.monitor.service.StatisticsConfig;
import io.github.maskwatch.video.VideoFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "monitor",
        description = {
            "Watches the cameras of a site for as long as it is left to, without a window: keeps a record of who came, passed and left"
                    + " and how the masks were worn, and tells people when a rule says so.",
            "",
            "Everything is in one YAML file: maskwatch config check CONFIG says what is wrong with it, maskwatch config keys"
                    + " what may be in it. Ctrl-C or SIGTERM end the watch within five seconds, with everything written."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class MonitorCommand implements Callable<Integer> {
    /** As for {@code watch}: the reader gives up a silent stream after this. */
    private static final Duration READER_SILENCE = Duration.ofSeconds(10);

    /** A camera that is back again is to be seen again within 10 s. */
    private static final Duration OPENING = Duration.ofSeconds(6);

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CONFIG", description = "The site's configuration, a YAML file.")
    private Path file = Path.of("");

    @Option(
            names = "--log",
            paramLabel = "text|json",
            description = "How the lines of the log are written. Default: ${DEFAULT-VALUE}.")
    private LogForm form = LogForm.text;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End after this time, such as 10m. Default: never.")
    private @Nullable Duration duration;

    @Option(
            names = "--statistics-only",
            description =
                    "Store and tell no event about people, only counts of at least 20 minutes and 10 people, whether"
                            + " CONFIG says statistics_only or not.")
    private boolean statisticsOnly;

    @Option(
            names = "--cpu-share",
            paramLabel = "SHARE",
            description =
                    "How much of the machine may be busy looking for faces, on average, above 0 to 1. Default: cpu_share of CONFIG.")
    private @Nullable Double cpuShare;

    private final AtomicReference<@Nullable SiteRun> running = new AtomicReference<>();

    /** How a log's line is written; picocli shows the names. */
    @SuppressWarnings("checkstyle:ConstantName")
    enum LogForm {
        text,
        json
    }

    @Override
    @SuppressWarnings("try") // the libraries' lines act by being open
    public Integer call() throws IOException, InterruptedException, Failure {
        Site site = overridden(SiteFile.read(file, System.getenv()));
        SiteLog log = new SiteLog(spec.commandLine().getOut(), form == LogForm.json, Clock.systemUTC());
        try (LibraryLines lines = new LibraryLines(log);
                StopKeys keys = new StopKeys(this::stop);
                SiteRun run =
                        SiteRun.start(site, camera -> source(site, camera), () -> SiteOpening.detector(site), log)) {
            running.set(run);
            if (duration != null) {
                run.stopAfter(duration);
            }
            if (keys.wished()) {
                run.stop();
            }
            run.await();
            return (keys.wished() ? ExitCode.INTERRUPTED : ExitCode.DONE).number();
        }
    }

    /** As the file says, but for what the options say. */
    private Site overridden(Site site) throws Failure {
        MonitorConfig config = site.monitor();
        Double share = cpuShare;
        if (share != null) {
            if (!(share > 0 && share <= 1)) {
                throw new Failure(ExitCode.WRONG_USE, "--cpu-share must be above 0 to 1, got " + share);
            }
            config = config.withFleet(config.fleet().withCpuShare(share));
        }
        if (statisticsOnly && config.statisticsOnly() == null) {
            if (site.pictures() != null) {
                throw new Failure(
                        ExitCode.WRONG_USE,
                        "--statistics-only and pictures of " + file + " contradict each other; leave one out");
            }
            config = config.withStatisticsOnly(StatisticsConfig.DEFAULTS);
        }
        return site.withMonitor(config);
    }

    /** From any thread. */
    private void stop() {
        spec.commandLine().getErr().println("Stopping; everything is written …");
        spec.commandLine().getErr().flush();
        SiteRun run = running.get();
        if (run != null) {
            run.stop();
        }
    }

    private static FrameSource source(Site site, CameraConfig camera) {
        FrameSource parsed = SiteOpening.source(camera, OPENING, READER_SILENCE);
        boolean repeat = site.cameras().stream().anyMatch(each -> each.camera().equals(camera) && each.repeat());
        return new NamedSource(
                camera.id(), repeat && parsed instanceof VideoFile video ? new LoopedSource(video) : parsed);
    }
}
