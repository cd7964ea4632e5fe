package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.CameraState;
import io.github.maskwatch.alarm.StatePublisher;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.PeopleCounted;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.rate.RatePeriod;
import io.github.maskwatch.rate.RateSeries;
import io.github.maskwatch.rate.WearingEstimator;
import io.github.maskwatch.rate.WearingRates;
import io.github.maskwatch.zone.Headcount;
import io.github.maskwatch.zone.Occupancy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How it stands before each camera, told to whoever publishes it whenever it changed: who is there, and the share that wore a mask of those who left
 * since midnight. Thread-safe.
 */
final class SiteStates {
    private final List<StatePublisher> publishers;
    private final Map<CameraId, CameraState> states = new LinkedHashMap<>();
    private final @Nullable WearingEstimator estimator;
    private final WearingRates rates;

    /**
     * @param estimator null: nothing is known of the detector's mistakes, and no rate is told
     * @param rates empty; by its days the rates are told
     */
    SiteStates(
            List<CameraId> cameras,
            List<StatePublisher> publishers,
            @Nullable WearingEstimator estimator,
            WearingRates rates) {
        this.publishers = List.copyOf(publishers);
        this.estimator = estimator;
        this.rates = rates;
        cameras.forEach(camera -> states.put(camera, CameraState.offline(camera)));
    }

    synchronized void online(CameraId camera, boolean online) {
        CameraState old = of(camera);
        publish(new CameraState(camera, online, old.people(), old.withoutMask(), old.rate()));
    }

    synchronized void occupied(CameraId camera, Occupancy occupancy) {
        CameraState old = of(camera);
        Headcount count = occupancy.headcount();
        publish(new CameraState(
                camera,
                old.online(),
                Math.toIntExact(count.people()),
                Math.toIntExact(count.withoutMask() + count.wornIncorrectly()),
                old.rate()));
    }

    synchronized void happened(Event event) {
        if (estimator == null) {
            // Nothing would ever be asked of the counts, nor forgotten.
            return;
        }
        rates.add(event);
        if (event instanceof PersonLeft left) {
            rated(estimator, left.camera(), left.time());
        } else if (event instanceof PeopleCounted counted) {
            rated(estimator, counted.camera(), counted.time());
        }
    }

    private void rated(WearingEstimator estimator, CameraId camera, Instant time) {
        rates.forgetBefore(time.minus(Duration.ofDays(2)));
        Headcount today = rates.count(RateSeries.ofCamera(camera), RatePeriod.DAY, time);
        Interval wearing = estimator.wearing(today);
        CameraState old = of(camera);
        publish(new CameraState(camera, old.online(), old.people(), old.withoutMask(), rate(wearing)));
    }

    private static CameraState.@Nullable Rate rate(Interval wearing) {
        return Double.isNaN(wearing.value())
                ? null
                : new CameraState.Rate(wearing.low(), wearing.value(), wearing.high());
    }

    synchronized CameraState of(CameraId camera) {
        return states.getOrDefault(camera, CameraState.offline(camera));
    }

    private void publish(CameraState state) {
        if (!state.equals(states.put(state.camera(), state))) {
            publishers.forEach(publisher -> publisher.publish(state));
        }
    }
}
