package io.github.maskwatch.tracking;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.vote.Look;
import io.github.maskwatch.vote.StateVote;
import io.github.maskwatch.vote.VoteConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A track in the making: how its face moves, and what was seen of it. */
final class FollowedFace {
    private final TrackId id;
    private final BoxMotion motion;
    private final StateVote vote;
    private final Duration firstSeen;
    private Duration lastSeen;
    private Duration lastSure;
    private Duration now;
    private int looks;

    /** Of a face that is seen for the first time: the look itself is still to be given to {@link #see}. */
    FollowedFace(TrackId id, MaskedFace face, Duration position, VoteConfig config) {
        this.id = id;
        motion = new BoxMotion(face.face().box());
        vote = new StateVote(config);
        firstSeen = position;
        lastSeen = position;
        lastSure = position;
        now = position;
    }

    void predict(Duration position) {
        motion.predict(position.minus(now).toNanos() / 1e9);
        now = position;
    }

    /**
     * @param sure whether its score is a high one
     * @param quality of the look, 0–1
     */
    void see(MaskedFace face, boolean sure, double quality) {
        if (looks > 0) {
            motion.correct(face.face().box());
        }
        vote.add(new Look(now, face.prediction(), face.called(), quality));
        lastSeen = now;
        lastSure = sure ? now : lastSure;
        looks++;
    }

    /** Where it must be by now, px. */
    Box box() {
        return motion.box();
    }

    boolean confirmed() {
        return looks >= 2;
    }

    boolean seenAt(Duration position) {
        return lastSeen.equals(position);
    }

    /** Time since it was seen. */
    Duration unseen() {
        return now.minus(lastSeen);
    }

    /** Time since it was seen with a high score. */
    Duration unsure() {
        return now.minus(lastSure);
    }

    TrackId id() {
        return id;
    }

    int looks() {
        return looks;
    }

    @Nullable
    MaskState state() {
        return vote.vote().state();
    }

    Track track() {
        return new Track(id, motion.box(), vote.vote(), looks, firstSeen, lastSeen);
    }
}
