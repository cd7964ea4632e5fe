package io.github.maskwatch.tracking;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.vote.LookQuality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows faces by where they are, after ByteTrack [1]: the tracks take the sure faces first; those that were seen a moment ago and got
 * none take what is left of the unsure ones, because a face behind a hand is not gone; the sure faces that are left over begin new tracks,
 * which count when their face was seen again. In each round the pairs are those of the largest overlap in all ({@link Assignment}), the
 * overlap being that with the box that the motion so far lets expect ({@link BoxMotion}).
 *
 * <p>Modified: times are seconds and not frames; boxes grow with the time since the last look, because faces are small beside their
 * steps when frames are dropped (as in [2]); no track begins within the face of another; unsure faces alone keep no track alive for ever.
 *
 * <p>What a face looks like is never compared: nobody is recognised, and who leaves and comes back is somebody new.
 *
 * <p>[1] Zhang, Y. et al. ByteTrack: multi-object tracking by associating every detection box. ECCV 2022. [2] Yang, F. et al. Hard to
 * track objects with irregular motions and similar appearances? Make it easier by buffering the matching space. WACV 2023.
 */
public final class ByteTracker implements Tracker {
    private static final double LARGEST_GROWTH = 2;

    private final TrackingConfig config;
    private final RandomGenerator random;
    private final List<FollowedFace> followed = new ArrayList<>();
    private @Nullable Duration last;

