package io.github.maskwatch.monitor.service;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the people before one camera so that nothing but counts of many people over a long time can be learned from it. What it holds in
 * memory are four numbers; no track, no time of anybody's passage.
 *
 * <p>A window ends at a full multiple of its length on the clock (with 20 minutes at :00, :20 and :40, UTC), and only if it has lasted that long and
 * enough people passed. Otherwise <b>it goes on</b> into the next one. So no passage is lost and rates are not bent towards busy hours, as they would be if windows of few
 * people were thrown away; a night's few visitors appear in one long window with the morning's first. That a window ends
 * only at such a moment matters, too: one that ended with the tenth person would tell when that one came.
 *
 * <p>What is left at the end of a run is too little to be told, and is forgotten.
 *
 * <p>One thread at a time.
 */
public final class StatisticsOnly {
    private final CameraId camera;
    private final StatisticsConfig config;
    private Instant from;
    /** The last moment at which a window could have ended; whether it did was decided then. */
    private Instant decided;

    private long withMask;
    private long withoutMask;
    private long wornIncorrectly;
    private long cannotTell;

    public StatisticsOnly(CameraId camera, StatisticsConfig config, Instant start) {
        this.camera = camera;
        this.config = config;
        from = start;
        decided = start;
    }

    /**
     * Somebody left.
     *
     * @param state what was said in the end; null: could not tell
     */
    public void left(@Nullable MaskState state) {
        if (state == null) {
            cannotTell++;
            return;
        }
        switch (state) {
            case WITH_MASK -> withMask++;
            case WITHOUT_MASK -> withoutMask++;
            case WORN_INCORRECTLY -> wornIncorrectly++;
        }
    }

    /** The window that has ended by now, if one has. To be asked before each {@link #left}, and every few seconds. */
    public Optional<StatisticsWindow> moveTo(Instant now) {
        Instant to = fullMultiple(now);
        if (!to.isAfter(decided)) {
            return Optional.empty();
        }
        decided = to;
        if (Duration.between(from, to).compareTo(config.window()) < 0) {
            return Optional.empty();
        }
        StatisticsWindow window =
                new StatisticsWindow(camera, from, to, withMask, withoutMask, wornIncorrectly, cannotTell);
        if (window.people() < config.leastPeople()) {
            return Optional.empty();
        }
        from = to;
        withMask = 0;
        withoutMask = 0;
        wornIncorrectly = 0;
        cannotTell = 0;
        return Optional.of(window);
    }

    private Instant fullMultiple(Instant now) {
        long step = config.window().toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), step) * step);
    }
}
