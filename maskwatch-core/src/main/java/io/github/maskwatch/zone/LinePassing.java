package io.github.maskwatch.zone;

import io.github.maskwatch.event.Direction;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person and one line. Crossings are added up, in as +1 and out as -1, while the face is near the line; what is left of them when it is
 * away from it, or gone, is a passage. So whoever dithers on the line passes once or not at all, by where the way leads in the end, and
 * whoever walks around its ends does not pass it.
 */
final class LinePassing {
    private final Line line;
    private final Set<Direction> told = EnumSet.noneOf(Direction.class);
    private int crossings;

    LinePassing(Line line) {
        this.line = line;
    }

    Line line() {
        return line;
    }

    void go(Point before, Point after) {
        Direction direction = line.crossing(before, after);
        if (direction != null) {
            crossings += direction == Direction.IN ? 1 : -1;
        }
    }

    void forget() {
        crossings = 0;
    }

    /** The passage that is complete now, told for the first time; null if there is none. */
    @Nullable
    Direction complete() {
        Direction direction = crossings > 0 ? Direction.IN : Direction.OUT;
        boolean passed = crossings != 0;
        forget();
        return passed && told.add(direction) ? direction : null;
    }
}
