package io.github.maskwatch.cli;

import io.github.maskwatch.cli.watch.Display;
import io.github.maskwatch.cli.watch.NamedPictures;
import io.github.maskwatch.cli.watch.Output;
import io.github.maskwatch.cli.watch.OutputException;
import io.github.maskwatch.cli.watch.StopKeys;
import io.github.maskwatch.cli.watch.Telling;
import io.github.maskwatch.cli.watch.WatchWindow;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.monitor.live.LiveConfig;
import io.github.maskwatch.monitor.live.LiveFrame;
import io.github.maskwatch.monitor.live.LiveListener;
import io.github.maskwatch.monitor.live.LivePipeline;
import io.github.maskwatch.monitor.live.LiveResult;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.monitor.tell.TellConfig;
import io.github.maskwatch.server.WatchPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Watches a source and shows it wherever the options say: on a page, in a window, in files, on the terminal. What {@code watch} and
 * {@code demo} have in common.
 */
final class WatchRun {
    /** Opens what finds the faces; a seam for tests without a model. */
    interface DetectorOpener {
        MaskDetector open() throws IOException, Failure;
    }

    private static final int USUAL_PORT = 8420;
    private static final Duration SLIDE = Duration.ofSeconds(1);

    private final ShowingOptions options;
    private final DetectorOpener detectors;
    private final PrintWriter out;
    private final PrintWriter err;
    private final AtomicReference<@Nullable LivePipeline> running = new AtomicReference<>();
    private volatile @Nullable WatchWindow window;
    private volatile boolean stopped;

    WatchRun(ShowingOptions options, DetectorOpener detectors, PrintWriter out, PrintWriter err) {
        this.options = options;
        this.detectors = detectors;
        this.out = out;
        this.err = err;
    }

    /**
     * Watches until the source ends, the options' limit is reached, or the user ends it.
     *
     * @param config the options' limits come on top of it
     * @return the exit code
     * @throws IOException if the source cannot be opened, or an output fails
     */
    ExitCode watch(FrameSource source, LiveConfig config) throws IOException, InterruptedException, Failure {
        options.check();
        checkTelling(config);
        boolean display = settleDisplay();
        LiveConfig limited = limited(config).withKept(options.kept(source));
        try (StopKeys keys = new StopKeys(this::stop)) {
            LiveResult result;
            Outputs outputs = Outputs.open(options, source, limited.mirror());
            try (outputs;
                    MaskDetector detector = detectors.open()) {
                result = run(source, limited, detector, outputs.all(), display);
            }
            return tell(result, source, outputs, keys.wished());
        }
    }

