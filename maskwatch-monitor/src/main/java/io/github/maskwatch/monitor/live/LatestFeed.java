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
 *    │  └─────error──────┴──────────────error──────────────▶ RECONNECTING ──giveUpAfter──▶ GIVEN_UP
 *    └───────────────────────── the wait is over ──────────────────┘
 * </pre>
 *
 * A source that ends (a file played in real time) is not opened again. One thread at a time, except {@link #stop}.
 */
final class LatestFeed implements Feed {
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
    private final FrameSlot slot = new FrameSlot();
    private final List<SourceReader> leaving = new ArrayList<>();

    private SourceReader reader;
    private boolean begun;
    private volatile boolean stopped;
    private Phase phase = Phase.OPENING;
    private @Nullable SourceEnd end;
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
        this.source = source;
        this.reconnection = reconnection;
        this.statistics = statistics;
        this.statusListener = statusListener;
        this.nanoClock = nanoClock;
        this.random = random;
        this.wait = wait;
        reader = reader(SourceReader.Start.FIRST);
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
            everConnected = true;
            tell(new SourceStatus(Phase.CONNECTED, "", attempt, Duration.ZERO));
        }
        if (attempt > 0 && since(openedNanos).compareTo(STABLE) >= 0) {
            attempt = 0;
        }
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
        Duration limit = phase == Phase.OPENING ? reconnection.openWithin() : reconnection.silentAfter();
        Duration silence = since(reader.lastSignNanos());
        if (silence.compareTo(limit) < 0) {
            return;
        }
        String reason = "no frame from " + source.camera() + " for " + limit.toSeconds() + " s";
        tell(new SourceStatus(Phase.SILENT, reason, attempt, Duration.ZERO));
        lost(reason, SourceEnd.broken(new SourceLostException(reason + "; check that it is switched on and sends")));
    }

    private void lost(String reason, SourceEnd how) throws IOException {
        failIfNeverOpened(how);
        leave(reader);
        lastReason = reason;
        attempt++;
        Duration pause = reconnection.delay(attempt, random);
        retryNanos = nanoClock.getAsLong() + pause.toNanos();
        if (!gaveUp(reason)) {
            tell(new SourceStatus(Phase.RECONNECTING, reason, attempt, pause));
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

    @Override
    public void close() {
        if (!begun) {
            return;
        }
        leave(reader);
        try {
            for (SourceReader each : leaving) {
                each.join(JOIN);
            }
            if (slot.take(Duration.ZERO) != null) {
                statistics.dropped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
