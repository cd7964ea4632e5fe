package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.AlarmDispatcher;
import io.github.maskwatch.alarm.RetryPolicy;
import io.github.maskwatch.alarm.StatePublisher;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.monitor.fleet.DetectorOpener;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.monitor.service.EventReaction;
import io.github.maskwatch.monitor.service.MonitorParts;
import io.github.maskwatch.monitor.service.MonitorService;
import io.github.maskwatch.monitor.service.SourceOpener;
import io.github.maskwatch.rate.WearingEstimator;
import io.github.maskwatch.rate.WearingRates;
import io.github.maskwatch.server.MetricsPage;
import io.github.maskwatch.zone.Occupancy;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A site that is being watched: its store, channels, rules and cameras, put together. {@link #stop} and {@link #await} may be called from any thread.
 */
public final class SiteRun implements AutoCloseable {
    /** A little more than the cameras and the last events may take. */
    private static final Duration PARTS = Duration.ofMillis(3900);
    /** Less than the 5 s that a service has: the JVM waits some .4 s for threads that hang in native code, such as a socket's, before it exits. */
    private static final Duration ALL = Duration.ofMillis(4200);

    private static final String CAMERAS = "cameras";
    private static final String ALARMS = "alarms";

    private final SiteLog log;
    private final SiteStore store;
    private final List<AlarmChannel> channels = new ArrayList<>();
    private final SiteMetrics metrics = new SiteMetrics();
    private final SiteTidying tidying;
    private @Nullable AlarmDispatcher dispatcher;
    private @Nullable MonitorService service;
    /** What a thread died of before there was a service to end. */
    private @Nullable Throwable early;

    private @Nullable MetricsPage page;
    private @Nullable AlarmPictures pictures;

    private SiteRun(SiteLog log, SiteStore store) {
        this.log = log;
        this.store = store;
        tidying = new SiteTidying(log, this::died);
    }

    /**
     * Begins to watch.
     *
     * @throws io.github.maskwatch.store.StoreTakenException if another service works with the store
     * @throws IOException one line, if the store, a channel, the detector or the page of figures cannot be opened; a camera that is not there is waited for
     */
    public static SiteRun start(Site site, SourceOpener sources, DetectorOpener detectors, SiteLog log)
            throws IOException {
        SiteRun run = new SiteRun(log, SiteStore.open(site.store(), log));
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
        store.abandonAllBut(channels.stream().map(AlarmChannel::name).collect(Collectors.toSet()));
        SiteStates states = new SiteStates(
                cameras,
                publishers,
                estimator(site, random),
                new WearingRates(site.rules().timeZone()));
        dispatcher = channels.isEmpty()
                ? null
                : AlarmDispatcher.start(
                        channels, store.events().outbox(), RetryPolicy.defaults(), clock, random, this::died);
        AlarmPictures kept = pictures(site, clock, random);
        SiteNews news = new SiteNews(log, metrics, states, dispatcher, kept);
        MonitorParts parts = new MonitorParts(
                sources,
                detectors,
                places(site, states, kept, random),
                store.events(),
                reaction(site, random, clock),
                news);
        MonitorService started = MonitorService.start(site.monitor(), parts, clock, random);
        watching(started);
        metrics.watch(cameras, started::figures, states, store::outboxSize);
        serve(site);
        tidying.claim(store, this::stop);
        tidying.events(store, site.store().retention(), clock);
        if (kept != null) {
            tidying.pictures(kept, clock);
        }
    }

    private synchronized void watching(MonitorService started) {
        service = started;
        if (early != null) {
            started.fail(early);
        }
    }

    /** A thread without which this would only look alive. */
    private synchronized void died(Throwable why) {
        MonitorService watched = service;
        if (watched == null) {
            early = why;
        } else {
            watched.fail(why);
        }
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
            return new PlaceEvents(
                    id,
                    camera.place(),
                    time -> camera.schedule().contains(time, site.rules().timeZone()),
                    random,
                    told,
                    kept);
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
            store.events()
                    .append(
                            List.of(new ServiceNoted(EventId.random(now, random), now, "raw_pictures", text)),
                            List.of());
            log.line(SiteLog.Level.WARN, "pictures", text);
        }
        return opened;
    }

    private EventReaction reaction(Site site, RandomGenerator random, Clock clock) throws IOException {
        if (site.rules().rules().isEmpty() || site.monitor().statisticsOnly() != null) {
            return EventReaction.NONE;
        }
        return RuleReaction.remembering(site.rules(), store.events(), clock.instant(), random);
    }

    /** Of a detector of the user's own nobody knows how often it errs. */
    private static @Nullable WearingEstimator estimator(Site site, RandomGenerator random) {
        return BundledModels.confusion(site.monitor().detector())
                .map(confusion -> new WearingEstimator(confusion, WearingEstimator.DRAWS, random))
                .orElse(null);
    }

    private void serve(Site site) throws IOException {
        Integer port = site.metricsPort();
        if (port != null) {
            page = MetricsPage.serve(port, metrics::text, metrics::healthy);
            log.line(SiteLog.Level.INFO, "figures", page.address().toString());
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
        store.requireHeld();
    }

    /** Ends it after a time. */
    public void stopAfter(Duration time) {
        tidying.once(time, this::stop);
    }

    /** Ends it soon, without waiting. Idempotent. */
    public void stop() {
        MonitorService watched = service;
        if (watched != null) {
            watched.stop();
        }
    }

    /** Ends the watch and writes what there is, within 4.2 seconds whatever hangs; a line says what was left behind. Idempotent. */
    @Override
    public void close() {
        SiteEnding ending = new SiteEnding();
        endPage(ending);
        endWatching(ending);
        endSending(ending);
        ending.end("tidying", tidying::close);
        ending.await(PARTS);
        ending.end("store", store::close);
        ending.await(ALL);
        metrics.close();
        if (!ending.late().isEmpty()) {
            log.line(
                    SiteLog.Level.WARN,
                    "service",
                    "ends without waiting any longer for: " + String.join(", ", ending.late()));
        }
        ending.rethrow();
    }

    private void endPage(SiteEnding ending) {
        MetricsPage served = page;
        if (served != null) {
            ending.end("figures", served::close);
        }
    }

    /** The last alarms are raised by then, and their pictures not written yet. */
    private void endWatching(SiteEnding ending) {
        MonitorService watched = service;
        if (watched != null) {
            ending.end(CAMERAS, () -> end(watched));
        }
        AlarmPictures kept = pictures;
        if (kept != null) {
            ending.endAfter(CAMERAS, "pictures", kept::close);
        }
    }

    private void end(MonitorService watched) {
        watched.close();
        if (watched.unwritten() > 0) {
            log.line(SiteLog.Level.ERROR, "store", watched.unwritten() + " events could not be written");
        }
    }

    private void endSending(SiteEnding ending) {
        AlarmDispatcher sending = dispatcher;
        if (sending != null) {
            ending.end(ALARMS, sending::close);
        }
        channels.forEach(channel -> ending.endAfter(ALARMS, "channel " + channel.name(), channel::close));
    }
}
