package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A live camera that sends small pictures of one colour at its rate, until it is told to do something else. */
final class MadeUpCamera implements FrameSource {
    /** What it does from the next frame on. */
    enum Mood {
        WELL,
        /** Its reader throws what no reader should. */
        GARBAGE,
        /** Not even closing ends a read. */
        DEAF,
        BROKEN
    }

    private final String name;
    private final int color;
    private final Duration period;
    private volatile Mood mood = Mood.WELL;
    final AtomicInteger opened = new AtomicInteger();

    /** @param color of its pictures, for the detector to know it by */
    MadeUpCamera(String name, int color, Duration period) {
        this.name = name;
        this.color = color;
        this.period = period;
    }

    MadeUpCamera in(Mood other) {
        mood = other;
        return this;
    }

    @Override
    public CameraId camera() {
        return new CameraId("address of " + name);
    }

    CameraId id() {
        return new CameraId(name);
    }

    FleetCamera watched(double targetFps) {
        return new FleetCamera(id(), this, targetFps, false);
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public FrameReader open() {
        opened.incrementAndGet();
        return new Reader();
    }

    private final class Reader implements FrameReader {
        private final CountDownLatch closed = new CountDownLatch(1);
        private final long startNanos = System.nanoTime();
        private long index;

        @Override
        public @Nullable Frame next() throws IOException {
            try {
                return switch (mood) {
                    case WELL -> frame();
                    case GARBAGE -> throw new IllegalStateException("garbage");
                    case DEAF -> deaf();
                    case BROKEN -> throw new IOException("cable pulled");
                };
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }

        private Frame frame() throws InterruptedException, IOException {
            long due = startNanos + index * period.toNanos() - System.nanoTime();
            if (closed.await(Math.max(0, due), TimeUnit.NANOSECONDS)) {
                throw new IOException("closed");
            }
            Duration position = period.multipliedBy(index);
            return new Frame(camera(), index++, position, Image.filled(32, 24, color));
        }

        private Frame deaf() throws InterruptedException, IOException {
            while (mood == Mood.DEAF) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    // Not even that.
                }
            }
            return frame();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
