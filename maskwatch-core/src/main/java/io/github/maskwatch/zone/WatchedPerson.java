package io.github.maskwatch.zone;

import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.LinePassed;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.StateChanged;
import io.github.maskwatch.event.ZoneEntered;
import io.github.maskwatch.event.ZoneLeft;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.Track;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One track on its way through zones and over lines. */
final class WatchedPerson {
    /** Who is told of a passage. */
    interface PassageListener {
        void passed(Line line, Direction direction);
    }

    private final CameraId camera;
    private final PlaceConfig config;
    private final PassageListener passages;
    private final List<ZoneStay> stays;
    private final List<LinePassing> passings;
    private Track track;
    private Point last;
    private boolean counts;
    private @Nullable MaskState told;

    /** @param start where the face was first seen */
    WatchedPerson(CameraId camera, PlaceConfig config, PassageListener passages, Track track, Point start) {
        this.camera = camera;
        this.config = config;
        this.passages = passages;
        this.track = track;
        last = start;
        stays = config.zones().stream().map(ZoneStay::new).toList();
        passings = config.lines().stream().map(LinePassing::new).toList();
    }

    TrackId id() {
        return track.id();
    }

    /** Whether the face was ever large enough. */
    boolean counts() {
        return counts;
    }

    Occupancy.Presence presence() {
        return new Occupancy.Presence(
                id(),
                told,
                stays.stream()
                        .filter(ZoneStay::in)
                        .map(stay -> stay.zone().name())
                        .collect(Collectors.toSet()));
    }

    void update(Track now, FrameMoment moment, FrameEvents events) {
        track = now;
        boolean seen = now.lastSeen().equals(moment.position());
        if (seen && !counts && isLargeEnough(moment)) {
            counts = true;
            events.add(id -> new PersonAppeared(id, events.time(), camera, id()));
        }
        if (counts) {
            tellState(events);
        }
        if (seen) {
            Point point = Point.centreOf(now.box(), moment.width(), moment.height());
            walk(last, point, moment, events);
            last = point;
        }
    }

    private boolean isLargeEnough(FrameMoment moment) {
        double side = track.box().shorterSide();
        return side >= config.leastFacePx()
                && side >= config.leastFaceShare() * Math.min(moment.width(), moment.height());
    }

    private void tellState(FrameEvents events) {
        MaskState before = told;
        MaskState now = track.vote().state();
        if (now != before) {
            told = now;
            events.add(id -> new StateChanged(id, events.time(), camera, id(), before, now));
        }
    }

    private void walk(Point before, Point point, FrameMoment moment, FrameEvents events) {
        double margin = config.lineMargin() * track.box().shorterSide();
        for (LinePassing passing : passings) {
            passing.go(before, point);
            if (passing.line().distance(point, moment.width(), moment.height()) >= margin) {
                tellPassage(passing, events);
            }
        }
        if (counts) {
            stays.forEach(stay -> stayOrGo(stay, point, moment.position(), events));
        }
    }

    private void tellPassage(LinePassing passing, FrameEvents events) {
        if (!counts) {
            // Whoever is still too small has passed unseen, and may pass again.
            passing.forget();
            return;
        }
        Direction direction = passing.complete();
        if (direction != null) {
            MaskState state = told;
            passages.passed(passing.line(), direction);
            events.add(id -> new LinePassed(
                    id, events.time(), camera, id(), passing.line().name(), direction, state));
        }
    }

    private void stayOrGo(ZoneStay stay, Point point, Duration position, FrameEvents events) {
        MaskState state = told;
        String zone = stay.zone().name();
        switch (stay.see(point, position, config)) {
            case ENTERED -> events.add(id -> new ZoneEntered(id, events.time(), camera, id(), zone, state));
            case LEFT -> tellLeft(stay, events);
            case NONE -> {}
        }
    }

    private void tellLeft(ZoneStay stay, FrameEvents events) {
        MaskState state = told;
        Duration stayed = stay.stayed();
        events.add(
                id -> new ZoneLeft(id, events.time(), camera, id(), stay.zone().name(), state, stayed));
    }

    /** Nobody sees the face any more. */
    void leave(FrameEvents events) {
        if (!counts) {
            return;
        }
        passings.forEach(passing -> tellPassage(passing, events));
        stays.stream().filter(ZoneStay::in).forEach(stay -> tellLeft(stay, events));
        MaskState state = told;
        Duration stayed = track.lastSeen().minus(track.firstSeen());
        events.add(id -> new PersonLeft(id, events.time(), camera, id(), state, stayed));
    }
}
