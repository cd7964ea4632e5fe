package io.github.maskwatch.monitor.live;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Every frame of a source that waits, read when the one before is done. It needs no thread: decoding costs a twentieth of finding
 * faces.
 */
final class SequentialFeed implements Feed {
    private final FrameSource source;
    private final StatisticsRecorder statistics;
    private final Consumer<SourceStatus> statusListener;
    private final LongSupplier nanoClock;

    private volatile @Nullable FrameReader reader;
    private volatile boolean stopped;
    private @Nullable SourceEnd end;
    private boolean connected;

    SequentialFeed(
            FrameSource source,
            StatisticsRecorder statistics,
            Consumer<SourceStatus> statusListener,
            LongSupplier nanoClock) {
        this.source = source;
        this.statistics = statistics;
        this.statusListener = statusListener;
        this.nanoClock = nanoClock;
    }

    @Override
    public @Nullable TimedFrame poll() throws IOException {
        FrameReader opened = reader;
        if (opened == null) {
            statusListener.accept(SourceStatus.of(SourceStatus.Phase.OPENING, ""));
            opened = source.open();
            reader = opened;
        }
        Frame frame = stopped ? null : read(opened);
        if (frame == null) {
            return null;
        }
        if (!connected) {
            connected = true;
            statusListener.accept(SourceStatus.of(SourceStatus.Phase.CONNECTED, ""));
        }
        long now = nanoClock.getAsLong();
        statistics.read(now);
        return new TimedFrame(frame, now);
    }

    /** A file that breaks in the middle ends there: what came before is kept. */
    private @Nullable Frame read(FrameReader from) {
        try {
            Frame frame = from.next();
            if (frame == null) {
                end = SourceEnd.finished();
            }
            return frame;
        } catch (IOException e) {
            end = stopped ? SourceEnd.finished() : SourceEnd.broken(e);
            return null;
        }
    }

    @Override
    public @Nullable SourceEnd end() {
        return end;
    }

    @Override
    public void stop() {
        stopped = true;
        close();
    }

    @Override
    public void close() {
        FrameReader opened = reader;
        if (opened != null) {
            opened.close();
        }
    }
}
