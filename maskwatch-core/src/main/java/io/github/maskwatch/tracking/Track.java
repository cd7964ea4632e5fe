package io.github.maskwatch.tracking;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.vote.Vote;
import java.time.Duration;

/**
 * A person followed through a source's frames, as of one of them.
 *
 * @param box of the face, px; where it must be by now, if it was not seen in this frame
 * @param vote what all looks say of the mask
 * @param looks frames in which the face was seen, at least 1
 * @param firstSeen position in the source
 * @param lastSeen position in the source
 */
public record Track(TrackId id, Box box, Vote vote, int looks, Duration firstSeen, Duration lastSeen) {}
