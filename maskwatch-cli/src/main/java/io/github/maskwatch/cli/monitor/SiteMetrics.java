package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.CameraState;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.fleet.CameraFigures;
import io.github.maskwatch.monitor.fleet.FleetFigures;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures of a site for Prometheus. Thread-safe. */
final class SiteMetrics implements AutoCloseable {
    private static final double NANOS = 1e9;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicBoolean storeFails = new AtomicBoolean();
    private final Counter defects;
    /** What the figures of one visit are read from, all of the same moment. */
    private volatile Look look = Look.NOTHING;

    private volatile Supplier<Look> looking = () -> Look.NOTHING;

    /** How it stands at one moment. */
    private record Look(FleetFigures figures, Map<CameraId, CameraState> states, double outbox) {
        static final Look NOTHING =
                new Look(new FleetFigures(List.of(), Duration.ZERO, Duration.ZERO, 0), Map.of(), Double.NaN);
    }

    SiteMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        defects = Counter.builder("maskwatch.defects")
                .description("Frames, rules and listeners that failed though they should not, of which was told")
                .register(registry);
        Gauge.builder("maskwatch.store.failing", storeFails, failing -> failing.get() ? 1 : 0)
                .description("1 while events cannot be written and wait in memory")
                .register(registry);
    }

    /** Adds the cameras' figures, asked for once at each visit. */
    void watch(List<CameraId> cameras, Supplier<FleetFigures> figures, SiteStates states, Supplier<Number> outbox) {
        looking = () -> new Look(
                figures.get(),
                cameras.stream().collect(Collectors.toMap(Function.identity(), states::of)),
                outbox.get().doubleValue());
        Gauge.builder("maskwatch.outbox", this, m -> m.look.outbox())
                .description("Deliveries of alarms that are still to be made")
                .register(registry);
        FunctionCounter.builder(
                        "maskwatch.work", this, m -> m.look.figures().work().toNanos() / NANOS)
                .baseUnit("seconds")
                .description("Processor time spent on looking for faces")
                .register(registry);
        for (int i = 0; i < cameras.size(); i++) {
            watch(cameras.get(i), i);
        }
    }

    private void watch(CameraId camera, int index) {
        Tags tags = Tags.of("camera", camera.name());
        gauge("maskwatch.camera.online", "1 while it delivers frames", tags, index, f -> online(f));
        gauge(
                "maskwatch.camera.input.fps",
                "Frames a second that it sends",
                tags,
                index,
                f -> f.statistics().inputFps());
        gauge(
                "maskwatch.camera.fps",
                "Frames a second that are worked on",
                tags,
                index,
                f -> f.statistics().processedFps());
        counter("maskwatch.camera.frames.read", "Frames that were read", tags, index, f ->
                (double) f.statistics().framesRead());
        counter("maskwatch.camera.frames.processed", "Frames that were worked on", tags, index, f ->
                (double) f.statistics().framesProcessed());
        counter("maskwatch.camera.frames.failed", "Frames that could not be worked on", tags, index, f ->
                (double) f.framesFailed());
        gauge(
                "maskwatch.camera.latency.p95.seconds",
                "From reading a frame to its answer, lately",
                tags,
                index,
                f -> f.statistics().recentLatency().p95().toNanos() / NANOS);
        people("maskwatch.camera.people", "People who are there now", tags, camera, CameraState::people);
        people(
                "maskwatch.camera.people.without.mask",
                "Those of them without a mask, or with one worn incorrectly",
                tags,
                camera,
                CameraState::withoutMask);
    }

    private void people(
            String name, String description, Tags tags, CameraId camera, ToDoubleFunction<CameraState> value) {
        Gauge.builder(
                        name,
                        this,
                        m -> value.applyAsDouble(m.look.states().getOrDefault(camera, CameraState.offline(camera))))
                .tags(tags)
                .description(description)
                .register(registry);
    }

    private static double online(CameraFigures figures) {
        return figures.status().phase() == SourceStatus.Phase.CONNECTED ? 1 : 0;
    }

    private void gauge(String name, String description, Tags tags, int index, ToDoubleFunction<CameraFigures> value) {
        Gauge.builder(name, this, m -> m.ofCamera(index, value))
                .tags(tags)
                .description(description)
                .register(registry);
    }

    private void counter(String name, String description, Tags tags, int index, ToDoubleFunction<CameraFigures> value) {
        FunctionCounter.builder(name, this, m -> m.ofCamera(index, value))
                .tags(tags)
                .description(description)
                .register(registry);
    }

    private double ofCamera(int index, ToDoubleFunction<CameraFigures> value) {
        return value.applyAsDouble(look.figures().cameras().get(index));
    }

    void happened(Event event) {
        CameraId camera = event.camera();
        Counter.builder("maskwatch.events")
                .tags("kind", event.kind().id(), "camera", camera == null ? "" : camera.name())
                .description("Events that were stored")
                .register(registry)
                .increment();
    }

    void storeFails(boolean fails) {
        storeFails.set(fails);
    }

    boolean healthy() {
        return !storeFails.get();
    }

    void defect() {
        defects.increment();
    }

    /** All of it in Prometheus' text form. */
    synchronized String text() {
        look = looking.get();
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
