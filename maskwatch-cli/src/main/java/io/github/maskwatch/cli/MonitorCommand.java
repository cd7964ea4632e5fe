package io.github.maskwatch.cli;

import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.cli.monitor.SiteFile;
import io.github.maskwatch.cli.monitor.SiteLog;
import io.github.maskwatch.cli.monitor.SiteRun;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.monitor.service.CameraConfig;
import io.github.maskwatch.video.VideoFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
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

    /** How a log's line is written; picocli shows the names. */
    @SuppressWarnings("checkstyle:ConstantName")
    enum LogForm {
        text,
        json
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Failure {
        Site site = SiteFile.read(file, System.getenv());
        SiteLog log = new SiteLog(spec.commandLine().getOut(), form == LogForm.json, Clock.systemUTC());
        boolean interrupted;
        try (StopSignal signal = new StopSignal(spec.commandLine().getErr(), "Stopping; everything is written …")) {
            try (SiteRun run =
                    SiteRun.start(site, camera -> source(site, camera), () -> SiteOpening.detector(site), log)) {
                Thread watchdog = stopper(run, signal);
                run.await();
                watchdog.interrupt();
            }
            interrupted = signal.getAsBoolean();
        }
        return (interrupted ? ExitCode.INTERRUPTED : ExitCode.DONE).number();
    }

    /** Ends the watch when somebody asks or the time is over. */
    private Thread stopper(SiteRun run, StopSignal signal) {
        long end = duration == null ? Long.MAX_VALUE : System.nanoTime() + duration.toNanos();
        Thread thread = new Thread(
                () -> {
                    try {
                        while (!signal.getAsBoolean() && (end == Long.MAX_VALUE || System.nanoTime() - end < 0)) {
                            Thread.sleep(100);
                        }
                        run.stop();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "maskwatch-stopper");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static FrameSource source(Site site, CameraConfig camera) {
        FrameSource parsed = SiteOpening.source(camera, OPENING, READER_SILENCE);
        boolean repeat = site.cameras().stream().anyMatch(each -> each.camera().equals(camera) && each.repeat());
        return new NamedSource(
                camera.id(), repeat && parsed instanceof VideoFile video ? new LoopedSource(video) : parsed);
    }
}
