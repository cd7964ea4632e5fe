package io.github.maskwatch.cli;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.monitor.fleet.Fleet;
import io.github.maskwatch.monitor.fleet.FleetCamera;
import io.github.maskwatch.monitor.fleet.FleetConfig;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.video.VideoFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "monitor",
        description = {
            "Measures many cameras in one process: how many frames of each are worked on, how old they are when that is done, and"
                    + " what it costs.",
            "",
            "The cameras send 640 x 480 px at 25 frames a second, drawn beforehand, with people in view all the time. Reading and decoding"
                    + " are not in these figures; with --source they are."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BenchmarkMonitorCommand implements Callable<Integer> {
    private static final long SEED = 1;
    private static final int MOST_CAMERAS = 256;
    /** So that not all show the same moment. */
    private static final int OFFSET = 37;

    @Spec
    CommandSpec spec;

    @Option(names = "--cameras", paramLabel = "N", description = "How many cameras, 1-256. Default: ${DEFAULT-VALUE}.")
    int cameras = 4;

    @Option(
            names = "--fps",
            paramLabel = "N",
            description = "Frames a second that are wanted of each. Default: ${DEFAULT-VALUE}.")
    double fps = 10;

    @Option(
            names = "--source",
            paramLabel = "FILE",
            description =
                    "A video instead of the drawn pictures, played at its own speed over and over; any number of times, the"
                            + " cameras take them in turns.")
    List<Path> sources = new ArrayList<>();

    @Option(
            names = "--cpu-share",
            paramLabel = "SHARE",
            description =
                    "Share of the machine's processors that may be busy looking for faces, above 0 to 1. Default: 0.75.")
    double cpuShare = FleetConfig.DEFAULTS.cpuShare();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to measure. Default: 20s.")
    Duration duration = Duration.ofSeconds(20);

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to run before. Default: 5s.")
    Duration warmUp = Duration.ofSeconds(5);

    @ArgGroup(heading = "%nFaces and masks:%n", exclusive = false, validate = false, order = 1)
    DetectorOptions detector = new DetectorOptions();

    @Override
    public Integer call() throws IOException, InterruptedException, Failure {
        check();
        for (Path source : sources) {
            new VideoFile(source).open().close();
        }
        FleetConfig config = FleetConfig.DEFAULTS.withCpuShare(cpuShare);
        detector.open(config.tracking()).close();
        MonitorTally tally = new MonitorTally();
        try (Fleet fleet = Fleet.start(watched(), config, () -> open(config.tracking()), tally)) {
            tell("Warming up for " + warmUp.toSeconds() + " s …");
            Thread.sleep(warmUp.toMillis());
            tell("Measuring for " + duration.toSeconds() + " s …");
            tally.begin(fleet.figures());
            Thread.sleep(duration.toMillis());
            tally.end(fleet.figures());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(description());
        tally.lines().forEach(out::println);
        out.flush();
        return ExitCode.DONE.number();
    }

    private void check() throws Failure {
        if (cameras < 1 || cameras > MOST_CAMERAS) {
            throw new Failure(ExitCode.WRONG_USE, "--cameras must be in 1.." + MOST_CAMERAS + ", got " + cameras);
        }
        if (!(fps > 0 && fps <= 60)) {
            throw new Failure(ExitCode.WRONG_USE, "--fps must be above 0 to 60, got " + fps);
        }
        if (!(cpuShare > 0 && cpuShare <= 1)) {
            throw new Failure(ExitCode.WRONG_USE, "--cpu-share must be above 0 to 1, got " + cpuShare);
        }
    }

    private MaskDetector open(TrackingConfig tracking) throws IOException {
        try {
            return detector.open(tracking);
        } catch (Failure e) {
            throw new IllegalStateException("the same options were good before", e);
        }
    }

    private List<FleetCamera> watched() throws IOException {
        List<FleetCamera> watched = new ArrayList<>();
        List<Image> pictures = sources.isEmpty() ? DrawnCamera.draw(SEED) : List.of();
        for (int i = 0; i < cameras; i++) {
            CameraId id = new CameraId("camera " + (i + 1));
            FrameSource source = sources.isEmpty()
                    ? new DrawnCamera(id, pictures, OFFSET * i)
                    : new LoopedSource(new VideoFile(sources.get(i % sources.size())));
            watched.add(new FleetCamera(id, source, fps, false));
        }
        return watched;
    }

    private String description() {
        String what = sources.isEmpty()
                ? "640 x 480 px at 25 frames a second, drawn beforehand"
                : "of " + (sources.size() == 1 ? "a video" : sources.size() + " videos") + ", decoded while measured";
        return String.format(
                Locale.ROOT,
                "%d cameras, %s; %.4g frames a second wanted of each; %d s after %d s of warming up",
                cameras,
                what,
                fps,
                duration.toSeconds(),
                warmUp.toSeconds());
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
