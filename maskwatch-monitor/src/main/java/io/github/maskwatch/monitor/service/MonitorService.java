package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.fleet.CameraFrame;
import io.github.maskwatch.monitor.fleet.Fleet;
import io.github.maskwatch.monitor.fleet.FleetCamera;
import io.github.maskwatch.monitor.fleet.FleetFigures;
import io.github.maskwatch.monitor.fleet.FleetListener;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.tracking.TrackedFrame;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Watches cameras for as long as it is left to, and keeps a record: who came, changed and left, which cameras were lost, when it was
 * started and stopped. An event is in the store before anybody is told of it.
 *
 * <p>In statistics-only mode ({@link MonitorConfig#statisticsOnly}) events about people end in {@link StatisticsOnly}: neither the store nor a
 * rule nor a listener sees them, but {@link io.github.maskwatch.event.PeopleCounted} instead.
 *
 * <p>{@link #stop}, {@link #fail}, {@link #await} and {@link #figures} may be called from any thread; {@link #close} from any but those of the listener.
 */
public final class MonitorService implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** With the fleet's 2.5 seconds, and a little for the store's last answer, it stays well under five: whoever runs it has more to close. */
    private static final Duration WRITING = Duration.ofMillis(1100);

    private final Map<CameraId, Watched> cameras = new LinkedHashMap<>();
    private final MonitorListener listener;
    private final Clock clock;
    private final RandomGenerator random;
    private final EventWriter writer;
    private final @Nullable StatisticsDesk statistics;
    private final Fleet fleet;
    private boolean closed;
    private long unwritten;

    /** What belongs to one camera. */
    private record Watched(CameraEvents events, CameraRecord record) {}

    private MonitorService(MonitorConfig config, MonitorParts parts, Clock clock, RandomGenerator random)
            throws IOException {
        this.listener = parts.listener();
        this.clock = clock;
        this.random = random;
        List<CameraId> ids = config.cameras().stream().map(CameraConfig::id).toList();
        ids.forEach(id -> cameras.put(id, new Watched(parts.events().apply(id), new CameraRecord(id, random))));
        StatisticsConfig only = config.statisticsOnly();
        statistics = only == null ? null : new StatisticsDesk(ids, only, clock.instant(), this::record, random);
        writer = new EventWriter(
                parts.store(),
                parts.reaction(),
                listener,
                this::tick,
                config.mostWaiting(),
                RETRY,
                clock,
                random,
                this::fail);
        List<FleetCamera> watched = config.cameras().stream()
                .map(each -> new FleetCamera(each.id(), parts.sources().source(each), each.targetFps(), each.mirror()))
                .toList();
        note("started", statistics == null ? "" : "statistics only: no event about people is stored");
        fleet = Fleet.start(
                watched, config.fleet(), parts.detectors(), new Watching(), clock, System::nanoTime, random);
        writer.begin();
    }

    /**
     * Begins to watch.
     *
     * @throws IOException if no detector can be opened; cameras that are not there are waited for
     * @throws IllegalArgumentException if a source is none
     */
    public static MonitorService start(MonitorConfig config, MonitorParts parts) throws IOException {
        return start(config, parts, Clock.systemUTC(), new SecureRandom());
    }

    /**
     * @param clock for the times of events
     * @param random for names and ids; thread-safe
     */
    public static MonitorService start(MonitorConfig config, MonitorParts parts, Clock clock, RandomGenerator random)
            throws IOException {
        return new MonitorService(config, parts, clock, random);
    }

    /**
     * Puts something about the service itself into the record, as if it had happened: rules see it, too.
     *
     * @param text one line for people; may be empty
     */
    public void note(String name, String text) {
        Instant now = clock.instant();
        writer.submit(List.of(new ServiceNoted(EventId.random(now, random), now, name, text)));
    }

    private void record(Event event) {
        writer.submit(List.of(event));
    }

    private void tick(Instant now) {
        if (statistics != null) {
            statistics.moveTo(now);
        }
    }

    /** From the fleet; of each camera one thing at a time. */
    private final class Watching implements FleetListener {
        @Override
        public void frameWatched(CameraFrame frame) {
            people(frame.camera(), watched(frame.camera()).events.update(frame));
        }

        @Override
        public void peopleLost(CameraId camera, TrackedFrame ended, Instant time) {
            people(camera, watched(camera).events.end(time));
        }

        @Override
        public void statusChanged(CameraId camera, SourceStatus status, Instant time) {
            writer.submit(watched(camera).record.update(status, time));
            listener.cameraChanged(camera, status);
        }

        @Override
        public void frameFailed(CameraId camera, RuntimeException why) {
            listener.defect(camera.name(), why);
        }

        private Watched watched(CameraId camera) {
            Watched found = cameras.get(camera);
            if (found == null) {
                throw new IllegalStateException("a camera that nobody configured: " + camera);
            }
            return found;
        }

        private void people(CameraId camera, List<Event> events) {
            if (statistics == null) {
                writer.submit(events);
            } else {
                statistics.count(camera, events);
            }
        }
    }

    /** The figures at this moment. */
    public FleetFigures figures() {
        return fleet.figures();
    }

    /** Ends it soon, without waiting. Idempotent. */
    public void stop() {
        fleet.stop();
    }

    /**
     * Ends it soon, without waiting, because of something without which it would only look alive, such as a thread of a channel that died. Only the first one counts.
     *
     * @param why told by {@link #await}
     */
    public void fail(Throwable why) {
        fleet.fail(why);
    }

    /**
     * Waits until {@link #stop} is called or no camera has frames any more.
     *
     * @throws IllegalStateException if a defect ended the watch; it is the cause
     */
    public void await() throws InterruptedException {
        fleet.await();
    }

    /**
     * Ends the watch and writes what there is, within five seconds, store or no store. Idempotent.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        fleet.close();
        note("stopped", "");
        try {
            unwritten = writer.close(WRITING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Events that {@link #close} had to leave behind because the store could not be written; 0: the record is complete. */
    public synchronized long unwritten() {
        return unwritten;
    }
}
