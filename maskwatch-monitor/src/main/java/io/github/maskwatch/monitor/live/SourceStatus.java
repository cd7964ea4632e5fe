package io.github.maskwatch.monitor.live;

import java.time.Duration;
import java.util.Locale;

/**
 * How a source is doing; a new one is told at each change.
 *
 * @param reason one line: what went wrong, or empty where nothing did
 * @param attempt number of the try to open it again since it was lost, from 1; 0 while it was not lost
 * @param nextTry how long after this status the source is opened again; zero unless reconnecting
 */
public record SourceStatus(Phase phase, String reason, int attempt, Duration nextTry) {

    /** What a source is doing. */
    public enum Phase {
        /** Being opened for the first time, or again. */
        OPENING,
        /** Frames come. */
        CONNECTED,
        /** Open, but no frame has come for longer than it may take. */
        SILENT,
        /** Lost; waiting to be opened again. */
        RECONNECTING,
        /** Lost for longer than it is waited for. */
        GIVEN_UP,
        /** Came to its end, as a file does, or was stopped. */
        ENDED
    }

    static SourceStatus of(Phase phase, String reason) {
        return new SourceStatus(phase, reason, 0, Duration.ZERO);
    }

    /** Before anything was tried. */
    public static SourceStatus opening() {
        return of(Phase.OPENING, "");
    }

    /**
     * It cannot be opened, and nothing more is tried.
     *
     * @param reason one line
     */
    public static SourceStatus givenUp(String reason) {
        return of(Phase.GIVEN_UP, reason);
    }

    /** Whether frames are missing that should be there. */
    public boolean lost() {
        return switch (phase) {
            case SILENT, RECONNECTING, GIVEN_UP -> true;
            case OPENING -> attempt > 0;
            case CONNECTED, ENDED -> false;
        };
    }

    /** The status as a short sentence for people, such as "Reconnecting in 2.1 s (try 3)". */
    public String sentence() {
        return switch (phase) {
            case OPENING -> attempt == 0 ? "Opening the source" : "Reconnecting (try " + attempt + ")";
            case CONNECTED -> attempt == 0 ? "Connected" : "Connected again";
            case SILENT -> "The source is silent";
            case RECONNECTING ->
                String.format(Locale.ROOT, "Reconnecting in %.1f s (try %d)", nextTry.toMillis() / 1000.0, attempt);
            case GIVEN_UP -> "The source is lost";
            case ENDED -> "The source has ended";
        };
    }

    /** What stands on a picture while frames are missing; without seconds, which would not count down there. */
    String notice() {
        return switch (phase) {
            case OPENING -> attempt == 0 ? sentence() : "Source lost, trying again (try " + attempt + ")";
            case SILENT, RECONNECTING -> "Source lost, trying again";
            case CONNECTED -> "";
            case GIVEN_UP, ENDED -> sentence();
        };
    }
}
