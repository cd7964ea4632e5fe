package io.github.maskwatch.monitor.live;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A file played as a camera would have shown it: each frame comes when its position in the file is due. */
final class PacedSource implements FrameSource {
    private final FrameSource source;
    private final LongSupplier nanoClock;

    PacedSource(FrameSource source, LongSupplier nanoClock) {
        this.source = source;
        this.nanoClock = nanoClock;
    }

    @Override
    public CameraId camera() {
        return source.camera();
    }

    /** It comes in its own time, but it ends. */
    @Override
    public boolean live() {
        return false;
    }

    @Override
    public FrameReader open() throws IOException {
        return new PacedReader(source.open(), nanoClock);
    }

    private static final class PacedReader implements FrameReader {
        private final FrameReader reader;
        private final LongSupplier nanoClock;
        private final CountDownLatch closed = new CountDownLatch(1);
        private @Nullable Long startNanos;

        PacedReader(FrameReader reader, LongSupplier nanoClock) {
            this.reader = reader;
            this.nanoClock = nanoClock;
        }

        @Override
        public @Nullable Frame next() throws IOException {
            Frame frame = reader.next();
            if (frame == null) {
                return null;
            }
            long now = nanoClock.getAsLong();
            if (startNanos == null) {
                startNanos = now - frame.position().toNanos();
            }
            return waitUntil(startNanos + frame.position().toNanos() - now) ? frame : null;
        }

        private boolean waitUntil(long dueInNanos) {
            try {
                return !closed.await(dueInNanos, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            closed.countDown();
            reader.close();
        }
    }
}
