package io.github.maskwatch.monitor.live;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a reader or a whole feed ended.
 *
 * @param failure null where the source simply came to its end; an {@link IOException} where it broke; anything else is a defect
 */
record SourceEnd(@Nullable Throwable failure) {

    static SourceEnd finished() {
        return new SourceEnd(null);
    }

    static SourceEnd broken(IOException why) {
        return new SourceEnd(why);
    }

    static SourceEnd defect(Throwable why) {
        return new SourceEnd(why);
    }

    /** One line for people. */
    String reason() {
        if (failure == null) {
            return "the stream ended";
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** A defect is not the world's doing: it goes up as it is. */
    void throwDefect() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
