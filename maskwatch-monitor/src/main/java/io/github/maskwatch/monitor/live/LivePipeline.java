package io.github.maskwatch.monitor.live;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.overlay.Caption;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.monitor.overlay.Mark;
import io.github.maskwatch.monitor.overlay.Overlay;
import io.github.maskwatch.monitor.overlay.Places;
import io.github.maskwatch.tracking.ByteTracker;
import io.github.maskwatch.tracking.TrackedFrame;
import io.github.maskwatch.tracking.Tracker;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.zone.PlaceConfig;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Watches one source: takes its frames, finds faces and masks in each, follows people from one to the next if it is to, draws them,
 * and tells the listeners. Where there are zones and lines, it draws them, too, with those who are there and who passed.
 *
 * <p>A live source never lags: its frames are read on a thread of their own into a slot of one, where the newest wins. A live
 * source that breaks or falls silent is opened again; see {@link Reconnection}. A file gives every frame, as fast as they can be
 * worked on, or in real time.
 *
 * <p>One run per object. {@link #run} works on the thread that calls it; {@link #stop} and {@link #statistics} may be called from
 * any. The detector belongs to the caller.
 */
public final class LivePipeline {
    private static final int PLACEHOLDER_WIDTH = 640;
    private static final int PLACEHOLDER_HEIGHT = 360;
    private static final int PLACEHOLDER_COLOR = 0x1A1D21;

    private final FrameSource source;
    private final MaskDetector detector;
    private final LiveConfig config;
    private final List<LiveListener> listeners;
    private final LongSupplier nanoClock;
    private final Clock clock;
    private final Overlay overlay = new Overlay();
    private final @Nullable Tracker tracker;
    private final @Nullable LivePlaces places;
    private final StatisticsRecorder statistics;
    private final Feed feed;
    private final Queue<SourceStatus> changes = new ArrayDeque<>();

    private volatile boolean stopped;
    private long startNanos;
    private Duration position = Duration.ZERO;
    private @Nullable Image lastPicture;

    public LivePipeline(
            FrameSource source, MaskDetector detector, LiveConfig config, List<? extends LiveListener> listeners) {
        this(source, detector, config, listeners, System::nanoTime, Clock.systemUTC(), new SecureRandom());
    }

    /**
     * @param nanoClock monotonic, ns
     * @param clock of the events' times
     * @param random for the jitter of reconnecting, and the names of tracks and events
     */
    public LivePipeline(
            FrameSource source,
            MaskDetector detector,
            LiveConfig config,
            List<? extends LiveListener> listeners,
            LongSupplier nanoClock,
            Clock clock,
            RandomGenerator random) {
        this.source = source;
        this.detector = detector;
        this.config = config;
        this.listeners = List.copyOf(listeners);
        this.nanoClock = nanoClock;
        this.clock = clock;
        statistics = new StatisticsRecorder(nanoClock);
        feed = feed(random);
        TrackingConfig tracking = config.tracking();
        tracker = tracking == null ? null : new ByteTracker(tracking.withHighScore(detector.workingScore()), random);
        PlaceConfig where = config.places();
        places = where == null ? null : new LivePlaces(source.camera(), where, random);
    }

    private Feed feed(RandomGenerator random) {
        if (!source.live() && !config.realtime()) {
            return new SequentialFeed(source, statistics, changes::add, nanoClock);
        }
        FrameSource paced = source.live() ? source : new PacedSource(source, nanoClock);
        return new LatestFeed(
                paced, config.reconnection(), statistics, changes::add, nanoClock, random, LatestFeed.WAIT);
    }

    /**
     * Watches until the source ends, a limit is reached, or {@link #stop} is called.
     *
     * @throws IOException if the source cannot be opened at all, or a listener failed
     * @throws InterruptedException if this thread was interrupted; the source is closed then
     */
    public LiveResult run() throws IOException, InterruptedException {
        startNanos = nanoClock.getAsLong();
        try (feed) {
            while (!stopped && !limitReached() && feed.end() == null) {
                TimedFrame frame = feed.poll();
                tellChanges();
                if (frame != null) {
                    work(frame);
                }
            }
            tellChanges();
        }
        // After the reader's end, so that read is the sum of processed and dropped.
        LiveResult result = result();
        tell(SourceStatus.of(endPhase(result), result.message()));
        return result;
    }

    /** Ends the run soon, from any thread. Idempotent. */
    public void stop() {
        stopped = true;
        feed.stop();
    }

    /** The figures at this moment. */
    public Statistics statistics() {
        return statistics.snapshot();
    }

    private boolean limitReached() {
        Duration most = config.maxDuration();
        if (most == null) {
            return statistics.processed() >= config.maxFrames();
        }
        boolean timeIsUp = source.live()
                && Duration.ofNanos(nanoClock.getAsLong() - startNanos).compareTo(most) >= 0;
        return timeIsUp || position.compareTo(most) >= 0 || statistics.processed() >= config.maxFrames();
    }

    private LiveResult result() {
        SourceEnd end = feed.end();
        if (end != null) {
            end.throwDefect();
        }
        String message = end == null || end.failure() == null ? "" : end.reason();
        return new LiveResult(ending(end), message, statistics.snapshot(), drawnPlaces());
    }

    private LiveResult.Ending ending(@Nullable SourceEnd end) {
        if (stopped) {
            return LiveResult.Ending.STOPPED;
        }
        if (end == null) {
            return LiveResult.Ending.LIMIT;
        }
        if (end.failure() == null) {
            return LiveResult.Ending.END_OF_SOURCE;
        }
        return source.live() ? LiveResult.Ending.GIVEN_UP : LiveResult.Ending.BROKEN;
    }

    private static SourceStatus.Phase endPhase(LiveResult result) {
        return result.ending() == LiveResult.Ending.GIVEN_UP ? SourceStatus.Phase.GIVEN_UP : SourceStatus.Phase.ENDED;
    }

    private void work(TimedFrame timed) throws IOException {
        Frame read = timed.frame();
        position = read.position();
        Frame frame = config.mirror() ? read.withImage(read.image().mirror()) : read;
        List<MaskedFace> found = detector.detect(frame.image());
        TrackedFrame tracked = tracker == null ? null : tracker.update(frame, found);
        List<MaskedFace> faces = tracked == null ? sure(found) : tracked.seen();
        List<MaskedFace> told = tracked == null ? faces : tracked.told();
        List<Event> events = places == null ? List.of() : places.update(tracked, frame, time(timed));
        if (tracked != null) {
            statistics.followed(tracked, frame.position());
        }
        Caption caption = new Caption(config.banner(), status(faces.size()), "");
        List<Mark> marks = told.stream().map(Mark::of).toList();
        Image drawn = overlay.draw(frame.image(), drawnPlaces(), marks, caption);
        Image kept = kept(frame.image(), drawn, FacePlaces.of(found, tracked), marks, caption);
        long drawnNanos = nanoClock.getAsLong();
        statistics.processed(told, timed.readNanos(), drawnNanos);
        lastPicture = frame.image();
        LiveFrame result = new LiveFrame(
                frame,
                faces,
                tracked,
                events,
                drawn,
                kept,
                Duration.ofNanos(drawnNanos - timed.readNanos()),
                statistics.snapshot());
        for (LiveListener listener : listeners) {
            listener.frameDrawn(result);
        }
    }

    private Instant time(TimedFrame timed) {
        return clock.instant().minusNanos(nanoClock.getAsLong() - timed.readNanos());
    }

    private Places drawnPlaces() {
        return places == null ? Places.NONE : places.now();
    }

    private List<String> status(int faces) {
        List<String> pieces = StatusLine.pieces(statistics.snapshot(), faces);
        if (config.kept() == KeptFaces.RAW && source.live()) {
            pieces.add(0, KeptFaces.RAW_NOTICE);
        }
        return pieces;
    }

    /** Drawn anew where faces are hidden: what is drawn must lie over the hidden faces. */
    private @Nullable Image kept(Image picture, Image drawn, List<Box> faces, List<Mark> marks, Caption caption) {
        KeptFaces how = config.kept();
        if (how == null || how == KeptFaces.RAW) {
            return how == null ? null : drawn;
        }
        return overlay.draw(how.in(picture, faces), drawnPlaces(), marks, caption);
    }

    private List<MaskedFace> sure(List<MaskedFace> found) {
        return found.stream()
                .filter(face -> face.face().score() >= detector.workingScore())
                .toList();
    }

    private void tellChanges() throws IOException {
        for (SourceStatus status = changes.poll(); status != null; status = changes.poll()) {
            tell(status);
        }
    }

    private void tell(SourceStatus status) throws IOException {
        if (status.lost()) {
            statistics.nobodyIsHere();
        }
        Image still = still(status);
        for (LiveListener listener : listeners) {
            listener.sourceChanged(status, still);
        }
    }

    /** The last picture, or a dark one before the first, with a notice where the user waits for frames. */
    private Image still(SourceStatus status) {
        Image picture = lastPicture == null
                ? Image.filled(PLACEHOLDER_WIDTH, PLACEHOLDER_HEIGHT, PLACEHOLDER_COLOR)
                : lastPicture;
        boolean waiting = status.lost() || lastPicture == null;
        return overlay.draw(
                picture,
                lastPicture == null ? Places.NONE : drawnPlaces(),
                List.of(),
                new Caption(config.banner(), List.of(), waiting ? status.notice() : ""));
    }
}
