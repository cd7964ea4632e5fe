package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.fleet.CameraFigures;
import io.github.maskwatch.monitor.fleet.FleetFigures;
import io.github.maskwatch.monitor.live.Latency;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.monitor.live.Statistics;
import io.github.maskwatch.rate.WearingRates;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SiteMetricsTest {
    private static final CameraId DOOR = new CameraId("door");

    /** A new object at each call, which nobody but the figures holds. */
    private static Supplier<FleetFigures> figures(long frames) {
        Statistics statistics = new Statistics(
                frames,
                frames,
                0,
                Duration.ofSeconds(1),
                25,
                10,
                new Latency(Duration.ofMillis(20), Duration.ofMillis(40)),
                Latency.NONE,
                Map.of(),
                Map.of(),
                null);
        SourceStatus status = new SourceStatus(SourceStatus.Phase.CONNECTED, "", 0, Duration.ZERO);
        return () -> new FleetFigures(
                List.of(new CameraFigures(DOOR, status, statistics, 0, 10)),
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                1);
    }

    @Test
    void figuresOutliveTheCollector() {
        try (SiteMetrics metrics = new SiteMetrics()) {
            metrics.watch(
                    List.of(DOOR),
                    figures(42),
                    new SiteStates(List.of(DOOR), List.of(), null, new WearingRates(ZoneOffset.UTC)),
                    () -> 3);
            System.gc();

            assertThat(metrics.text())
                    .contains(
                            "maskwatch_camera_online{camera=\"door\"} 1.0",
                            "maskwatch_camera_frames_processed_total{camera=\"door\"} 42.0",
                            "maskwatch_camera_latency_p95_seconds{camera=\"door\"} 0.04",
                            "maskwatch_work_seconds_total 2.0",
                            "maskwatch_outbox 3.0")
                    .doesNotContain("door\"} NaN");
        }
    }
}
