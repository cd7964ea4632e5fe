package io.github.maskwatch.zone;

import java.time.Duration;

/** One person and one zone: whether in or out, so that jitter of the face at the border is no coming and going. */
final class ZoneStay {
    /** What a look changed. */
    enum Change {
        NONE,
        ENTERED,
        LEFT
    }

    private final Zone zone;
    private boolean in;
    private int looksInside;
    private Duration firstInside = Duration.ZERO;
    private Duration lastInside = Duration.ZERO;

    ZoneStay(Zone zone) {
        this.zone = zone;
    }

    Zone zone() {
        return zone;
    }

    boolean in() {
        return in;
    }

    /** From the first look inside to the last, of the stay that lasts or the last one. */
    Duration stayed() {
        return lastInside.minus(firstInside);
    }

    /** The face was seen there. */
    Change see(Point point, Duration position, PlaceConfig config) {
        return zone.contains(point) ? inside(position, config) : outside(position, config);
    }

    private Change inside(Duration position, PlaceConfig config) {
        if (!in && looksInside == 0) {
            firstInside = position;
        }
        lastInside = position;
        looksInside++;
        if (in || looksInside < config.looksToEnter()) {
            return Change.NONE;
        }
        in = true;
        return Change.ENTERED;
    }

    private Change outside(Duration position, PlaceConfig config) {
        looksInside = 0;
        if (!in || position.minus(lastInside).compareTo(config.leaveAfter()) < 0) {
            return Change.NONE;
        }
        in = false;
        return Change.LEFT;
    }
}
