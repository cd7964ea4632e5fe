package io.github.maskwatch.video;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends a native call that waits for a source: after a time limit, or because the reader was closed or its thread interrupted.
 * FFmpeg's own {@code timeout} options do not do this: with an RTSP server that goes silent {@code av_read_frame} never comes
 * back, because the keep-alive messages count as traffic. So FFmpeg is given its interrupt callback, which it asks some ten times
 * a second while it waits.
 *
 * <p>There is one callback for all sources, as JavaCPP has room for ten of a type only; its opaque pointer is a number that names
 * the limit.
 */
final class ReadLimit implements AutoCloseable {
    private static final AtomicLong IDS = new AtomicLong();
    private static final Map<Long, ReadLimit> OPEN = new ConcurrentHashMap<>();

    private final long id = IDS.incrementAndGet();
    private final Tag tag = new Tag(id);
    private volatile boolean cancelled;
    private volatile boolean limited;
    private volatile long deadlineNanos;

    ReadLimit() {
        OPEN.put(id, this);
    }

    void attachTo(AVFormatContext context) {
        context.interrupt_callback().callback(Ask.CALLBACK).opaque(tag);
    }

    /** From now on a wait ends after this time. */
    void allow(Duration time) {
        deadlineNanos = System.nanoTime() + time.toNanos();
        limited = true;
    }

    void allowForever() {
        limited = false;
    }

    /** A wait ends soon and for good. From any thread. */
    void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    boolean timedOut() {
        return limited && System.nanoTime() - deadlineNanos > 0;
    }

    /** Asked in the thread that reads. */
    boolean exceeded() {
        return cancelled || timedOut() || Thread.currentThread().isInterrupted();
    }

    /** To be called when no native object refers to it any more. */
    @Override
    public void close() {
        OPEN.remove(id);
    }

    /** A number in the clothes of a pointer; nobody looks at the memory behind it. */
    private static final class Tag extends Pointer {
        Tag(long id) {
            address = id;
        }
    }

    private static final class Ask extends AVIOInterruptCB.Callback_Pointer {
        static final Ask CALLBACK = new Ask();

        @Override
        public int call(Pointer opaque) {
            ReadLimit limit = OPEN.get(opaque.address());
            return limit == null || limit.exceeded() ? 1 : 0;
        }
    }
}