    /** @param random for the tracks' names; to be unforeseeable it must be */
    public ByteTracker(TrackingConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    @Override
    public TrackedFrame update(Frame frame, List<MaskedFace> faces) {
        return update(
                frame.position(),
                faces,
                face -> LookQuality.of(frame.image(), face.face().box(), config.vote()));
    }

    /**
     * For faces whose picture is not at hand.
     *
     * @param quality what a look at the face is worth, 0–1
     */
    public TrackedFrame update(Duration position, List<MaskedFace> faces, ToDoubleFunction<MaskedFace> quality) {
        List<TrackChange> changes = new ArrayList<>();
        Duration before = last == null ? position : last;
        moveOn(before, position, changes);
        last = position;
        Round round = new Round(position, before, faces, quality, changes);
        round.give(FollowedFace::confirmed, true, config.highIou());
        round.give(face -> face.confirmed() && face.seenAt(round.before), false, config.lowIou());
        round.give(face -> !face.confirmed(), true, config.highIou());
        round.begin();
        end(changes);
        return new TrackedFrame(round.tracked(), tracks(), changes);
    }

    @Override
    public TrackedFrame end() {
        List<TrackChange> changes = new ArrayList<>();
        endAll(changes);
        return new TrackedFrame(List.of(), List.of(), changes);
    }

    private void endAll(List<TrackChange> changes) {
        followed.stream().filter(FollowedFace::confirmed).forEach(face -> changes.add(left(face)));
        followed.clear();
    }

    private void moveOn(Duration before, Duration position, List<TrackChange> changes) {
        if (position.compareTo(before) < 0) {
            throw new IllegalArgumentException("frames must come in order, got " + position + " after " + before);
        }
        if (position.minus(before).compareTo(config.gap()) > 0) {
            endAll(changes);
        }
        followed.forEach(face -> face.predict(position));
    }

    private static TrackChange left(FollowedFace face) {
        return TrackChange.left(face.id(), face.state());
    }

    private void end(List<TrackChange> changes) {
        for (Iterator<FollowedFace> each = followed.iterator(); each.hasNext(); ) {
            FollowedFace face = each.next();
            if (!face.confirmed() && face.unseen().compareTo(config.confirmWithin()) >= 0) {
                each.remove();
            } else if (face.confirmed()
                    && (face.unseen().compareTo(config.lostAfter()) >= 0
                            || face.unsure().compareTo(config.doubtAfter()) >= 0)) {
                each.remove();
                changes.add(left(face));
            }
        }
    }

    private List<Track> tracks() {
        return followed.stream()
                .filter(FollowedFace::confirmed)
                .map(FollowedFace::track)
                .toList();
    }

    /** One frame's faces on their way to the tracks. */
    private final class Round {
        private final Duration position;
        private final Duration before;
        private final List<MaskedFace> faces;
        private final @Nullable FollowedFace[] takenBy;
        private final ToDoubleFunction<MaskedFace> quality;
        private final List<TrackChange> changes;

        Round(
                Duration position,
                Duration before,
                List<MaskedFace> faces,
                ToDoubleFunction<MaskedFace> quality,
                List<TrackChange> changes) {
            this.position = position;
            this.faces = faces;
            this.quality = quality;
            this.changes = changes;
            this.before = before;
            takenBy = new FollowedFace[faces.size()];
        }

        private boolean sure(int i) {
            return faces.get(i).face().score() >= config.highScore();
        }

        private boolean free(int i, boolean sure) {
            return takenBy[i] == null
                    && sure == sure(i)
                    && (sure || faces.get(i).face().score() >= config.lowScore());
        }

        /** Gives the free faces of high or of low scores to the tracks of a kind that have none yet. */
        void give(Predicate<FollowedFace> kind, boolean sure, double leastIou) {
            List<FollowedFace> waiting =
                    followed.stream().filter(kind).filter(face -> !taken(face)).toList();
            int[] free =
                    IntStream.range(0, faces.size()).filter(i -> free(i, sure)).toArray();
            double[][] cost = new double[waiting.size()][free.length];
            for (int row = 0; row < cost.length; row++) {
                for (int column = 0; column < free.length; column++) {
                    double iou = overlap(waiting.get(row), faces.get(free[column]));
                    cost[row][column] = iou >= leastIou ? 1 - iou : Double.POSITIVE_INFINITY;
                }
            }
            int[] columnOf = Assignment.solve(cost, free.length, 1);
            for (int row = 0; row < cost.length; row++) {
                if (columnOf[row] != Assignment.NONE) {
                    see(waiting.get(row), free[columnOf[row]]);
                }
            }
        }

        private boolean taken(FollowedFace face) {
            for (FollowedFace taker : takenBy) {
                if (taker == face) {
                    return true;
                }
            }
            return false;
        }

        /** IoU of both boxes, grown by how far the face may have strayed. */
        private double overlap(FollowedFace track, MaskedFace face) {
            double seconds = track.unseen().toNanos() / 1e9;
            double growth = Math.min(LARGEST_GROWTH, 1 + config.reach() * seconds);
            return track.box().grow(growth).iou(face.face().box().grow(growth));
        }

        private void see(FollowedFace track, int i) {
            MaskedFace face = faces.get(i);
            takenBy[i] = track;
            boolean wasConfirmed = track.confirmed();
            MaskState stateBefore = track.state();
            track.see(face, sure(i), quality.applyAsDouble(face));
            if (track.confirmed() && !wasConfirmed) {
                changes.add(TrackChange.appeared(track.id()));
            }
            if (track.state() != stateBefore) {
                changes.add(TrackChange.state(track.id(), stateBefore, track.state()));
            }
        }

        /** New tracks of the sure faces that nobody took, if they are sure enough for that. */
        void begin() {
            for (int i = 0; i < faces.size(); i++) {
                if (free(i, true)
                        && faces.get(i).face().score() >= config.leastToBegin()
                        && !within(faces.get(i).face().box())) {
                    FollowedFace begun =
                            new FollowedFace(TrackId.random(random), faces.get(i), position, config.vote());
                    followed.add(begun);
                    see(begun, i);
                }
            }
        }

        /** Whether most of the box lies in a face that has its track. */
        private boolean within(Box box) {
            for (int i = 0; i < faces.size(); i++) {
                Box other = faces.get(i).face().box();
                double smaller = Math.min(box.area(), other.area());
                if (takenBy[i] != null && box.intersection(other) > config.birthOverlap() * smaller) {
                    return true;
                }
            }
            return false;
        }

        List<TrackedFace> tracked() {
            List<TrackedFace> tracked = new ArrayList<>();
            for (int i = 0; i < takenBy.length; i++) {
                FollowedFace taker = takenBy[i];
                if (taker != null) {
                    tracked.add(new TrackedFace(faces.get(i), taker.confirmed() ? taker.track() : null));
                }
            }
            return tracked;
        }
    }
}
