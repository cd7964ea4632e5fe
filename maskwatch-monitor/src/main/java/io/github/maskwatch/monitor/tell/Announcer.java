package io.github.maskwatch.monitor.tell;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.Track;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides when people are spoken to. Each person is asked once; one request is for all who stand there without; whoever comes while the last one still
 * rings is asked after the cool-down, if by then it is still needed. Who puts a mask on after being asked is thanked once. Pure: the time is that of
 * the source. One thread at a time.
 */
public final class Announcer {
    private final TellConfig config;
    private final Set<TrackId> asked = new HashSet<>();
    private final Set<TrackId> thanked = new HashSet<>();
    private @Nullable Duration lastRequest;
    private long number;

    public Announcer(TellConfig config) {
        this.config = config;
    }

    /**
     * @param position of the frame in its source, never decreasing
     * @param tracks all who are there
     * @return what is to be said now; null: nothing
     */
    public @Nullable Announcement update(Duration position, List<Track> tracks) {
        forget(tracks);
        List<Track> without = tracks.stream().filter(Announcer::needsOne).toList();
        boolean somebodyNew = without.stream().anyMatch(track -> !asked.contains(track.id()));
        if (somebodyNew && cooledDown(position)) {
            lastRequest = position;
            without.forEach(track -> asked.add(track.id()));
            return say(request(without));
        }
        List<Track> corrected = tracks.stream().filter(this::toBeThanked).toList();
        if (corrected.isEmpty() || somebodyNew) {
            return null;
        }
        corrected.forEach(track -> thanked.add(track.id()));
        return say(Sentence.THANKS);
    }

    private void forget(List<Track> tracks) {
        Set<TrackId> there = tracks.stream().map(Track::id).collect(Collectors.toSet());
        asked.retainAll(there);
        thanked.retainAll(there);
    }

    private static boolean needsOne(Track track) {
        MaskState state = track.vote().state();
        return state == MaskState.WITHOUT_MASK || state == MaskState.WORN_INCORRECTLY;
    }

    private static Sentence request(List<Track> without) {
        return without.stream().allMatch(track -> track.vote().state() == MaskState.WORN_INCORRECTLY)
                ? Sentence.OVER_THE_NOSE
                : Sentence.COVER;
    }

    private boolean toBeThanked(Track track) {
        return track.vote().state() == MaskState.WITH_MASK
                && asked.contains(track.id())
                && !thanked.contains(track.id());
    }

    private boolean cooledDown(Duration position) {
        return lastRequest == null || position.minus(lastRequest).compareTo(config.coolDown()) >= 0;
    }

    private Announcement say(Sentence sentence) {
        return Announcement.of(++number, sentence, config.languages());
    }
}
