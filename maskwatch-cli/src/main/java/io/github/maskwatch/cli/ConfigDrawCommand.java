package io.github.maskwatch.cli;

import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.cli.monitor.SiteCamera;
import io.github.maskwatch.cli.monitor.SiteFile;
import io.github.maskwatch.cli.picture.PictureFile;
import io.github.maskwatch.cli.watch.OutputException;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.monitor.overlay.Overlay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "draw",
        description = {
            "Takes a picture with each camera of a configuration and draws its zones, its lines with an arrow that points in, and the"
                    + " size that a face must have, so that one sees whether they lie where they should.",
            "",
            "A camera that cannot be opened is one line, and the exit code is 4; the others are drawn."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ConfigDrawCommand implements Callable<Integer> {
    /** For opening a camera, and for its first frame. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int LONGEST_NAME = 60;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CONFIG", description = "A YAML file.")
    private Path file = Path.of("");

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FOLDER|FILE",
            description =
                    "A folder, where each camera's picture has its name; or, for one camera, FILE.jpg or FILE.png.")
    private Path output = Path.of("");

    @Option(names = "--camera", paramLabel = "NAME", description = "This one only. Default: all.")
    private @Nullable String camera;

    @Option(
            names = "--faces",
            paramLabel = "pixelated|raw",
            description =
                    "How faces look in the pictures: pixelated (nobody can be recognised) or raw. Default: pixelated.")
    private KeptFaces faces = KeptFaces.PIXELATED;

    private final Map<String, String> environment;

    ConfigDrawCommand() {
        this(System.getenv());
    }

    /** @param environment that secrets may be in */
    ConfigDrawCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, Failure {
        Site site = SiteFile.read(file, environment);
        List<SiteCamera> cameras = SiteCameras.of(site, file, camera);
        boolean single = isPicture(output);
        if (single) {
            SiteCameras.only(cameras);
        } else {
            makeFolder();
        }
        if (faces == KeptFaces.RAW) {
            complain(KeptFaces.RAW_NOTICE.toLowerCase(Locale.ROOT) + " (--faces raw)");
        }
        try (MaskDetector hiding = faces == KeptFaces.RAW ? null : SiteOpening.detector(site)) {
            return draw(cameras, new PlannedPicture(new Overlay(), hiding), single)
                    .number();
        }
    }

    private static boolean isPicture(Path output) {
        return !Files.isDirectory(output)
                && output.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)");
    }

    private void makeFolder() throws OutputException {
        try {
            Files.createDirectories(output);
        } catch (IOException e) {
            throw new OutputException("cannot make the folder " + output + " for the pictures", e);
        }
    }

    private ExitCode draw(List<SiteCamera> cameras, PlannedPicture picture, boolean single) throws OutputException {
        PrintWriter out = spec.commandLine().getOut();
        Set<String> names = new HashSet<>();
        ExitCode code = ExitCode.DONE;
        for (SiteCamera each : cameras) {
            Path target = single ? output : output.resolve(fileName(each, names));
            Image drawn = drawn(each, picture);
            if (drawn == null) {
                code = ExitCode.SOURCE_LOST;
                continue;
            }
            write(drawn, target);
            out.println(WatchSummary.line("Drawn", "%s: %s", each.camera().name(), target));
            out.flush();
        }
        return code;
    }

    private @Nullable Image drawn(SiteCamera each, PlannedPicture picture) {
        try {
            return picture.of(each, SiteOpening.source(each.camera(), PATIENCE, PATIENCE));
        } catch (IOException | IllegalArgumentException e) {
            complain(each.camera().name() + ": " + FailureHandler.lineOf(e));
            return null;
        }
    }

    private static void write(Image drawn, Path target) throws OutputException {
        try {
            PictureFile.write(drawn, target);
        } catch (IOException e) {
            throw new OutputException("cannot write " + target + ": " + FailureHandler.lineOf(e), e);
        }
    }

    /** Two cameras whose names differ in what no file's name can hold are told apart by a number. */
    private static String fileName(SiteCamera each, Set<String> taken) {
        String safe = each.camera().name().replaceAll("[^\\p{L}\\p{N}.-]", "-").replaceFirst("^\\.+", "");
        String base = safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + "-" + i;
        }
        return name + ".jpg";
    }

    private void complain(String line) {
        spec.commandLine().getErr().println("maskwatch: " + line);
        spec.commandLine().getErr().flush();
    }
}
