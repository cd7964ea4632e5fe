package io.github.maskwatch.monitor.live;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.monitor.live.SourceStatus.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The newest frame of a source that does not wait, and the watch over its reader. It is a state machine that moves in {@link
 * #poll}, so it needs no thread beside the reader's:
 *
 * <pre>
 * OPENING ──frame──▶ CONNECTED ──no frame for silentAfter──▶ SILENT ─┐
 *    ▲  │                │                                           ▼
 *    │  └─error, too long┴──────────────error──────────────▶ RECONNECTING ──giveUpAfter──▶ GIVEN_UP
 *    └───────────────────────── the wait is over ──────────────────┘
 * </pre>
 *
 * A source that ends (a file played in real time) is not opened again.
 *
 * <p>Two ways to use it: one thread that calls {@link #poll}; or several, of which one calls {@link #tend} some ten times a second and the
 * others {@link #take}, when they are told that a frame came. These two, {@link #stop}, {@link #release} and {@link #over} are thread-safe.
 */
public final class LatestFeed implements Feed {
    static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration JOIN = Duration.ofSeconds(1);
    /** A connection that held this long counts as good: the next loss is tried again soon. */
    private static final Duration STABLE = Duration.ofSeconds(10);
    /** Readers that hang in a driver in spite of being closed: no more are started beside so many of them. */
    private static final int MOST_STUCK = 2;

    private final FrameSource source;
    private final Reconnection reconnection;
    private final StatisticsRecorder statistics;
    private final Consumer<SourceStatus> statusListener;
    private final LongSupplier nanoClock;
    private final RandomGenerator random;
    private final Duration wait;
    private final FrameSlot slot;
    private final List<SourceReader> leaving = new ArrayList<>();

    private SourceReader reader;
    private boolean begun;
    private volatile boolean stopped;
    private Phase phase = Phase.OPENING;
    private volatile @Nullable SourceEnd end;
    private int attempt;
    private boolean everConnected;
    private long startNanos;
    private long openedNanos;
    private long lastFrameNanos;
    private long retryNanos;
    private String lastReason = "";
    private SourceReader.Start lastStart = SourceReader.Start.FIRST;

    /** @param wait how long {@link #poll} waits for a frame before it looks after the reader */
    LatestFeed(
            FrameSource source,
            Reconnection reconnection,
            StatisticsRecorder statistics,
            Consumer<SourceStatus> statusListener,
            LongSupplier nanoClock,
            RandomGenerator random,
            Duration wait) {
        this(source, reconnection, statistics, statusListener, nanoClock, random, wait, new FrameSlot());
    }

    private LatestFeed(
            FrameSource source,
            Reconnection reconnection,
            StatisticsRecorder statistics,
            Consumer<SourceStatus> statusListener,
            LongSupplier nanoClock,
            RandomGenerator random,
            Duration wait,
            FrameSlot slot) {
        this.source = source;
        this.reconnection = reconnection;
        this.statistics = statistics;
        this.statusListener = statusListener;
        this.nanoClock = nanoClock;
        this.random = random;
        this.wait = wait;
        this.slot = slot;
        reader = reader(SourceReader.Start.FIRST);
    }

    /**
     * For {@link #tend} and {@link #take}. A source that does not come in its own time, as a file, is played at its speed.
     *
     * @param statusListener told of each change, on the thread that noticed it; it must not call back
     * @param arrival told of each frame, on the reader's thread; it must not call back
     * @param nanoClock monotonic, ns
     * @param random for the jitter of reconnecting
     */
    public static LatestFeed tended(
            FrameSource source,
            Reconnection reconnection,
            StatisticsRecorder statistics,
            Consumer<SourceStatus> statusListener,
            Runnable arrival,
            LongSupplier nanoClock,
            RandomGenerator random) {
        FrameSource paced = source.live() ? source : new PacedSource(source, nanoClock);
        FrameSlot slot = new FrameSlot(arrival);
        return new LatestFeed(paced, reconnection, statistics, statusListener, nanoClock, random, WAIT, slot);
    }

    private SourceReader reader(SourceReader.Start start) {
        return new SourceReader(source, start, slot, statistics, nanoClock);
    }

    @Override
    public @Nullable TimedFrame poll() throws IOException, InterruptedException {
        if (!begun) {
            begin();
        }
        // Asked before the slot is looked into: a reader that ended has put its last frame there before.
        boolean readerEnded = reader.end() != null;
        TimedFrame frame = slot.take(wait);
        if (frame != null) {
            arrived(frame);
        } else if (!stopped && end == null) {
            supervise(readerEnded);
        }
        return stopped ? null : frame;
    }

    /** The newest frame, taken out; null where there is none. */
    public synchronized @Nullable TimedFrame take() {
        TimedFrame frame = stopped ? null : slot.takeNow();
        if (frame != null) {
            arrived(frame);
        }
        return frame;
    }

    /**
     * Opens the source at the first call, looks after its reader at the others; never waits.
     *
     * @throws IOException if the source cannot be opened at all
     */
    public synchronized void tend() throws IOException {
        if (stopped || end != null) {
            return;
        }
        if (!begun) {
            begin();
        }
        // Asked before the slot is looked into: a reader that ended has put its last frame there before.
        boolean readerEnded = reader.end() != null;
        if (phase == Phase.OPENING && reader.lastFrame() != null) {
            connected();
        }
        if (source.live() || !readerEnded || slot.isEmpty()) {
            supervise(readerEnded);
            tellEnd();
        }
    }

    private void tellEnd() {
        SourceEnd how = end;
        if (how != null && phase != Phase.GIVEN_UP) {
            tell(SourceStatus.of(Phase.ENDED, how.failure() == null ? "" : how.reason()));
        }
    }

    /** Whether no more frames will come. */
    public boolean over() {
        return end != null;
    }

    private void begin() {
        begun = true;
        startNanos = nanoClock.getAsLong();
        lastFrameNanos = startNanos;
        open(SourceReader.Start.FIRST);
    }

    private void open(SourceReader.Start start) {
        reader = reader(start);
        openedNanos = nanoClock.getAsLong();
        tell(new SourceStatus(Phase.OPENING, "", attempt, Duration.ZERO));
        reader.begin();
    }

    private void arrived(TimedFrame frame) {
        lastFrameNanos = frame.readNanos();
        if (phase != Phase.CONNECTED) {
            connected();
        }
        if (attempt > 0 && since(openedNanos).compareTo(STABLE) >= 0) {
            attempt = 0;
        }
    }

    private void connected() {
        everConnected = true;
        tell(new SourceStatus(Phase.CONNECTED, "", attempt, Duration.ZERO));
    }

    private void supervise(boolean readerEnded) throws IOException {
        if (phase == Phase.RECONNECTING) {
            superviseLost();
        } else if (readerEnded) {
            readerEnded(reader.end());
        } else if (source.live()) {
            superviseSilence();
        }
    }

    private void readerEnded(@Nullable SourceEnd how) throws IOException {
        if (how == null) {
            return;
        }
        how.throwDefect();
        if (source.live()) {
            // A camera does not end: its stream broke, whatever it calls it.
            SourceLostException ended = new SourceLostException(source.camera() + ": " + how.reason());
            lost(how.reason(), how.failure() == null ? SourceEnd.broken(ended) : how);
        } else {
            failIfNeverOpened(how);
            end = how;
        }
    }

    private void superviseSilence() throws IOException {
        Duration limit = patience();
        Duration silence = since(reader.lastSignNanos());
        if (silence.compareTo(limit) < 0) {
            return;
        }
        String reason = "no frame from " + source.camera() + " for " + limit.toSeconds() + " s";
        tell(new SourceStatus(Phase.SILENT, reason, attempt, Duration.ZERO));
        lost(reason, SourceEnd.broken(new SourceLostException(reason + "; check that it is switched on and sends")));
    }

    private Duration patience() {
        if (phase != Phase.OPENING) {
            return reconnection.silentAfter();
        }
        return reader.isOpen() ? reconnection.firstFrameWithin() : reconnection.openWithin();
    }

    private void lost(String reason, SourceEnd how) throws IOException {
        failIfNeverOpened(how);
        leave(reader);
        clear();
        lastReason = reason;
        attempt++;
        Duration pause = reconnection.delay(attempt, random);
        retryNanos = nanoClock.getAsLong() + pause.toNanos();
        if (!gaveUp(reason)) {
            tell(new SourceStatus(Phase.RECONNECTING, reason, attempt, pause));
        }
    }

    /** A frame left over from a lost reader would pass for one of the next. */
    private void clear() {
        if (slot.takeNow() != null) {
            statistics.dropped();
        }
    }

    /** What never worked is the user's to mend, such as a wrong password: waiting would only hide it. */
    private void failIfNeverOpened(SourceEnd how) throws IOException {
        if (!everConnected && !reconnection.patient() && how.failure() instanceof IOException e) {
            throw e;
        }
    }

    private void leave(SourceReader old) {
        old.close();
        leaving.removeIf(each -> !each.alive());
        leaving.add(old);
    }

    private void superviseLost() {
        if (gaveUp(lastReason)) {
            return;
        }
        leaving.removeIf(each -> !each.alive());
        if (nanoClock.getAsLong() - retryNanos >= 0 && leaving.size() < MOST_STUCK) {
            open(continued());
        }
    }

    /** Numbers and times go on where the lost reader left them: a camera's frames never run backwards. */
    private SourceReader.Start continued() {
        Frame last = reader.lastFrame();
        if (last != null) {
            Duration elapsed = since(startNanos);
            lastStart = new SourceReader.Start(
                    last.index() + 1, elapsed.compareTo(last.position()) > 0 ? elapsed : last.position());
        }
        return lastStart;
    }

    private boolean gaveUp(String reason) {
        Duration limit = reconnection.giveUpAfter();
        if (limit == null || since(lastFrameNanos).compareTo(limit) < 0) {
            return false;
        }
        end = SourceEnd.broken(new IOException(reason + "; given up after " + limit.toSeconds() + " s"));
        tell(new SourceStatus(Phase.GIVEN_UP, reason, attempt, Duration.ZERO));
        return true;
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(nanoClock.getAsLong() - nanos);
    }

    private void tell(SourceStatus status) {
        phase = status.phase();
        statusListener.accept(status);
    }

    @Override
    public @Nullable SourceEnd end() {
        return end;
    }

    @Override
    public void stop() {
        stopped = true;
        slot.wake();
    }

    /** Tells the reader to end, without waiting for it: so that many can end side by side before each is closed. Idempotent. */
    public synchronized void release() {
        stop();
        if (begun && !leaving.contains(reader)) {
            leave(reader);
        }
    }

    @Override
    public void close() {
        close(JOIN);
    }

    /** Ends the reader and waits for it. */
    public void close(Duration atMost) {
        release();
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            for (SourceReader each : readersLeaving()) {
                each.join(Duration.ofNanos(deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clear();
    }

    private synchronized List<SourceReader> readersLeaving() {
        return List.copyOf(leaving);
    }
}
