package io.github.maskwatch.zone;

import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.tracking.Track;
import io.github.maskwatch.tracking.TrackId;
import io.github.maskwatch.tracking.TrackedFrame;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Makes events of one camera's tracks: who came, changed and left, who was in which zone, who passed which line. One thread at a time.
 *
 * <p><b>Who counts.</b> A track from the look on in which its face is large enough ({@link PlaceConfig#leastFacePx}), and then until it ends.
 *
 * <p><b>Where somebody is.</b> At the centre of the face's box, in the frames in which the face was seen; in between the way is straight,
 * from the very first look on. So nobody who is followed crosses a line unseen, however few frames there are. A face that is
 * hidden stays where it was.
 *
 * <p><b>Lines.</b> A passage is told when the face is away from the line ({@link PlaceConfig#lineMargin}) or gone, once for each person, line
 * and direction. Its state is what is said at that moment. If that is "cannot tell", it remains so: an event that was told is not
 * told otherwise later, and so a line should be where faces have been seen for half a second.
 *
 * <p><b>Order.</b> Of one frame: first who left, in the order in which they came, then who is there, in the same order. Of one person:
 * appeared, state, lines, zones (both as configured), left. The ids rise in this order.
 */
public final class PlaceWatch {
    private final CameraId camera;
    private final PlaceConfig config;
    private final RandomGenerator random;
    private final Map<TrackId, WatchedPerson> people = new LinkedHashMap<>();
    private final Map<String, Passages> passages = new LinkedHashMap<>();
    private final FirstLooks firstLooks = new FirstLooks();

    /** @param random for the events' ids */
    public PlaceWatch(CameraId camera, PlaceConfig config, RandomGenerator random) {
        this.camera = camera;
        this.config = config;
        this.random = random;
        config.lines().forEach(line -> passages.put(line.name(), Passages.NONE));
    }

    /**
     * What happened with the next frame.
     *
     * @param frame in the order in which the tracker gave them
     */
    public List<Event> update(TrackedFrame frame, FrameMoment moment) {
        FrameEvents events = new FrameEvents(moment.time());
        Map<TrackId, Track> tracks = new LinkedHashMap<>();
        frame.tracks().forEach(track -> tracks.put(track.id(), track));
        leave(id -> !tracks.containsKey(id), events);
        tracks.forEach((id, track) ->
                people.computeIfAbsent(id, unknown -> begin(track, moment)).update(track, moment, events));
        firstLooks.remember(frame, moment);
        return events.named(random);
    }

    /**
     * Nobody is there any more, because the camera is lost or the run ends.
     *
     * @param time when that is known
     */
    public List<Event> end(Instant time) {
        FrameEvents events = new FrameEvents(time);
        leave(id -> true, events);
        return events.named(random);
    }

    private void leave(Predicate<TrackId> gone, FrameEvents events) {
        for (Iterator<WatchedPerson> each = people.values().iterator(); each.hasNext(); ) {
            WatchedPerson person = each.next();
            if (gone.test(person.id())) {
                each.remove();
                person.leave(events);
            }
        }
    }

    private WatchedPerson begin(Track track, FrameMoment moment) {
        Point now = Point.centreOf(track.box(), moment.width(), moment.height());
        return new WatchedPerson(
                camera, config, this::pass, track, firstLooks.of(track, now).orElse(now));
    }

    private void pass(Line line, Direction direction) {
        passages.computeIfPresent(line.name(), (name, count) -> count.plus(direction));
    }

    /** Who counts and is there, as of the last frame. */
    public Occupancy occupancy() {
        return new Occupancy(people.values().stream()
                .filter(WatchedPerson::counts)
                .map(WatchedPerson::presence)
                .toList());
    }

    /**
     * How many passed a line since the beginning.
     *
     * @throws IllegalArgumentException if there is no line of that name
     */
    public Passages passages(String line) {
        Passages count = passages.get(line);
        if (count == null) {
            throw new IllegalArgumentException("a line must be one of " + passages.keySet() + ", got \"" + line + "\"");
        }
        return count;
    }
}
