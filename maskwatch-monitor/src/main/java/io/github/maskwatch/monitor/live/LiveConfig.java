package io.github.maskwatch.monitor.live;

import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.zone.PlaceConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a source is watched.
 *
 * @param mirror whether each frame is mirrored left to right first
 * @param realtime whether a file is played at its own speed, late frames dropped, instead of every frame as fast as possible
 * @param banner written at the top of each picture, such as "Demonstration"; empty: nothing
 * @param maxFrames frames after which the run ends; {@link Long#MAX_VALUE}: none
 * @param maxDuration position in the source, and time of a live one, after which the run ends; null: none
 * @param tracking how people are followed, so that all looks at one say together what is said of her; null: each frame by itself
 * @param kept how faces look in {@link LiveFrame#kept}; null: nothing is kept
 * @param places zones and lines that are drawn, and counted where people are followed; null: none
 */
public record LiveConfig(
        boolean mirror,
        boolean realtime,
        String banner,
        long maxFrames,
        @Nullable Duration maxDuration,
        Reconnection reconnection,
        @Nullable TrackingConfig tracking,
        @Nullable KeptFaces kept,
        @Nullable PlaceConfig places) {

    public LiveConfig {
        if (maxFrames < 1) {
            throw new IllegalArgumentException("maxFrames must be at least 1, got " + maxFrames);
        }
        if (maxDuration != null && (maxDuration.isNegative() || maxDuration.isZero())) {
            throw new IllegalArgumentException("maxDuration must be above 0, got " + maxDuration);
        }
    }

    /** The whole of a source, as it comes. */
    public static LiveConfig defaults() {
        return new LiveConfig(false, false, "", Long.MAX_VALUE, null, Reconnection.defaults(), null, null, null);
    }

    public LiveConfig withMirror(boolean on) {
        return new LiveConfig(on, realtime, banner, maxFrames, maxDuration, reconnection, tracking, kept, places);
    }

    public LiveConfig withRealtime(boolean on) {
        return new LiveConfig(mirror, on, banner, maxFrames, maxDuration, reconnection, tracking, kept, places);
    }

    public LiveConfig withBanner(String text) {
        return new LiveConfig(mirror, realtime, text, maxFrames, maxDuration, reconnection, tracking, kept, places);
    }

    public LiveConfig withMaxFrames(long most) {
        return new LiveConfig(mirror, realtime, banner, most, maxDuration, reconnection, tracking, kept, places);
    }

    public LiveConfig withMaxDuration(Duration longest) {
        return new LiveConfig(mirror, realtime, banner, maxFrames, longest, reconnection, tracking, kept, places);
    }

    public LiveConfig withReconnection(Reconnection how) {
        return new LiveConfig(mirror, realtime, banner, maxFrames, maxDuration, how, tracking, kept, places);
    }

    public LiveConfig withTracking(@Nullable TrackingConfig how) {
        return new LiveConfig(mirror, realtime, banner, maxFrames, maxDuration, reconnection, how, kept, places);
    }

    public LiveConfig withKept(@Nullable KeptFaces faces) {
        return new LiveConfig(mirror, realtime, banner, maxFrames, maxDuration, reconnection, tracking, faces, places);
    }

    public LiveConfig withPlaces(@Nullable PlaceConfig where) {
        return new LiveConfig(mirror, realtime, banner, maxFrames, maxDuration, reconnection, tracking, kept, where);
    }
}
