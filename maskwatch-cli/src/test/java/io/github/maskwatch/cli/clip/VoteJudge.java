package io.github.maskwatch.cli.clip;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.tracking.TrackId;
import io.github.maskwatch.tracking.TrackedFace;
import io.github.maskwatch.tracking.TrackedFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds what single frames and what the vote say of one person of a clip against the truth. */
final class VoteJudge {
    private final ClipTruth.Person person;
    private final double workingScore;
    private final Answers single = new Answers();
    private final Answers voted = new Answers();
    private final Set<TrackId> tracks = new LinkedHashSet<>();
    private double seconds;

    VoteJudge(ClipTruth.Person person, double workingScore) {
        this.person = person;
        this.workingScore = workingScore;
    }

    /** What was said of the person, frame by frame. */
    final class Answers {
        int right;
        int wrong;
        int cannotTell;
        int missed;
        /** Of the wrong ones those in the second after a mask was put on or taken off. */
        int wrongAfterChange;

        int changes;
        /** What was called, one after the other, whatever was not told in between. */
        final List<MaskState> called = new ArrayList<>();

        final List<Double> delays = new ArrayList<>();
        private @Nullable MaskState last;
        private boolean begun;
        private int spansReached;

        private void add(@Nullable MaskedFace face) {
            MaskState said =
                    face == null || !face.called() ? null : face.prediction().state();
            MaskState truth = person.stateAt(seconds);
            if (truth != null) {
                count(face, said, truth);
            }
            if (face != null) {
                tell(said);
            }
            reach(said);
        }

        private void count(@Nullable MaskedFace face, @Nullable MaskState said, MaskState truth) {
            if (face == null) {
                missed++;
            } else if (said == null) {
                cannotTell++;
            } else if (said == truth) {
                right++;
            } else {
                wrong++;
                wrongAfterChange += person.changedWithinASecondBefore(seconds) ? 1 : 0;
            }
        }

        private void tell(@Nullable MaskState said) {
            if (!begun || said != last) {
                changes += begun ? 1 : 0;
            }
            if (said != null && (called.isEmpty() || called.get(called.size() - 1) != said)) {
                called.add(said);
            }
            begun = true;
            last = said;
        }

        private void reach(@Nullable MaskState said) {
            while (spansReached < person.spans().size()
                    && seconds >= person.spans().get(spansReached).from()
                    && said == person.spans().get(spansReached).state()) {
                delays.add(seconds - person.spans().get(spansReached).from());
                spansReached++;
            }
        }

        int judged() {
            return right + wrong + cannotTell + missed;
        }
    }

    void frame(Duration position, List<MaskedFace> faces, TrackedFrame tracked) {
        seconds = position.toNanos() / 1e9;
        single.add(faces.stream()
                .filter(face -> face.face().score() >= workingScore)
                .filter(face -> person.is(face.face().box()))
                .max(Comparator.comparingDouble(face -> face.face().score()))
                .orElse(null));
        TrackedFace mine = tracked.faces().stream()
                .filter(face -> person.is(face.seen().face().box()))
                .max(Comparator.comparingDouble(
                        face -> face.track() == null ? 0 : face.track().looks()))
                .orElse(null);
        voted.add(mine == null ? null : mine.told());
        if (mine != null && mine.track() != null) {
            tracks.add(mine.track().id());
        }
    }

    ClipTruth.Person person() {
        return person;
    }

    Answers single() {
        return single;
    }

    Answers voted() {
        return voted;
    }

    Set<TrackId> tracks() {
        return tracks;
    }

    /** A line of docs/tracking.md's table. */
    String line(String clip) {
        return String.format(
                Locale.ROOT,
                "| %s, %s | %d | %s | %s | %d | %s | %s |",
                clip,
                person.name(),
                single.judged(),
                counts(single),
                counts(voted),
                tracks.size(),
                perMinute(person.spans().size() - 1) + " / " + perMinute(single.changes) + " / "
                        + perMinute(voted.changes),
                voted.delays.stream()
                        .map(delay -> String.format(Locale.ROOT, "%.2f", delay))
                        .collect(Collectors.joining(", ")));
    }

    private static String counts(Answers answers) {
        return answers.wrong + " (" + answers.wrongAfterChange + ") / " + answers.cannotTell + " / " + answers.missed;
    }

    private String perMinute(int changes) {
        return String.format(Locale.ROOT, "%.0f", changes * 60 / Math.max(seconds, 0.04));
    }
}
