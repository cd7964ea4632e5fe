package io.github.maskwatch.cli;

import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.monitor.tell.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a run is shown and written, and how long it lasts; the same for every command that watches. */
final class ShowingOptions {
    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "Write the annotated video as H.264 (FILE.mp4). For a picture also FILE.jpg or FILE.png, for a folder of"
                            + " pictures also a folder.")
    @Nullable
    Path output;

    @Option(
            names = "--faces",
            paramLabel = "pixelated|raw",
            description =
                    "How faces look in what --output writes: pixelated (nobody can be recognised) or raw. Default: pixelated for cameras and"
                            + " streams, raw for what is a file already.")
    @Nullable
    KeptFaces faces;

    @Option(
            names = "--events",
            paramLabel = "FILE.jsonl",
            description = "Append one JSON object per frame: boxes, states, probabilities, times (described below).")
    @Nullable
    Path events;

    @Option(
            names = "--window",
            negatable = true,
            description = "Show a window; q or Esc closes it. Default: if there is a display.")
    @Nullable
    Boolean window;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Serve the page on this port of 127.0.0.1; 0: any free one. Default: 8420, or any free one if it is"
                            + " taken.")
    @Nullable
    Integer port;

    @Option(names = "--no-page", description = "Serve no page.")
    boolean noPage;

    @Option(names = "--headless", description = "Neither window nor page: files and the summary only.")
    boolean headless;

    @Option(
            names = "--tell",
            paramLabel = "LANG",
            split = ",",
            converter = LanguageConverter.class,
            description =
                    "Ask who wears no mask, or wears it incorrectly, to cover nose and mouth: shown in the window with a chime, shown"
                            + " on the page and, once switched on there, spoken. Each person is asked once. One or more of en, de, fr, es, it, pt,"
                            + " or auto: the machine's own.")
    @Nullable
    List<Language> tell;

    @Option(names = "--frames", paramLabel = "N", description = "End after this many frames.")
    @Nullable
    Long frames;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End after this time of the source, such as 90s, 10m or 1h30m.")
    @Nullable
    Duration duration;

    void check() throws Failure {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new Failure(ExitCode.WRONG_USE, "--port must be in 0..65535, got " + port);
        }
        if (frames != null && frames < 1) {
            throw new Failure(ExitCode.WRONG_USE, "--frames must be at least 1, got " + frames);
        }
        if (headless && Boolean.TRUE.equals(window)) {
            throw new Failure(ExitCode.WRONG_USE, "--headless and --window contradict each other; leave one out");
        }
        if (faces != null && output == null) {
            throw new Failure(
                    ExitCode.WRONG_USE, "--faces is about what --output writes; add --output, or leave it out");
        }
        if (tell != null && headless) {
            throw new Failure(ExitCode.WRONG_USE, "--tell and --headless contradict each other; leave one out");
        }
        if (tell != null && !showsPage() && !showsWindow()) {
            throw new Failure(
                    ExitCode.WRONG_USE, "--tell needs a window or the page; leave out --no-window or --no-page");
        }
        if (port != null && (headless || noPage)) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "--port and " + (headless ? "--headless" : "--no-page") + " contradict each other; leave one out");
        }
    }

    /** How faces look in what is written of this source; null: no picture is written. */
    @Nullable
    KeptFaces kept(FrameSource source) {
        if (output == null) {
            return null;
        }
        if (faces != null) {
            return faces;
        }
        return source.live() ? KeptFaces.PIXELATED : KeptFaces.RAW;
    }

    boolean showsPage() {
        return !headless && !noPage;
    }

    boolean showsWindow() {
        return !headless && !Boolean.FALSE.equals(window);
    }
}
