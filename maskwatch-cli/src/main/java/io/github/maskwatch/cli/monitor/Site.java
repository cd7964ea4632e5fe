package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.monitor.rules.RuleSet;
import io.github.maskwatch.monitor.service.MonitorConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that {@code maskwatch monitor} is configured with.
 *
 * @param monitor cameras, detector and how they share the machine; its cameras are those of {@code cameras}, in the same order
 * @param channels each of another name
 * @param rules over all cameras
 * @param pictures of alarms; null: none is written
 * @param metricsPort of the loopback, for Prometheus; 0: any free one; null: none
 */
public record Site(
        MonitorConfig monitor,
        List<SiteCamera> cameras,
        StoreSettings store,
        List<ChannelSettings> channels,
        RuleSet rules,
        @Nullable PictureSettings pictures,
        @Nullable Integer metricsPort) {
    public Site {
        cameras = List.copyOf(cameras);
        channels = List.copyOf(channels);
    }

    /** The same cameras watched in another way. */
    public Site withMonitor(MonitorConfig other) {
        return new Site(other, cameras, store, channels, rules, pictures, metricsPort);
    }
}
