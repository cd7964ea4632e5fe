package io.github.maskwatch.video;

import java.io.IOException;
import java.time.Duration;

/** Puts what FFmpeg reports about one kind of source into a line for its user: what was wanted, what came, what to do. */
interface Complaints {

    /** @param code FFmpeg's negative error code */
    IOException cannotOpen(int code);

    IOException noAnswer();

    /** Opened, but no video in it; {@code what} says what there is instead. */
    IOException noVideo(String what);

    /** @param code FFmpeg's negative error code */
    IOException broke(int code, long framesRead);

    /** Nothing came for so long. */
    IOException silent(Duration limit);

    /** The source that should go on for ever, or whose length was known, ended. */
    IOException endedEarly(long framesRead);

    /** Data came, but no picture out of it. */
    IOException undecodable(String what);
}
