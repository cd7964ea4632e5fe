package io.github.maskwatch.rate;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.LinePassed;
import io.github.maskwatch.event.PeopleCounted;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.ZoneLeft;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.tracking.TrackId;
import io.github.maskwatch.zone.Headcount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Counts people by hour and day as events come in, each person once in each place.
 *
 * <ul>
 *   <li>Over a line: with {@link LinePassed}, by what was said then.
 *   <li>In a zone: when the person has left the camera, by what was said and when at the last leaving of that zone.
 *   <li>Before a camera: with {@link PersonLeft}, by what was said in the end.
 *   <li>Before a camera of which only counts are told: with {@link PeopleCounted}. A count whose time reaches over the end of an hour or a day
 *       is in a window of its own, with its own beginning and end.
 * </ul>
 *
 * <p>Events must come in the order of each camera's time, and each once. Somebody who is still there is not counted yet. Of nobody who has left is anything kept
 * but the count. One thread at a time.
 */
public final class WearingRates {
    private final ZoneId zone;
    private final Map<RatePeriod, NavigableMap<RateWindow, Map<RateSeries, Headcount>>> counts =
            new EnumMap<>(RatePeriod.class);
    private final Map<Person, Map<String, ZoneLeft>> zonesLeft = new HashMap<>();

    private record Person(CameraId camera, TrackId track) {}

    /** @param zone whose hours and days */
    public WearingRates(ZoneId zone) {
        this.zone = zone;
        for (RatePeriod period : RatePeriod.values()) {
            counts.put(period, new TreeMap<>());
        }
    }

    /** Takes an event into account; those of other kinds change nothing. */
    public void add(Event event) {
        if (event instanceof LinePassed passed) {
            count(
                    RateSeries.ofLine(passed.camera(), passed.line(), passed.direction()),
                    passed.time(),
                    Headcount.NOBODY.plus(passed.state()));
        } else if (event instanceof ZoneLeft left) {
            zonesLeft
                    .computeIfAbsent(new Person(left.camera(), left.track()), person -> new TreeMap<>())
                    .put(left.zone(), left);
        } else if (event instanceof PersonLeft left) {
            leave(left);
        } else if (event instanceof PeopleCounted counted) {
            count(counted);
        }
    }

    private void count(PeopleCounted counted) {
        RateSeries series = RateSeries.ofCamera(counted.camera());
        Headcount people = new Headcount(
                counted.withMask(), counted.withoutMask(), counted.wornIncorrectly(), counted.cannotTell());
        counts.forEach((period, windows) -> {
            RateWindow whole = period.windowOf(counted.from(), zone);
            RateWindow window =
                    counted.time().isAfter(whole.to()) ? new RateWindow(counted.from(), counted.time()) : whole;
            windows.computeIfAbsent(window, of -> new TreeMap<>()).merge(series, people, Headcount::plus);
        });
    }

    private void leave(PersonLeft person) {
        Map<String, ZoneLeft> zones = zonesLeft.remove(new Person(person.camera(), person.track()));
        if (zones != null) {
            zones.forEach((name, left) ->
                    count(RateSeries.ofZone(left.camera(), name), left.time(), Headcount.NOBODY.plus(left.state())));
        }
        count(RateSeries.ofCamera(person.camera()), person.time(), Headcount.NOBODY.plus(person.state()));
    }

    private void count(RateSeries series, Instant time, Headcount one) {
        counts.forEach(
                (period, windows) -> windows.computeIfAbsent(period.windowOf(time, zone), window -> new TreeMap<>())
                        .merge(series, one, Headcount::plus));
    }

    /** By time, then by place; windows in which nobody was counted are left out. */
    public List<RateCount> counts(RatePeriod period) {
        List<RateCount> all = new ArrayList<>();
        windows(period)
                .forEach((window, of) -> of.forEach((series, count) -> all.add(new RateCount(series, window, count))));
        return all;
    }

    /** Those counted in the window that holds the moment. */
    public Headcount count(RateSeries series, RatePeriod period, Instant time) {
        Map<RateSeries, Headcount> of = windows(period).get(period.windowOf(time, zone));
        Headcount count = of == null ? null : of.get(series);
        return count == null ? Headcount.NOBODY : count;
    }

    private NavigableMap<RateWindow, Map<RateSeries, Headcount>> windows(RatePeriod period) {
        return Objects.requireNonNull(counts.get(period));
    }

    /** Forgets the windows that ended by then, so that a run of months needs no more memory than one of days. */
    public void forgetBefore(Instant time) {
        counts.values()
                .forEach(windows ->
                        windows.keySet().removeIf(window -> !window.to().isAfter(time)));
    }
}
