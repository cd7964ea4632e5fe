package io.github.maskwatch.monitor.live;

import java.util.List;
import java.util.Locale;

/** The figures as they stand on the picture. */
final class StatusLine {
    private StatusLine() {}

    /** Most important first. */
    static List<String> pieces(Statistics statistics, int facesNow) {
        Latency latency = statistics.recentLatency();
        return List.of(
                String.format(Locale.ROOT, "%.1f fps", statistics.processedFps()),
                String.format(
                        Locale.ROOT,
                        "%d ms (95%%: %d ms)",
                        latency.median().toMillis(),
                        latency.p95().toMillis()),
                facesNow == 1 ? "1 face" : facesNow + " faces",
                String.format(Locale.ROOT, "%,d frames", statistics.framesProcessed()),
                String.format(Locale.ROOT, "%,d dropped", statistics.framesDropped()));
    }
}