    private void checkTelling(LiveConfig config) throws Failure {
        if (options.tell != null && config.tracking() == null) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "--tell speaks to people, and people are followed in cameras, streams and videos only, without --no-track");
        }
    }

    /** A window that was not asked for and cannot be had is no news. */
    private boolean settleDisplay() throws Failure {
        if (!options.showsWindow()) {
            Display.leave();
            return false;
        }
        try {
            String missing = Display.settle();
            if (!missing.isEmpty() && options.window != null) {
                tellNoWindow(missing);
            }
            return missing.isEmpty();
        } catch (IOException e) {
            throw new Failure(ExitCode.OUTPUT_FAILED, e.getMessage() + "; add --no-window to go without it", e);
        }
    }

    private void tellNoWindow(String why) {
        err.println("maskwatch: no window: " + why + "; going on without it");
        err.flush();
    }

    private LiveConfig limited(LiveConfig config) {
        LiveConfig limited = options.frames == null ? config : config.withMaxFrames(options.frames);
        return options.duration == null ? limited : limited.withMaxDuration(options.duration);
    }

    private LiveResult run(
            FrameSource source, LiveConfig config, MaskDetector detector, List<Output> outputs, boolean display)
            throws IOException, InterruptedException {
        // The page needs the pipeline's figures and the pipeline the page: what is shown is attached first.
        AtomicReference<@Nullable LiveListener> shown = new AtomicReference<>();
        List<LiveListener> listeners = new ArrayList<>(outputs);
        listeners.add(new Attached(shown));
        listeners.add(new SourceNews());
        LivePipeline pipeline = new LivePipeline(source, detector, config, listeners);
        running.set(pipeline);
        out.println("Watching " + source.camera() + " (Ctrl-C ends it)");
        boolean toBeSeen = source.live() && config.kept() == KeptFaces.RAW;
        if (toBeSeen) {
            err.println("maskwatch: " + KeptFaces.RAW_NOTICE.toLowerCase(Locale.ROOT) + " (--faces raw)");
            err.flush();
        }
        try (WatchPage page = openPage(source, config, pipeline);
                WatchWindow opened = display ? openWindow(source) : null;
                Telling telling = options.tell == null
                        ? null
                        : Telling.through(TellConfig.of(options.tell), page, opened, this::tellNoSound)) {
            if (page != null && toBeSeen) {
                page.warn(KeptFaces.RAW_NOTICE);
            }
            shown.set(new Shown(page, opened, telling, source instanceof NamedPictures));
            if (stopped) {
                pipeline.stop();
            }
            LiveResult result = pipeline.run();
            if (opened != null
                    && source instanceof NamedPictures
                    && result.ending() == LiveResult.Ending.END_OF_SOURCE) {
                out.println("The last picture stays until its window is closed.");
                out.flush();
                opened.awaitClosing();
            }
            return result;
        }
    }

    private void tellNoSound(String why) {
        err.println("maskwatch: " + why + "; going on without it");
        err.flush();
    }

    private @Nullable WatchPage openPage(FrameSource source, LiveConfig config, LivePipeline pipeline)
            throws OutputException {
        if (!options.showsPage()) {
            return null;
        }
        WatchPage page = servePage(source, config, pipeline);
        out.println("Page " + page.address());
        out.flush();
        return page;
    }

    private WatchPage servePage(FrameSource source, LiveConfig config, LivePipeline pipeline) throws OutputException {
        int port = options.port == null ? USUAL_PORT : options.port;
        try {
            return WatchPage.serve(port, source.camera(), config.banner(), pipeline::statistics);
        } catch (IOException taken) {
            if (options.port != null) {
                throw new OutputException("the page cannot be served: " + taken.getMessage(), taken);
            }
            return serveAnywhere(source, config, pipeline);
        }
    }

    private static WatchPage serveAnywhere(FrameSource source, LiveConfig config, LivePipeline pipeline)
            throws OutputException {
        try {
            return WatchPage.serve(0, source.camera(), config.banner(), pipeline::statistics);
        } catch (IOException e) {
            throw new OutputException("the page cannot be served: " + e.getMessage(), e);
        }
    }

    private @Nullable WatchWindow openWindow(FrameSource source) {
        try {
            WatchWindow opened = WatchWindow.open(source.camera() + " – Maskwatch", this::stop);
            window = opened;
            return opened;
        } catch (IOException e) {
            tellNoWindow(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** From any thread. */
    private void stop() {
        stopped = true;
        LivePipeline pipeline = running.get();
        if (pipeline != null) {
            pipeline.stop();
        }
        WatchWindow opened = window;
        if (opened != null) {
            opened.letGo();
        }
    }

    private ExitCode tell(LiveResult result, FrameSource source, Outputs outputs, boolean interrupted) throws Failure {
        boolean folder = source instanceof NamedPictures pictures && pictures.folder();
        if (result.ending() == LiveResult.Ending.BROKEN && result.statistics().framesRead() == 0 && !folder) {
            throw new Failure(ExitCode.BAD_INPUT, result.message());
        }
        WatchSummary.lines(result).forEach(out::println);
        if (!outputs.written().isEmpty()) {
            out.println(WatchSummary.line("Written", "%s", String.join(", ", outputs.written())));
        }
        out.flush();
        if (source instanceof NamedPictures pictures) {
            pictures.skipped().forEach(reason -> err.println("maskwatch: passed over: " + reason));
            err.flush();
        }
        return switch (result.ending()) {
            case BROKEN -> throw new Failure(ExitCode.BAD_INPUT, result.message() + "; what came before is kept");
            case GIVEN_UP -> throw new Failure(ExitCode.SOURCE_LOST, result.message());
            case STOPPED -> interrupted ? ExitCode.INTERRUPTED : ExitCode.DONE;
            case END_OF_SOURCE, LIMIT -> ExitCode.DONE;
        };
    }

    /** What is attached after the pipeline was made. */
    private record Attached(AtomicReference<@Nullable LiveListener> to) implements LiveListener {
        @Override
        public void frameDrawn(LiveFrame frame) throws IOException {
            LiveListener listener = to.get();
            if (listener != null) {
                listener.frameDrawn(frame);
            }
        }

        @Override
        public void sourceChanged(SourceStatus status, Image still) throws IOException {
            LiveListener listener = to.get();
            if (listener != null) {
                listener.sourceChanged(status, still);
            }
        }
    }

    /**
     * Page, window and what is said there, as far as there are any.
     *
     * @param slides whether each picture stays for a moment in the window; otherwise nobody would see it
     */
    private record Shown(
            @Nullable WatchPage page,
            @Nullable WatchWindow window,
            @Nullable Telling telling,
            boolean slides) implements LiveListener {
        @Override
        public void frameDrawn(LiveFrame frame) {
            if (telling != null) {
                telling.frameDrawn(frame);
            }
            if (page != null) {
                page.frameDrawn(frame);
            }
            if (window != null) {
                window.frameDrawn(frame);
                if (slides) {
                    window.pause(SLIDE);
                }
            }
        }

        @Override
        public void sourceChanged(SourceStatus status, Image still) {
            if (page != null) {
                page.sourceChanged(status, still);
            }
            if (window != null) {
                window.sourceChanged(status, still);
            }
        }
    }

    /** Losses and returns, on the terminal. */
    private final class SourceNews implements LiveListener {
        private boolean lost;

        @Override
        public void sourceChanged(SourceStatus status, Image still) {
            if (status.phase() == SourceStatus.Phase.RECONNECTING) {
                err.println("maskwatch: " + status.reason() + "; "
                        + status.sentence().toLowerCase(Locale.ROOT));
                err.flush();
            } else if (status.phase() == SourceStatus.Phase.CONNECTED && lost) {
                err.println("maskwatch: connected again");
                err.flush();
            }
            lost = status.lost();
        }
    }
}
