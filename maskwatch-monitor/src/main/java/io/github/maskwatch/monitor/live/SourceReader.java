package io.github.maskwatch.monitor.live;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One opening of a source, on a named daemon thread of its own: opens it, puts each frame into the slot, and closes it. It ends
 * once and is not used again; after a loss a new one follows. Thread-safe.
 */
final class SourceReader {

    /**
     * Where the numbers of a source that is opened again go on.
     *
     * @param index of the first frame
     * @param position of the first frame
     */
    record Start(long index, Duration position) {
        static final Start FIRST = new Start(0, Duration.ZERO);
    }

    private final FrameSource source;
    private final Start start;
    private final FrameSlot slot;
    private final StatisticsRecorder statistics;
    private final LongSupplier nanoClock;
    private final Thread thread;

    private volatile long lastSignNanos;
    private volatile @Nullable Frame lastFrame;
    private volatile @Nullable SourceEnd end;
    private volatile @Nullable FrameReader open;
    private volatile boolean closed;

    SourceReader(
            FrameSource source, Start start, FrameSlot slot, StatisticsRecorder statistics, LongSupplier nanoClock) {
        this.source = source;
        this.start = start;
        this.slot = slot;
        this.statistics = statistics;
        this.nanoClock = nanoClock;
        lastSignNanos = nanoClock.getAsLong();
        thread = new Thread(this::run, "maskwatch-reader-" + source.camera());
        // A driver that never returns must not keep the program from ending.
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    private void run() {
        SourceEnd how = SourceEnd.finished();
        try (FrameReader reader = source.open()) {
            open = reader;
            readAll(reader);
        } catch (IOException e) {
            how = SourceEnd.broken(e);
        } catch (RuntimeException | Error e) {
            how = SourceEnd.defect(e);
        }
        open = null;
        end = how;
        slot.wake();
    }

    private void readAll(FrameReader reader) throws IOException {
        while (!closed) {
            Frame frame = reader.next();
            if (frame == null) {
                return;
            }
            deliver(frame);
        }
    }

    /** Under the lock, so that no frame follows a {@link #close}: the next reader's frames are newer. */
    private synchronized void deliver(Frame frame) {
        if (closed) {
            return;
        }
        long now = nanoClock.getAsLong();
        Frame numbered = new Frame(
                frame.camera(), start.index + frame.index(), start.position.plus(frame.position()), frame.image());
        lastFrame = numbered;
        lastSignNanos = now;
        statistics.read(now);
        if (slot.put(new TimedFrame(numbered, now))) {
            statistics.dropped();
        }
    }

    /** When the last frame came, or the reader began. */
    long lastSignNanos() {
        return lastSignNanos;
    }

    /** The last frame read, null before the first. */
    @Nullable
    Frame lastFrame() {
        return lastFrame;
    }

    /** Whether the source is open, though perhaps without a frame yet. */
    boolean isOpen() {
        return open != null;
    }

    /** How it ended; null while it runs. */
    @Nullable
    SourceEnd end() {
        return end;
    }

    /** Tells the reader to end, at once if it can; returns without waiting. Idempotent. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        FrameReader reader = open;
        if (reader != null) {
            reader.close();
        }
        thread.interrupt();
    }

    /** Waits for the thread, but not for one that hangs. */
    void join(Duration atMost) throws InterruptedException {
        thread.join(Math.max(1, atMost.toMillis()));
    }

    boolean alive() {
        return thread.isAlive();
    }
}
