package io.github.maskwatch.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.live.Latency;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.monitor.live.Statistics;
import io.github.maskwatch.monitor.overlay.Verdict;
import io.github.maskwatch.monitor.tell.Announcement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page is told, as JSON.
 *
 * @param camera as the user named it, without a password
 * @param banner such as "Demonstration"; empty: none
 * @param notice what whoever looks on must know for as long as the run lasts; empty: nothing
 * @param faces of the last frame, by a state's id
 * @param facesSeen of all frames, by a state's id; a face counts once in each frame
 * @param people who is followed; null where nobody is
 * @param inputFps frames read per second, over the last seconds
 * @param processedFps frames processed per second, over the last seconds
 * @param latencyMs from reading to drawn, of the last frames
 * @param seconds since the first frame
 * @param tells whether sentences may be said to those before the camera
 * @param told what was last said to those before the camera; null: nothing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Figures(
        String camera,
        String banner,
        String notice,
        Source source,
        Map<String, Long> faces,
        Map<String, Long> facesSeen,
        @Nullable People people,
        double inputFps,
        double processedFps,
        Milliseconds latencyMs,
        long framesRead,
        long framesProcessed,
        long framesDropped,
        double seconds,
        boolean tells,
        @Nullable Told told) {

    /**
     * What is said to those before the camera.
     *
     * @param number of the run, from 1
     * @param sentence such as {@code cover}
     * @param ageSeconds since it was said
     * @param shownSeconds how long it stays to be read
     */
    record Told(long number, String sentence, List<Line> lines, double ageSeconds, double shownSeconds) {
        /** @param lang BCP 47 */
        record Line(String lang, String text) {}

        static Told of(Announcement announcement, Duration age, Duration shownFor) {
            return new Told(
                    announcement.number(),
                    announcement.sentence().id(),
                    announcement.lines().stream()
                            .map(line -> new Line(line.language().tag(), line.text()))
                            .toList(),
                    rounded(age.toMillis() / 1000.0),
                    rounded(shownFor.toMillis() / 1000.0));
        }
    }

    /**
     * How the source is doing.
     *
     * @param phase such as {@code connected}, {@code silent}, {@code reconnecting}, {@code given_up}, {@code ended}
     * @param sentence for people
     * @param reason what went wrong; empty: nothing
     * @param nextTrySeconds from when this phase began until the source is opened again; 0 unless reconnecting
     */
    record Source(String phase, boolean lost, String sentence, String reason, double nextTrySeconds) {
        static Source of(SourceStatus status) {
            return new Source(
                    status.phase().name().toLowerCase(Locale.ROOT),
                    status.lost(),
                    status.sentence(),
                    status.reason(),
                    status.nextTry().toMillis() / 1000.0);
        }
    }

    /**
     * Those who are followed.
     *
     * @param now who is there
     * @param seen since the start; who comes back counts again
     */
    record People(long now, long seen) {
        static @Nullable People of(io.github.maskwatch.monitor.live.@Nullable People people) {
            return people == null ? null : new People(people.now(), people.seen());
        }
    }

    /** Milliseconds. */
    record Milliseconds(double median, double p95) {
        static Milliseconds of(Latency latency) {
            return new Milliseconds(millis(latency.median()), millis(latency.p95()));
        }

        private static double millis(Duration duration) {
            return rounded(duration.toNanos() / 1e6);
        }
    }

    static Figures of(
            CameraId camera,
            String banner,
            String notice,
            SourceStatus status,
            Statistics statistics,
            boolean tells,
            @Nullable Told told) {
        return new Figures(
                camera.name(),
                banner,
                notice,
                Source.of(status),
                byId(statistics.facesNow()),
                byId(statistics.facesSeen()),
                People.of(statistics.people()),
                rounded(statistics.inputFps()),
                rounded(statistics.processedFps()),
                Milliseconds.of(statistics.recentLatency()),
                statistics.framesRead(),
                statistics.framesProcessed(),
                statistics.framesDropped(),
                rounded(statistics.elapsed().toMillis() / 1000.0),
                tells,
                told);
    }

    private static Map<String, Long> byId(Map<Verdict, Long> counts) {
        Map<String, Long> byId = new LinkedHashMap<>();
        counts.forEach((verdict, count) -> byId.put(verdict.id(), count));
        return byId;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
