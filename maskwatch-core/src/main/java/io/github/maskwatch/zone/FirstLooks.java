package io.github.maskwatch.zone;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.tracking.Track;
import io.github.maskwatch.tracking.TrackedFace;
import io.github.maskwatch.tracking.TrackedFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/**
 * Where faces were at their first look, when they have no track yet. A track begins with the second one; at two frames a second somebody may have
 * crossed a line in between. The first look of a new track is the nearest face of the frame in which the track says that it began.
 */
final class FirstLooks {
    /** A track begins within a second, or not at all. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(Duration position, Point point) {}

    void remember(TrackedFrame frame, FrameMoment moment) {
        while (!looks.isEmpty() && looks.getFirst().position.plus(KEPT).compareTo(moment.position()) < 0) {
            looks.removeFirst();
        }
        for (TrackedFace face : frame.faces()) {
            if (face.track() == null) {
                Box box = face.seen().face().box();
                looks.addLast(new Look(moment.position(), Point.centreOf(box, moment.width(), moment.height())));
            }
        }
    }

    /** Where the track began; empty if it was not seen. */
    Optional<Point> of(Track track, Point now) {
        return looks.stream()
                .filter(look -> look.position.equals(track.firstSeen()))
                .map(Look::point)
                .min(Comparator.comparingDouble(point -> Math.hypot(point.x() - now.x(), point.y() - now.y())));
    }
}
