package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many passed a camera in a time that is over, where nothing is told of anybody by himself. Each counts once, with what was said in the end.
 *
 * @param time when it was over: the first moment after it
 * @param from its first moment
 * @param cannotTell of whom nothing could be said
 */
public record PeopleCounted(
        EventId id,
        Instant time,
        CameraId camera,
        Instant from,
        long withMask,
        long withoutMask,
        long wornIncorrectly,
        long cannotTell)
        implements Event {
    private static final String CANNOT_TELL = "cannot_tell";
    private static final String FORM = MaskState.WITH_MASK.id() + "=%d " + MaskState.WITHOUT_MASK.id() + "=%d "
            + MaskState.WORN_INCORRECTLY.id() + "=%d " + CANNOT_TELL + "=%d";
    private static final Pattern WRITTEN = Pattern.compile(FORM.replace("%d", "(\\d{1,18})"));

    public PeopleCounted {
        if (!time.isAfter(from)) {
            throw new IllegalArgumentException("a count must end after it begins, got " + from + " to " + time);
        }
        if (Math.min(Math.min(withMask, withoutMask), Math.min(wornIncorrectly, cannotTell)) < 0) {
            throw new IllegalArgumentException("counts must be at least 0, got %d, %d, %d, %d"
                    .formatted(withMask, withoutMask, wornIncorrectly, cannotTell));
        }
    }

    /** All who passed. */
    public long people() {
        return withMask + withoutMask + wornIncorrectly + cannotTell;
    }

    @Override
    public EventKind kind() {
        return EventKind.COUNTED;
    }

    /** For people and for {@link #of}: {@code with_mask=30 without_mask=2 mask_worn_incorrectly=0 cannot_tell=1}. */
    public String text() {
        return FORM.formatted(withMask, withoutMask, wornIncorrectly, cannotTell);
    }

    @Override
    public EventRow row() {
        return EventRow.of(this).stayed(Duration.between(from, time)).text(text());
    }

    /** @throws IllegalArgumentException if the text is not as {@link #text} writes it */
    static PeopleCounted of(EventId id, Instant time, CameraId camera, Duration lasted, String text) {
        Matcher counts = WRITTEN.matcher(text);
        if (!counts.matches()) {
            throw new IllegalArgumentException(
                    "counts must read \"" + FORM.formatted(0, 0, 0, 0) + "\", got \"" + text + "\"");
        }
        return new PeopleCounted(
                id,
                time,
                camera,
                time.minus(lasted),
                Long.parseLong(counts.group(1)),
                Long.parseLong(counts.group(2)),
                Long.parseLong(counts.group(3)),
                Long.parseLong(counts.group(4)));
    }
}
