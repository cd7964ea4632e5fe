package io.github.maskwatch.cli;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.monitor.live.LiveConfig;
import io.github.maskwatch.tracking.TrackingConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Shows Maskwatch at work without a camera: a drawn entrance, and people with a photographed face who put masks on and"
                    + " take them off. Scene and masks are drawn; what is said of them comes from the real pipeline.",
            "",
            "It opens a window, if there is a display, and serves a page that only this machine can open, until Ctrl-C. With"
                    + " --output it writes the annotated video and ends after --duration, or 30 seconds."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {
    static final String BANNER = "Demonstration";

    private static final Duration WRITTEN = Duration.ofSeconds(30);

    @Spec
    CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Other people's walks, the same each time. Default: ${DEFAULT-VALUE}.")
    long seed = 1;

    @ArgGroup(heading = "%nFaces and masks:%n", exclusive = false, validate = false, order = 1)
    DetectorOptions detector = new DetectorOptions();

    @ArgGroup(heading = "%nWhere it is shown and written:%n", exclusive = false, validate = false, order = 2)
    ShowingOptions showing = new ShowingOptions();

    private final WatchRun.@Nullable DetectorOpener opener;

    DemoCommand() {
        this(null);
    }

    /** @param opener instead of the one that the options name, for tests */
    DemoCommand(WatchRun.@Nullable DetectorOpener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        FrameSource scene = new DemoSource(seed, length());
        TrackingConfig tracking = detector.tracking(scene);
        WatchRun run = new WatchRun(
                showing,
                opener == null ? () -> detector.open(tracking) : opener,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        return run.watch(scene, config().withTracking(tracking)).number();
    }

    private @Nullable Duration length() {
        boolean limited = showing.duration != null || showing.frames != null;
        boolean written = showing.output != null || showing.events != null;
        return written && !limited ? WRITTEN : showing.duration;
    }

    private LiveConfig config() {
        return LiveConfig.defaults().withBanner(BANNER).withRealtime(atItsOwnSpeed(showing));
    }

    /** Who looks on wants the scene's own speed; a video or a list of events wants every frame, however long that takes. */
    static boolean atItsOwnSpeed(ShowingOptions showing) {
        return !showing.headless && showing.output == null && showing.events == null;
    }
}
