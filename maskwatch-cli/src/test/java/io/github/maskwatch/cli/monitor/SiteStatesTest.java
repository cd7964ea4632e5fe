package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.ZoneLeft;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.rate.RatePeriod;
import io.github.maskwatch.rate.WearingEstimator;
import io.github.maskwatch.rate.WearingRates;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SiteStatesTest {
    private static final CameraId DOOR = new CameraId("door");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-25T00:00:00Z");
    private static final int DAYS = 30;

    private final Random random = new Random(1);
    private final WearingRates rates = new WearingRates(ZoneOffset.UTC);

    /** Somebody an hour, for a month. */
    private SiteStates month(@Nullable WearingEstimator estimator) {
        SiteStates states = new SiteStates(List.of(DOOR), List.of(), estimator, rates);
        for (int hour = 0; hour < 24 * DAYS; hour++) {
            Instant time = MIDNIGHT.plus(Duration.ofHours(hour));
            TrackId track = TrackId.random(random);
            states.happened(new ZoneLeft(
                    EventId.random(time, random), time, DOOR, track, "mat", MaskState.WITH_MASK, Duration.ZERO));
            states.happened(new PersonLeft(
                    EventId.random(time, random), time, DOOR, track, MaskState.WITH_MASK, Duration.ZERO));
        }
        return states;
    }

    @Test
    void aMonthNeedsNoMoreMemoryThanTwoDays() {
        WearingEstimator estimator = BundledModels.confusion("nano")
                .map(confusion -> new WearingEstimator(confusion, 40, random))
                .orElseThrow();

        assertThat(month(estimator).of(DOOR).rate()).isNotNull();
        assertThat(rates.counts(RatePeriod.HOUR)).hasSizeLessThanOrEqualTo(2 * 2 * 25);
        assertThat(rates.counts(RatePeriod.DAY)).hasSizeLessThanOrEqualTo(2 * 3);
    }

    @Test
    void ofADetectorWhoseMistakesNobodyKnowsNothingIsKept() {
        assertThat(month(null).of(DOOR).rate()).isNull();
        assertThat(rates.counts(RatePeriod.HOUR)).isEmpty();
        assertThat(rates.counts(RatePeriod.DAY)).isEmpty();
    }
}
