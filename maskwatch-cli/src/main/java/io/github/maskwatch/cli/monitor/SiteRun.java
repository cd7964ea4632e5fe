package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.AlarmDispatcher;
import io.github.maskwatch.alarm.RetryPolicy;
import io.github.maskwatch.alarm.StatePublisher;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.fleet.DetectorOpener;
import io.github.maskwatch.monitor.rules.RuleEngine;
import io.github.maskwatch.monitor.service.EventReaction;
import io.github.maskwatch.monitor.service.MonitorParts;
import io.github.maskwatch.monitor.service.MonitorService;
import io.github.maskwatch.monitor.service.SourceOpener;
import io.github.maskwatch.server.MetricsPage;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.Retention;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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

    private final SiteLog log;
    private final DatabaseEventStore store;
    private final List<AlarmChannel> channels = new ArrayList<>();
    private final SiteMetrics metrics = new SiteMetrics();
    private final ScheduledExecutorService tidying;
    private @Nullable AlarmDispatcher dispatcher;
    private @Nullable MonitorService service;
    private @Nullable MetricsPage page;

    private SiteRun(SiteLog log, DatabaseEventStore store) {
        this.log = log;
        this.store = store;
        tidying = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "maskwatch-tidying");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to watch.
     *
     * @throws IOException one line, if the store, a channel, the detector or the page of figures cannot be opened; a camera that is not there is waited for
     */
    public static SiteRun start(Site site, SourceOpener sources, DetectorOpener detectors, SiteLog log)
            throws IOException {
        SiteRun run = new SiteRun(log, DatabaseEventStore.open(site.store().address()));
        try {
            run.open(site, sources, detectors, Clock.systemUTC(), new SecureRandom());
            return run;
        } catch (IOException | RuntimeException e) {
            run.close();
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
        SiteStates states = new SiteStates(cameras, publishers);
        dispatcher = channels.isEmpty()
                ? null
                : AlarmDispatcher.start(channels, store.outbox(), RetryPolicy.defaults(), clock, random);
        SiteNews news = new SiteNews(log, metrics, states, dispatcher);
        MonitorParts parts = new MonitorParts(
                sources, detectors, places(site, states, random), store, reaction(site, random, clock), news);
        MonitorService started = MonitorService.start(site.monitor(), parts, clock, random);
        service = started;
        metrics.watch(cameras, started::figures, states, this::outboxSize);
        serve(site);
        tidy(site.store().retention(), clock);
    }

    private static Function<CameraId, io.github.maskwatch.monitor.service.CameraEvents> places(
            Site site, SiteStates states, RandomGenerator random) {
        Map<CameraId, SiteCamera> byId = site.cameras().stream()
                .collect(Collectors.toMap(camera -> camera.camera().id(), Function.identity()));
        return id -> {
            SiteCamera camera = byId.get(id);
            if (camera == null) {
                throw new IllegalArgumentException("no camera is called " + id);
            }
            return new PlaceEvents(id, camera.place(), random, now -> states.occupied(id, now));
        };
    }

    private EventReaction reaction(Site site, RandomGenerator random, Clock clock) throws IOException {
        if (site.rules().rules().isEmpty() || site.monitor().statisticsOnly() != null) {
            return EventReaction.NONE;
        }
        RuleEngine engine = new RuleEngine(site.rules(), random);
        Instant from = clock.instant().minus(site.rules().memory());
        store.read(new EventQuery(from, null, Set.of(), Set.of()), engine::prime);
        return new RuleReaction(site.rules(), engine);
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

    private void tidy(Retention retention, Clock clock) {
        if (retention.equals(Retention.FOREVER)) {
            return;
        }
        // It catches what goes wrong itself.
        ScheduledFuture<?> unused = tidying.scheduleWithFixedDelay(
                () -> forget(retention, clock), 0, TIDYING.toSeconds(), TimeUnit.SECONDS);
    }

    private void forget(Retention retention, Clock clock) {
        try {
            long forgotten = store.forget(retention, clock.instant());
            if (forgotten > 0) {
                log.line(SiteLog.Level.INFO, "store", forgotten + " old events deleted");
            }
        } catch (IOException | RuntimeException e) {
            log.line(SiteLog.Level.WARN, "store", "old events cannot be deleted: " + e.getMessage());
        }
    }

    /** Waits until {@link #stop} is called or no camera has frames any more. */
    public void await() throws InterruptedException {
        MonitorService watched = service;
        if (watched != null) {
            watched.await();
        }
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
        endTidying();
        metrics.close();
        try {
            store.close();
        } catch (IOException e) {
            log.line(SiteLog.Level.WARN, "store", "cannot be closed: " + e.getMessage());
        }
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
