package io.github.maskwatch.cli;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.cli.doctor.Check;
import io.github.maskwatch.cli.doctor.ClockCheck;
import io.github.maskwatch.cli.doctor.DetectorCheck;
import io.github.maskwatch.cli.doctor.Examination;
import io.github.maskwatch.cli.doctor.Finding;
import io.github.maskwatch.cli.doctor.FindingText;
import io.github.maskwatch.cli.doctor.FolderCheck;
import io.github.maskwatch.cli.doctor.Grade;
import io.github.maskwatch.cli.doctor.JavaCheck;
import io.github.maskwatch.cli.doctor.LibraryCheck;
import io.github.maskwatch.cli.doctor.MemoryCheck;
import io.github.maskwatch.cli.doctor.SiteChecks;
import io.github.maskwatch.cli.doctor.WebcamsCheck;
import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.cli.monitor.SiteFile;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.video.Cameras;
import io.github.maskwatch.video.FirstLook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = {
            "Looks for what is wrong with this machine, and says what to do; with a configuration of maskwatch monitor also with its"
                    + " cameras, store and channels.",
            "",
            "Nothing is changed, no alarm goes out; cameras are opened for a moment. The exit code is 3 if something is wrong; a"
                    + " warning is not."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {
    /** For opening a camera, and for its first frame. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** Cameras and channels come before it; it is for what hangs all the same. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final long CACHE_BYTES = 300L << 20;
    private static final long TEMPORARY_BYTES = 64L << 20;
    /** The first person is in view by then. */
    private static final int DRAWN_FRAME = 50;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "CONFIG", description = "A site's configuration.")
    private @Nullable Path file;

    @Option(
            names = "--json",
            description = "Print one JSON object: wrong, warnings, findings (grade, subject, text, cure).")
    private boolean json;

    private final Map<String, String> environment;

    DoctorCommand() {
        this(System.getenv());
    }

    /** @param environment that secrets may be in */
    DoctorCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Site site = site(findings);
        findings.addAll(new Examination(LIMIT, FailureHandler::lineOf).of(checks(site)));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(FindingText.json(findings));
        } else {
            FindingText.lines(findings).forEach(out::println);
        }
        out.flush();
        boolean wrong = findings.stream().anyMatch(each -> each.grade() == Grade.WRONG);
        return (wrong ? ExitCode.BAD_INPUT : ExitCode.DONE).number();
    }

    private @Nullable Site site(List<Finding> findings) {
        Path named = file;
        if (named == null) {
            return null;
        }
        try {
            Site site = SiteFile.read(named, environment);
            findings.add(new Finding(Grade.OK, "configuration", named + " can be used", null));
            return site;
        } catch (IOException | IllegalArgumentException e) {
            findings.add(
                    new Finding(
                            Grade.WRONG,
                            "configuration",
                            FailureHandler.lineOf(e),
                            "mend it (maskwatch config keys lists what may be in it); cameras, store and channels were not looked at"));
            return null;
        }
    }

    private List<Check> checks(@Nullable Site site) {
        String model = site == null ? BundledDetector.NANO.id() : site.monitor().detector();
        ZoneId zone = site == null ? ZoneId.systemDefault() : site.rules().timeZone();
        Runtime machine = Runtime.getRuntime();
        List<Check> checks = new ArrayList<>(List.of(
                JavaCheck.ofThis(),
                new LibraryCheck("FFmpeg", FirstLook::ffmpeg),
                new DetectorCheck(model, () -> SiteOpening.detector(model), DoctorCommand::drawn),
                new MemoryCheck(
                        machine.maxMemory(),
                        machine.availableProcessors(),
                        site == null ? 0 : site.cameras().size()),
                new FolderCheck("cache", cache(), true, CACHE_BYTES),
                new FolderCheck(
                        "temporary files",
                        Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
                        false,
                        TEMPORARY_BYTES),
                new ClockCheck(Clock.systemUTC(), zone, !zone.equals(ZoneId.systemDefault()))));
        if (site == null) {
            checks.add(new WebcamsCheck(Cameras::list));
        } else {
            checks.addAll(SiteChecks.of(
                    site,
                    camera -> FirstLook.at(SiteOpening.source(camera, PATIENCE, PATIENCE)),
                    Clock.systemUTC(),
                    new SecureRandom()));
        }
        return checks;
    }

    private Path cache() {
        return FirstUse.prepared(System.getProperties(), environment).folder();
    }

    private static Image drawn() throws IOException {
        try (FrameReader frames = new DemoSource(1, null).open()) {
            Frame frame = frames.next();
            for (int i = 0; i < DRAWN_FRAME && frame != null; i++) {
                frame = frames.next();
            }
            if (frame == null) {
                throw new IOException("the demonstration ended before its time");
            }
            return frame.image();
        }
    }
}
