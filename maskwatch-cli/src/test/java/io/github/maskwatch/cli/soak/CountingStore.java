package io.github.maskwatch.cli.soak;

import io.github.maskwatch.event.CameraStatusChanged;
import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.EventVisitor;
import io.github.maskwatch.event.Outbox;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.Wish;
import io.github.maskwatch.event.Wishes;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.tracking.TrackId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps no event, so that it does not grow itself, but what can be checked of them. */
final class CountingStore implements EventStore {
    /**
     * What was stored of one camera.
     *
     * @param lost how often it ceased to deliver
     * @param there who appeared and has not left
     */
    record Seen(long appeared, long left, long lost, int there) {}

    private static final class Tally {
        final Set<TrackId> there = new HashSet<>();
        long appeared;
        long left;
        long lost;

        @Nullable
        Boolean online;
    }

    private final Map<CameraId, Tally> cameras = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long events;

    synchronized Seen seen(CameraId camera) {
        Tally tally = of(camera);
        return new Seen(tally.appeared, tally.left, tally.lost, tally.there.size());
    }

    private Tally of(CameraId camera) {
        return cameras.computeIfAbsent(camera, id -> new Tally());
    }

    synchronized long events() {
        return events;
    }

    /** What should not have been stored. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public synchronized void append(List<Event> more, List<Delivery> deliveries) {
        events += more.size();
        more.forEach(this::check);
    }

    private void check(Event event) {
        if (event instanceof PersonAppeared appeared) {
            Tally tally = of(appeared.camera());
            tally.appeared++;
            require(tally.there.add(appeared.track()), "appeared twice: ", event);
        } else if (event instanceof PersonLeft gone) {
            Tally tally = of(gone.camera());
            tally.left++;
            require(tally.there.remove(gone.track()), "left without having appeared: ", event);
        } else if (event instanceof CameraStatusChanged changed) {
            Tally tally = of(changed.camera());
            require(!Boolean.valueOf(changed.online()).equals(tally.online), "no change: ", event);
            tally.online = changed.online();
            tally.lost += changed.online() ? 0 : 1;
        }
    }

    private void require(boolean right, String what, Event event) {
        if (!right) {
            wrong.add(what + event);
        }
    }

    @Override
    public void read(EventQuery query, EventVisitor visitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized long count(EventQuery query) {
        return events;
    }

    @Override
    public Outbox outbox() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Wishes wishes() {
        return new Wishes() {
            @Override
            public void make(Wish wish) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Wish> open(int most) {
                return List.of();
            }
        };
    }

    @Override
    public void close() {}
}
