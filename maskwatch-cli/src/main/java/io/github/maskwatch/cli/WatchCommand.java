package io.github.maskwatch.cli;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.cli.monitor.SiteCamera;
import io.github.maskwatch.cli.watch.NamedPictures;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.monitor.live.LiveConfig;
import io.github.maskwatch.monitor.live.Reconnection;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.video.FirstWebcam;
import io.github.maskwatch.video.StillPictures;
import io.github.maskwatch.video.VideoOptions;
import io.github.maskwatch.video.VideoSource;
import io.github.maskwatch.video.Webcam;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "watch",
        description = {
            "Finds the faces in a camera's picture, a video or photos, and says of each whether it wears a mask:"
                    + " green with mask, red without, amber worn incorrectly or,"
                    + " dashed, cannot tell.",
            "",
            "It shows them in a window, if there is a display, and on a page that only this machine can open. Cameras and streams"
                    + " never lag: frames that cannot be worked on in time are dropped. One that falls silent is opened again"
                    + " until it is back. Files give every frame, as fast as they can be worked on.",
            "",
            "In everything but pictures each person is followed from frame to frame, and what is said of the mask is what all looks"
                    + " say together, from the third on; a mask put on or taken off shows within a second.",
            "",
            "Ctrl-C ends it and finishes the files that it writes; the exit code is then 130."
        },
        footerHeading = "%nA line of --events FILE.jsonl:%n",
        footer = {
            "  {\"camera\": \"door.mp4\",       the source, without a password",
            "   \"file\": \"photos/a.jpg\",     for photos only",
            "   \"frame\": 41,                from 0, with gaps where frames were dropped",
            "   \"position_s\": 1.64,         seconds since the source's start",
            "   \"time\": \"2026-11-23T09:41:07.250Z\",  when it was read",
            "   \"latency_ms\": 38.2,         from read to drawn",
            "   \"width\": 640, \"height\": 480, \"mirrored\": false,",
            "   \"faces\": [{\"box\": [x, y, width, height],  px",
            "     \"score\": 0.87, \"state\": \"with_mask\",  or cannot_tell",
            "     \"probabilities\": {\"with_mask\": 0.97,",
            "       \"without_mask\": 0.02, \"mask_worn_incorrectly\": 0.01},",
            "     \"track\": \"9c1e8a0f52b7d364\",  whose it is, at random; not with",
            "                                    --no-track, nor at the first look",
            "     \"vote\": {\"state\": \"with_mask\",  what all looks say together",
            "       \"probabilities\": {…}}}],",
            "   \"changes\": [{\"track\": \"9c1e8a0f52b7d364\",  where something changed",
            "     \"change\": \"state\",        or appeared, or left",
            "     \"from\": \"without_mask\", \"to\": \"with_mask\"}],",
            "   \"places\": [{\"track\": \"9c1e8a0f52b7d364\",  with --site, where",
            "     \"event\": \"line_passed\",  something happened there; or",
            "                             zone_entered, zone_left",
            "     \"place\": \"door\", \"direction\": \"in\",",
            "     \"state\": \"with_mask\"}]}"
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class WatchCommand implements Callable<Integer> {
    /** The reader speaks up a little earlier than the watch over it, because it knows more of what is wrong. */
    private static final Duration READER_SILENCE = Duration.ofMillis(4500);

    private static final String DEMO = "demo";
    private static final long DEMO_SEED = 1;

    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SOURCE",
            description =
                    "A camera's number (0, 1, …) or auto for the first that works; a video or picture file; a folder of"
                            + " pictures; an rtsp://, http:// or https:// address; or demo. May be left out with --site.")
    @Nullable
    String source;

    @Option(
            names = "--mirror",
            negatable = true,
            description = "Mirror the picture left to right. Default: for cameras of this machine only.")
    @Nullable
    Boolean mirror;

    @Option(
            names = "--realtime",
            description = "Play a file at its own speed, as a camera: frames that come too fast are dropped.")
    boolean realtime;

    @Option(
            names = "--give-up-after",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End with exit code 4 if a lost camera or stream is not back after this time, such as 10m."
                    + " Default: try for ever.")
    @Nullable
    Duration giveUpAfter;

    @Option(
            names = "--wait",
            description =
                    "Wait for a camera or stream that is not there at the start, instead of ending with an error.")
    boolean waitForSource;

    @ArgGroup(heading = "%nFaces and masks:%n", exclusive = false, validate = false, order = 1)
    DetectorOptions detector = new DetectorOptions();

    @ArgGroup(heading = "%nWhere it is shown and written:%n", exclusive = false, validate = false, order = 2)
    ShowingOptions showing = new ShowingOptions();

    @ArgGroup(heading = "%nZones and lines:%n", exclusive = false, validate = false, order = 3)
    SiteOptions places = new SiteOptions();

    private final WatchRun.@Nullable DetectorOpener opener;

    WatchCommand() {
        this(null);
    }

    /** @param opener instead of the one that the options name, for tests */
    WatchCommand(WatchRun.@Nullable DetectorOpener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        SiteOptions.Chosen site = places.chosen(System.getenv());
        FrameSource opened = source(site);
        if (site != null && source == null) {
            PrintWriter err = spec.commandLine().getErr();
            site.closed(Instant.now()).ifPresent(err::println);
            err.flush();
        }
        TrackingConfig tracking = detector.tracking(opened);
        WatchRun run = new WatchRun(
                showing,
                opener == null ? () -> detector(site, unsure(tracking, opened)) : opener,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        LiveConfig config = config(opened, site == null ? null : site.camera());
        return run.watch(opened, config.withTracking(tracking)).number();
    }

    /** The site's own, unless the options ask for another: what is counted here is what is counted there. */
    private MaskDetector detector(SiteOptions.@Nullable Chosen site, @Nullable TrackingConfig tracking)
            throws IOException, Failure {
        return site == null || detector.isAskedFor() ? detector.open(tracking) : SiteOpening.detector(site.detector());
    }

    /** Where faces are to be hidden, unsure ones count, even if nobody is followed. */
    private @Nullable TrackingConfig unsure(@Nullable TrackingConfig tracking, FrameSource opened) {
        boolean hides = showing.kept(opened) == KeptFaces.PIXELATED;
        return tracking == null && hides ? TrackingConfig.DEFAULTS : tracking;
    }

    /** What is named, or the site's camera under its name there. */
    private FrameSource source(SiteOptions.@Nullable Chosen site) {
        if (source != null) {
            return parsed(source);
        }
        if (site == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required parameter: 'SOURCE', or --site CONFIG with a camera");
        }
        FrameSource parsed = parsed(site.camera().camera().source());
        return parsed instanceof NamedPictures
                ? parsed
                : new NamedSource(site.camera().camera().id(), parsed);
    }

    private static FrameSource parsed(String named) {
        if (named.toLowerCase(Locale.ROOT).equals(DEMO)) {
            return new DemoSource(DEMO_SEED, null);
        }
        VideoOptions defaults = VideoOptions.defaults();
        VideoSource parsed = VideoSource.parse(named, defaults.withTimeouts(defaults.openTimeout(), READER_SILENCE));
        return parsed instanceof StillPictures pictures ? new NamedPictures(pictures) : parsed;
    }

    private LiveConfig config(FrameSource opened, @Nullable SiteCamera planned) {
        boolean demo = isDemo(opened);
        boolean webcam = opened instanceof Webcam || opened instanceof FirstWebcam;
        boolean mirrored = planned == null ? webcam : planned.camera().mirror();
        return LiveConfig.defaults()
                .withPlaces(planned == null ? null : planned.place())
                .withBanner(demo ? DemoCommand.BANNER : "")
                .withMirror(mirror == null ? mirrored : mirror)
                .withRealtime(realtime || (demo && DemoCommand.atItsOwnSpeed(showing)))
                .withReconnection(reconnection());
    }

    private static boolean isDemo(FrameSource opened) {
        return opened instanceof DemoSource
                || (opened instanceof NamedSource named && named.source() instanceof DemoSource);
    }

    private Reconnection reconnection() {
        Reconnection usual = Reconnection.defaults().withPatience(waitForSource);
        return giveUpAfter == null ? usual : usual.withGiveUpAfter(giveUpAfter);
    }
}
