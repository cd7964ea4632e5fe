package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.rate.WearingRates;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteNewsTest {
    private static final CameraId DOOR = new CameraId("door");

    private final StringWriter out = new StringWriter();

    private static SourceStatus status(SourceStatus.Phase phase, int attempt) {
        String reason = phase == SourceStatus.Phase.RECONNECTING ? "ended by the server" : "";
        return new SourceStatus(phase, reason, attempt, Duration.ZERO);
    }

    @Test
    void aLineForEachLossAndEachReturnAndNoneForATry() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
        SiteLog log = new SiteLog(new PrintWriter(out, true), false, clock);
        try (SiteMetrics metrics = new SiteMetrics()) {
            SiteStates states = new SiteStates(List.of(DOOR), List.of(), null, new WearingRates(ZoneOffset.UTC));
            SiteNews news = new SiteNews(log, metrics, states, null, null);
            for (SourceStatus status : List.of(
                    status(SourceStatus.Phase.OPENING, 0),
                    status(SourceStatus.Phase.CONNECTED, 0),
                    status(SourceStatus.Phase.SILENT, 0),
                    status(SourceStatus.Phase.RECONNECTING, 1),
                    status(SourceStatus.Phase.OPENING, 1),
                    status(SourceStatus.Phase.RECONNECTING, 2),
                    status(SourceStatus.Phase.CONNECTED, 2),
                    // Lost again before it was held to be stable: the tries go on being counted.
                    status(SourceStatus.Phase.RECONNECTING, 3),
                    status(SourceStatus.Phase.CONNECTED, 3))) {
                news.cameraChanged(DOOR, status);
            }

            assertThat(states.of(DOOR).online()).isTrue();
        }
        assertThat(out.toString().lines())
                .containsExactly(
                        "2026-11-25T12:00:00Z info door: Connected",
                        "2026-11-25T12:00:00Z warn door: Reconnecting in 0.0 s (try 1) (ended by the server)",
                        "2026-11-25T12:00:00Z info door: Connected again",
                        "2026-11-25T12:00:00Z warn door: Reconnecting in 0.0 s (try 3) (ended by the server)",
                        "2026-11-25T12:00:00Z info door: Connected again");
    }

    @Test
    void anotherReasonThanBeforeIsToldOnce() {
        SiteLog log = new SiteLog(new PrintWriter(out, true), false, Clock.systemUTC());
        try (SiteMetrics metrics = new SiteMetrics()) {
            SiteStates states = new SiteStates(List.of(DOOR), List.of(), null, new WearingRates(ZoneOffset.UTC));
            SiteNews news = new SiteNews(log, metrics, states, null, null);
            for (String reason : List.of("no answer", "no answer", "wrong password", "no answer", "wrong password")) {
                news.cameraChanged(DOOR, new SourceStatus(SourceStatus.Phase.RECONNECTING, reason, 1, Duration.ZERO));
            }
        }
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("(no answer)").contains("(wrong password)");
    }
}
