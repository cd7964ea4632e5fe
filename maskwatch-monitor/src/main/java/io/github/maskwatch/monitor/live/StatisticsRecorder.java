package io.github.maskwatch.monitor.live;

import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.overlay.Verdict;
import io.github.maskwatch.tracking.TrackChange;
import io.github.maskwatch.tracking.TrackedFrame;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts what the reader and the pipeline of one camera do. Thread-safe. */
public final class StatisticsRecorder {
    /** A face that is not found in a single frame now and then has not gone. */
    private static final Duration STILL_HERE = Duration.ofMillis(250);

    private final LongSupplier nanoClock;
    private final RateMeter input = new RateMeter();
    private final RateMeter output = new RateMeter();
    private final LatencyHistogram latencies = new LatencyHistogram();
    private final RecentLatencies recent = new RecentLatencies();
    private final Map<Verdict, Long> facesSeen = new EnumMap<>(Verdict.class);
    private Map<Verdict, Long> facesNow = new EnumMap<>(Verdict.class);
    private long read;
    private long processed;
    private long dropped;
    private long firstNanos;
    private @Nullable People people;

    /** @param nanoClock monotonic, ns */
    public StatisticsRecorder(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    synchronized void read(long nowNanos) {
        if (read++ == 0) {
            firstNanos = nowNanos;
        }
        input.event(nowNanos);
    }

    synchronized void dropped() {
        dropped++;
    }

    /**
     * A frame was worked on.
     *
     * @param faces with what is said of them
     * @param readNanos when the frame was read
     * @param drawnNanos when the work was done
     */
    public synchronized void processed(List<MaskedFace> faces, long readNanos, long drawnNanos) {
        processed++;
        output.event(drawnNanos);
        Duration latency = Duration.ofNanos(drawnNanos - readNanos);
        latencies.add(latency);
        recent.add(latency);
        facesNow = new EnumMap<>(Verdict.class);
        for (MaskedFace face : faces) {
            facesNow.merge(Verdict.of(face), 1L, Long::sum);
            facesSeen.merge(Verdict.of(face), 1L, Long::sum);
        }
    }

    /**
     * Who is followed after the frame.
     *
     * @param position of the frame in its source
     */
    public synchronized void followed(TrackedFrame frame, Duration position) {
        long came = frame.changes().stream()
                .filter(change -> change.kind() == TrackChange.Kind.APPEARED)
                .count();
        people = new People(here(frame, position), (people == null ? 0 : people.seen()) + came);
    }

    private static long here(TrackedFrame frame, Duration position) {
        return frame.tracks().stream()
                .filter(track -> position.minus(track.lastSeen()).compareTo(STILL_HERE) <= 0)
                .count();
    }

    /** No frames come any more: of nobody can be said that she is here. */
    public synchronized void nobodyIsHere() {
        people = people == null ? null : new People(0, people.seen());
    }

    synchronized long processed() {
        return processed;
    }

    /** The figures at this moment. */
    public synchronized Statistics snapshot() {
        long now = nanoClock.getAsLong();
        return new Statistics(
                read,
                processed,
                dropped,
                read == 0 ? Duration.ZERO : Duration.ofNanos(now - firstNanos),
                input.perSecond(now),
                output.perSecond(now),
                recent.summary(),
                latencies.summary(),
                facesNow,
                facesSeen,
                people);
    }
}
