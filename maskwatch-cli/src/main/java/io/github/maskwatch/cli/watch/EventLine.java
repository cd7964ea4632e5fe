package io.github.maskwatch.cli.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventRow;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.live.LiveFrame;
import io.github.maskwatch.monitor.overlay.Verdict;
import io.github.maskwatch.tracking.Track;
import io.github.maskwatch.tracking.TrackChange;
import io.github.maskwatch.tracking.TrackedFrame;
import io.github.maskwatch.vote.Vote;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of an events file: one frame and its faces.
 *
 * @param file the picture's file, where the source is a picture or a folder of them
 * @param frame number of the frame in its source, from 0
 * @param positionSeconds of the frame in its source
 * @param time when the frame was read, ISO 8601, UTC
 * @param latencyMs from reading to drawn
 * @param width of the frame, px
 * @param height of the frame, px
 * @param mirrored whether the boxes lie in the picture mirrored left to right
 * @param changes who came, changed or left with this frame; null where nobody did
 * @param places who entered or left a zone or passed a line with this frame; null where nobody did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventLine(
        String camera,
        @Nullable String file,
        long frame,
        @JsonProperty("position_s") double positionSeconds,
        String time,
        @JsonProperty("latency_ms") double latencyMs,
        int width,
        int height,
        boolean mirrored,
        List<FaceLine> faces,
        @Nullable List<ChangeLine> changes,
        @Nullable List<PlaceLine> places) {

    /**
     * A face.
     *
     * @param box x, y, width, height, px
     * @param score of the face detector, 0–1
     * @param state the most probable one of this frame, or {@code cannot_tell} where that is not sure enough
     * @param track whose face it is; null where nobody is followed, and at the first look
     * @param vote what all looks at this person say together; null as the track
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FaceLine(
            List<Double> box,
            double score,
            String state,
            Probabilities probabilities,
            @Nullable String track,
            @Nullable VoteLine vote) {
        static FaceLine of(MaskedFace face, @Nullable Track track) {
            Box box = face.face().box();
            return new FaceLine(
                    List.of(tenths(box.x()), tenths(box.y()), tenths(box.width()), tenths(box.height())),
                    rounded(face.face().score(), 1e4),
                    Verdict.of(face).id(),
                    Probabilities.of(face.prediction()),
                    track == null ? null : track.id().toString(),
                    track == null ? null : VoteLine.of(track.vote()));
        }
    }

    /** As a face's own state and probabilities. */
    record VoteLine(String state, Probabilities probabilities) {
        static VoteLine of(Vote vote) {
            return new VoteLine(id(vote.state()), Probabilities.of(vote.prediction()));
        }
    }

    /**
     * Something that happened to a track.
     *
     * @param change {@code appeared}, {@code state} or {@code left}
     * @param from what was said before; of one who left, in the end
     * @param to what is said now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeLine(
            String track,
            String change,
            @Nullable String from,
            @Nullable String to) {
        static ChangeLine of(TrackChange change) {
            String track = change.track().toString();
            return switch (change.kind()) {
                case APPEARED -> new ChangeLine(track, "appeared", null, null);
                case STATE -> new ChangeLine(track, "state", id(change.from()), id(change.to()));
                case LEFT -> new ChangeLine(track, "left", id(change.from()), null);
            };
        }
    }

    /**
     * Something that happened in a zone or at a line.
     *
     * @param event {@code zone_entered}, {@code zone_left} or {@code line_passed}
     * @param place the zone's or line's name
     * @param direction of {@code line_passed}: {@code in} or {@code out}
     * @param state what was said of the mask then
     * @param stayedSeconds of {@code zone_left}: how long she was in it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceLine(
            String track,
            String event,
            String place,
            @Nullable String direction,
            String state,
            @JsonProperty("stayed_s") @Nullable Double stayedSeconds) {
        private static final Set<EventKind> KINDS =
                EnumSet.of(EventKind.ZONE_ENTERED, EventKind.ZONE_LEFT, EventKind.LINE_PASSED);

        /** Null where that is another kind of event. */
        static @Nullable PlaceLine of(Event event) {
            EventRow row = event.row();
            if (!KINDS.contains(row.kind()) || row.place() == null || row.track() == null) {
                return null;
            }
            return new PlaceLine(
                    row.track().toString(),
                    row.kind().id(),
                    row.place(),
                    row.direction() == null ? null : row.direction().id(),
                    EventLine.id(row.state()),
                    row.stayed() == null ? null : row.stayed().toMillis() / 1e3);
        }
    }

    private static String id(@Nullable MaskState state) {
        return state == null ? Verdict.CANNOT_TELL.id() : state.id();
    }

    /** By the states' ids; they add up to 1. */
    record Probabilities(
            @JsonProperty("with_mask") double withMask,
            @JsonProperty("without_mask") double withoutMask,
            @JsonProperty("mask_worn_incorrectly") double wornIncorrectly) {
        static Probabilities of(MaskPrediction prediction) {
            return new Probabilities(
                    rounded(prediction.withMask(), 1e4),
                    rounded(prediction.withoutMask(), 1e4),
                    rounded(prediction.wornIncorrectly(), 1e4));
        }
    }

    static EventLine of(LiveFrame live, Instant now, boolean mirrored, @Nullable String file) {
        Frame frame = live.frame();
        return new EventLine(
                frame.camera().name(),
                file,
                frame.index(),
                frame.position().toMillis() / 1e3,
                now.minus(live.latency()).truncatedTo(ChronoUnit.MILLIS).toString(),
                rounded(live.latency().toNanos() / 1e6, 10),
                frame.image().width(),
                frame.image().height(),
                mirrored,
                faces(live),
                changes(live.tracked()),
                places(live.events()));
    }

    private static @Nullable List<PlaceLine> places(List<Event> events) {
        List<PlaceLine> places =
                events.stream().map(PlaceLine::of).filter(Objects::nonNull).toList();
        return places.isEmpty() ? null : places;
    }

    private static List<FaceLine> faces(LiveFrame live) {
        TrackedFrame tracked = live.tracked();
        return tracked == null
                ? live.faces().stream().map(face -> FaceLine.of(face, null)).toList()
                : tracked.faces().stream()
                        .map(face -> FaceLine.of(face.seen(), face.track()))
                        .toList();
    }

    private static @Nullable List<ChangeLine> changes(@Nullable TrackedFrame tracked) {
        return tracked == null || tracked.changes().isEmpty()
                ? null
                : tracked.changes().stream().map(ChangeLine::of).toList();
    }

    private static double tenths(double value) {
        return rounded(value, 10);
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
