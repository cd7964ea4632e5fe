package io.github.maskwatch.monitor.live;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A source whose every step the test writes: what is not written yet is waited for, as a camera does. {@code open} takes a step,
 * too, so that it can fail.
 */
final class FakeSource implements FrameSource {
    static final CameraId CAMERA = new CameraId("door");

    /** What a reader does next. */
    private enum Kind {
        OPEN,
        FRAME,
        END,
        BREAK,
        DEFECT,
        HANG
    }

    private record Step(Kind kind, String message) {}

    private final boolean live;
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    /** Frames that were asked for. */
    final AtomicInteger asked = new AtomicInteger();

    FakeSource(boolean live) {
        this.live = live;
    }

    FakeSource opens() {
        return then(Kind.OPEN, "");
    }

    FakeSource frames(int n) {
        for (int i = 0; i < n; i++) {
            then(Kind.FRAME, "");
        }
        return this;
    }

    FakeSource ends() {
        return then(Kind.END, "");
    }

    FakeSource breaks(String message) {
        return then(Kind.BREAK, message);
    }

    FakeSource hasDefect(String message) {
        return then(Kind.DEFECT, message);
    }

    /** The reader waits and not even closing wakes it. */
    FakeSource hangs() {
        return then(Kind.HANG, "");
    }

    private FakeSource then(Kind kind, String message) {
        steps.add(new Step(kind, message));
        return this;
    }

    @Override
    public CameraId camera() {
        return CAMERA;
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public FrameReader open() throws IOException {
        if (take().kind != Kind.OPEN) {
            throw new AssertionError("the test did not expect an opening here");
        }
        opened.incrementAndGet();
        return new Reader();
    }

    /** The next step that is not a failure; a failure is thrown. */
    private Step take() throws IOException {
        try {
            Step step = steps.take();
            return switch (step.kind) {
                case BREAK -> throw new IOException(step.message);
                case DEFECT -> throw new IllegalStateException(step.message);
                case HANG -> hang(step);
                case OPEN, FRAME, END -> step;
            };
        } catch (InterruptedException e) {
            throw new IOException("closed");
        }
    }

    private static Step hang(Step step) {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
                return step;
            } catch (InterruptedException e) {
                // A driver that does not listen.
            }
        }
    }

    private final class Reader implements FrameReader {
        private long index;
        private boolean isClosed;

        @Override
        public @Nullable Frame next() throws IOException {
            asked.incrementAndGet();
            Step step = take();
            if (step.kind == Kind.END) {
                return null;
            }
            Frame frame = new Frame(CAMERA, index, Duration.ofMillis(40 * index), Image.filled(64, 48, 0x405060));
            index++;
            return frame;
        }

        @Override
        public synchronized void close() {
            if (!isClosed) {
                isClosed = true;
                closed.incrementAndGet();
            }
        }
    }
}
