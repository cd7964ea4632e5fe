package io.github.maskwatch.monitor.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as they stand on the picture. */
final class StatusLine {
    private StatusLine() {}

    /**
     * Most important first; no speed before there are two frames to measure it. Where people are followed, those who are here now;
     * else the faces of the frame.
     *
     * @param before the figures without the frame that is drawn, but with those who are followed in it
     */
    static List<String> pieces(Statistics before, int facesNow) {
        List<String> pieces = new ArrayList<>();
        if (before.framesProcessed() > 1) {
            pieces.add(format("%.1f fps", before.processedFps()));
            pieces.add(format(
                    "%d ms (95%%: %d ms)",
                    before.recentLatency().median().toMillis(),
                    before.recentLatency().p95().toMillis()));
        }
        pieces.add(somebody(before, facesNow));
        pieces.add(before.framesProcessed() == 0 ? "1 frame" : format("%,d frames", before.framesProcessed() + 1));
        if (before.framesDropped() > 0) {
            pieces.add(format("%,d dropped", before.framesDropped()));
        }
        return pieces;
    }

    private static String somebody(Statistics before, int facesNow) {
        People people = before.people();
        if (people != null) {
            return format("%d here now", people.now());
        }
        return facesNow == 1 ? "1 face" : facesNow + " faces";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
