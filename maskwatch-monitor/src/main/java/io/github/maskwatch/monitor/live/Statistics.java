package io.github.maskwatch.monitor.live;

import io.github.maskwatch.monitor.overlay.Verdict;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run at one moment.
 *
 * @param framesRead frames that came from the source
 * @param framesProcessed frames on which faces were looked for and that were drawn
 * @param framesDropped frames that a newer one replaced before anybody worked on them
 * @param elapsed since the first frame was read
 * @param inputFps frames read per second, over the last seconds
 * @param processedFps frames processed per second, over the last seconds
 * @param recentLatency of the last 200 frames
 * @param latency of the whole run
 * @param facesNow faces of the last frame by what is said of them; every verdict is a key
 * @param facesSeen faces of all frames by what is said of them, a face counted once in each frame; every verdict is a key
 * @param people null where nobody is followed
 */
public record Statistics(
        long framesRead,
        long framesProcessed,
        long framesDropped,
        Duration elapsed,
        double inputFps,
        double processedFps,
        Latency recentLatency,
        Latency latency,
        Map<Verdict, Long> facesNow,
        Map<Verdict, Long> facesSeen,
        @Nullable People people) {

    public Statistics {
        facesNow = complete(facesNow);
        facesSeen = complete(facesSeen);
    }

    private static Map<Verdict, Long> complete(Map<Verdict, Long> counts) {
        Map<Verdict, Long> all = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            all.put(verdict, counts.getOrDefault(verdict, 0L));
        }
        return Collections.unmodifiableMap(all);
    }

    /** Frames processed per second over the whole run; 0 before the first. */
    public double averageFps() {
        double seconds = elapsed.toNanos() / 1e9;
        return seconds > 0 ? framesProcessed / seconds : 0;
    }
}
