package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.AlarmDispatcher;
import io.github.maskwatch.alarm.RetryPolicy;
import io.github.maskwatch.alarm.StatePublisher;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.monitor.fleet.DetectorOpener;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.monitor.service.EventReaction;
import io.github.maskwatch.monitor.service.MonitorParts;
import io.github.maskwatch.monitor.service.MonitorService;
import io.github.maskwatch.monitor.service.SourceOpener;
import io.github.maskwatch.rate.WearingEstimator;
import io.github.maskwatch.server.MetricsPage;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.Retention;
import io.github.maskwatch.store.StoreClaim;
import io.github.maskwatch.store.audit.AuditKeys;
import io.github.maskwatch.store.audit.AuditLog;
import io.github.maskwatch.store.audit.AuditedEventStore;
import io.github.maskwatch.zone.Occupancy;
import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A site that is being watched: its store, channels, rules and cameras, put together. {@link #stop} and {@link #await} may be called from any thread.
 */
public final class SiteRun implements AutoCloseable {
    private static final Duration TIDYING = Duration.ofMinutes(10);
    private static final Duration LATEST_TIDYING = Duration.ofSeconds(2);

    private static final Duration CLAIM = Duration.ofSeconds(5);
    private static final int TIDYING_THREADS = 2;

    private final SiteLog log;
    private final StoreHolding holding;
    private final DatabaseEventStore database;
    /** The database, with the tamper-evident log if there is one. */
    private final EventStore store;

    private final List<AlarmChannel> channels = new ArrayList<>();
    private final SiteMetrics metrics = new SiteMetrics();
    private final ScheduledExecutorService tidying;
    private @Nullable AlarmDispatcher dispatcher;
    private @Nullable MonitorService service;
    private @Nullable MetricsPage page;
    private @Nullable AlarmPictures pictures;

    private SiteRun(SiteLog log, StoreHolding holding, DatabaseEventStore database, EventStore store) {
        this.log = log;
        this.holding = holding;
        this.database = database;
        this.store = store;
        tidying = Executors.newScheduledThreadPool(TIDYING_THREADS, task -> {
            Thread thread = new Thread(task, "maskwatch-tidying");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to watch.
     *
     * @throws io.github.maskwatch.store.StoreTakenException if another service works with the store
     * @throws IOException one line, if the store, a channel, the detector or the page of figures cannot be opened; a camera that is not there is waited for
     */
    public static SiteRun start(Site site, SourceOpener sources, DetectorOpener detectors, SiteLog log)
            throws IOException {
        SiteRun run = held(site, log);
        try {
            run.open(site, sources, detectors, Clock.systemUTC(), new SecureRandom());
            return run;
        } catch (IOException | RuntimeException e) {
            run.close();
            throw e;
        }
    }

    /** The claim comes first: tables are brought up to date and the log is filled by whoever has it. */
    private static SiteRun held(Site site, SiteLog log) throws IOException {
        StoreHolding holding = new StoreHolding(StoreClaim.take(site.store().address()), log);
        try {
            DatabaseEventStore database = DatabaseEventStore.open(site.store().address());
            return new SiteRun(
                    log, holding, database, audited(database, site.store().audit()));
        } catch (IOException | RuntimeException e) {
            holding.close();
            throw e;
        }
    }

    private void open(Site site, SourceOpener sources, DetectorOpener detectors, Clock clock, RandomGenerator random)
            throws IOException {
        List<CameraId> cameras =
                site.cameras().stream().map(camera -> camera.camera().id()).toList();
        List<StatePublisher> publishers = new ArrayList<>();
        for (ChannelSettings channel : site.channels()) {
            AlarmChannel opened = channel.open(cameras, clock, random);
            channels.add(opened);
            if (opened instanceof StatePublisher publisher) {
                publishers.add(publisher);
            }
        }
        SiteStates states = new SiteStates(
                cameras, publishers, estimator(site, random), site.rules().timeZone());
        dispatcher = channels.isEmpty()
                ? null
                : AlarmDispatcher.start(channels, store.outbox(), RetryPolicy.defaults(), clock, random);
        AlarmPictures kept = pictures(site, clock, random);
        SiteNews news = new SiteNews(log, metrics, states, dispatcher, kept);
        MonitorParts parts = new MonitorParts(
                sources, detectors, places(site, states, kept, random), store, reaction(site, random, clock), news);
        MonitorService started = MonitorService.start(site.monitor(), parts, clock, random);
        service = started;
        metrics.watch(cameras, started::figures, states, this::outboxSize);
        serve(site);
        tidy(site.store().retention(), kept, clock);
    }

    private static Function<CameraId, io.github.maskwatch.monitor.service.CameraEvents> places(
            Site site, SiteStates states, @Nullable AlarmPictures kept, RandomGenerator random) {
        Map<CameraId, SiteCamera> byId = site.cameras().stream()
                .collect(Collectors.toMap(camera -> camera.camera().id(), Function.identity()));
        return id -> {
            SiteCamera camera = byId.get(id);
            if (camera == null) {
                throw new IllegalArgumentException("no camera is called " + id);
            }
            // Who is there now is about few people, or one.
            Consumer<Occupancy> told =
                    site.monitor().statisticsOnly() == null ? now -> states.occupied(id, now) : now -> {};
            return new PlaceEvents(id, camera.place(), random, told, kept);
        };
    }

    /** That faces are to be seen is in the record before the first picture is. */
    private @Nullable AlarmPictures pictures(Site site, Clock clock, RandomGenerator random) throws IOException {
        PictureSettings settings = site.pictures();
        if (settings == null) {
            return null;
        }
        AlarmPictures opened = AlarmPictures.open(settings, log);
        pictures = opened;
        if (settings.faces() == KeptFaces.RAW) {
            String text =
                    "pictures of alarms are kept with faces to be seen, for " + Types.DURATION.show(settings.keep());
            Instant now = clock.instant();
            store.append(List.of(new ServiceNoted(EventId.random(now, random), now, "raw_pictures", text)), List.of());
            log.line(SiteLog.Level.WARN, "pictures", text);
        }
        return opened;
    }

    private EventReaction reaction(Site site, RandomGenerator random, Clock clock) throws IOException {
        if (site.rules().rules().isEmpty() || site.monitor().statisticsOnly() != null) {
            return EventReaction.NONE;
        }
        return RuleReaction.remembering(site.rules(), store, clock.instant(), random);
    }

    /** Of a detector of the user's own nobody knows how often it errs. */
    private static @Nullable WearingEstimator estimator(Site site, RandomGenerator random) {
        return BundledDetector.named(site.monitor().detector())
                .flatMap(BundledDetector::confusion)
                .map(confusion -> new WearingEstimator(confusion, WearingEstimator.DRAWS, random))
                .orElse(null);
    }

    private static EventStore audited(DatabaseEventStore database, @Nullable AuditSettings audit) throws IOException {
        if (audit == null) {
            return database;
        }
        try {
            KeyPair keys =
                    new KeyPair(AuditKeys.readPublic(audit.publicKey()), AuditKeys.readPrivate(audit.privateKey()));
            return new AuditedEventStore(database, AuditLog.open(audit.log(), keys));
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private Number outboxSize() {
        try {
            return store.outbox().size();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private void serve(Site site) throws IOException {
        Integer port = site.metricsPort();
        if (port != null) {
            page = MetricsPage.serve(port, metrics::text, metrics::healthy);
            log.line(SiteLog.Level.INFO, "figures", page.address().toString());
        }
    }

    private void tidy(Retention retention, @Nullable AlarmPictures kept, Clock clock) {
        every(CLAIM, () -> holding.look(this::stop));
        if (!retention.equals(Retention.FOREVER)) {
            every(TIDYING, () -> forget(retention, clock));
        }
        if (kept != null) {
            every(TIDYING, () -> forget(kept, clock));
        }
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // It ends with the executor, and the tasks tell their failures themselves.
    private void every(Duration pause, Runnable task) {
        tidying.scheduleWithFixedDelay(task, 0, pause.toSeconds(), TimeUnit.SECONDS);
    }

    private void forget(AlarmPictures kept, Clock clock) {
        try {
            long forgotten = kept.forget(clock.instant());
            if (forgotten > 0) {
                log.line(SiteLog.Level.INFO, "pictures", forgotten + " old pictures deleted");
            }
        } catch (IOException | RuntimeException e) {
            log.line(SiteLog.Level.WARN, "pictures", "old pictures cannot be deleted: " + e.getMessage());
        }
    }

    private void forget(Retention retention, Clock clock) {
        try {
            long forgotten = database.forget(retention, clock.instant());
            if (forgotten > 0) {
                log.line(SiteLog.Level.INFO, "store", forgotten + " old events deleted");
            }
        } catch (IOException | RuntimeException e) {
            log.line(SiteLog.Level.WARN, "store", "old events cannot be deleted: " + e.getMessage());
        }
    }

    /**
     * Waits until {@link #stop} is called or no camera has frames any more.
     *
     * @throws io.github.maskwatch.store.StoreTakenException if it ended because another service took the store while this one was cut off from it
     */
    public void await() throws InterruptedException, IOException {
        MonitorService watched = service;
        if (watched != null) {
            watched.await();
        }
        holding.requireHeld();
    }

    /** Ends it after a time. */
    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor.
    public void stopAfter(Duration time) {
        tidying.schedule(this::stop, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends it soon, without waiting. Idempotent. */
    public void stop() {
        MonitorService watched = service;
        if (watched != null) {
            watched.stop();
        }
    }

    /** Ends the watch and writes what there is, within some seconds. */
    @Override
    public void close() {
        MetricsPage served = page;
        if (served != null) {
            served.close();
        }
        MonitorService watched = service;
        if (watched != null) {
            watched.close();
            if (watched.unwritten() > 0) {
                log.line(SiteLog.Level.ERROR, "store", watched.unwritten() + " events could not be written");
            }
        }
        AlarmDispatcher sending = dispatcher;
        if (sending != null) {
            sending.close();
        }
        channels.forEach(AlarmChannel::close);
        AlarmPictures kept = pictures;
        if (kept != null) {
            kept.close();
        }
        endTidying();
        metrics.close();
        try {
            store.close();
        } catch (IOException e) {
            log.line(SiteLog.Level.WARN, "store", "cannot be closed: " + e.getMessage());
        }
        holding.close();
    }

    private void endTidying() {
        tidying.shutdownNow();
        try {
            tidying.awaitTermination(LATEST_TIDYING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
