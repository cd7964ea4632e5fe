package io.github.maskwatch.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.overlay.Verdict;
import io.github.maskwatch.tracking.ByteTracker;
import io.github.maskwatch.tracking.TrackingConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final MaskedFace MASKED =
            new MaskedFace(new Face(new Box(0, 0, 9, 9), 1), new MaskPrediction(0.9, 0.1, 0));
    private static final MaskedFace BARE =
            new MaskedFace(new Face(new Box(0, 0, 9, 9), 1), new MaskPrediction(0.2, 0.7, 0.1));

    private static final MaskedFace UNSURE =
            new MaskedFace(new Face(new Box(0, 0, 9, 9), 1), new MaskPrediction(0.5, 0.4, 0.1), false);

    private final FakeClock clock = new FakeClock();
    private final StatisticsRecorder recorder = new StatisticsRecorder(clock);

    @Test
    void countsFacesNowAndOverTheRun() {
        process(List.of(MASKED, MASKED, BARE));
        process(List.of(BARE, UNSURE));
        Statistics statistics = recorder.snapshot();
        assertThat(statistics.facesNow())
                .containsEntry(Verdict.WITH_MASK, 0L)
                .containsEntry(Verdict.WITHOUT_MASK, 1L)
                .containsEntry(Verdict.WORN_INCORRECTLY, 0L)
                .containsEntry(Verdict.CANNOT_TELL, 1L);
        assertThat(statistics.facesSeen()).containsEntry(Verdict.WITH_MASK, 2L).containsEntry(Verdict.WITHOUT_MASK, 2L);
        assertThat(statistics.framesProcessed()).isEqualTo(2);
    }

    private void process(List<MaskedFace> faces) {
        long read = clock.getAsLong();
        clock.advance(Duration.ofMillis(10));
        recorder.processed(faces, read, clock.getAsLong());
    }

    @Test
    void nobodyIsHereWhileTheSourceIsLostButWhoWasSeenStaysCounted() {
        recorder.nobodyIsHere();
        assertThat(recorder.snapshot().people()).as("nobody is followed").isNull();
        ByteTracker tracker = new ByteTracker(TrackingConfig.DEFAULTS, new Random(1));
        Duration position = Duration.ZERO;
        for (int i = 0; i < 3; i++) {
            position = Duration.ofMillis(100L * i);
            Frame frame = new Frame(new CameraId("door"), i, position, Image.filled(64, 48, 0));
            recorder.followed(tracker.update(frame, List.of(MASKED)), position);
        }
        assertThat(recorder.snapshot().people()).isEqualTo(new People(1, 1));
        recorder.nobodyIsHere();
        assertThat(recorder.snapshot().people()).isEqualTo(new People(0, 1));
    }

    @Test
    void nothingYetIsZeroEverywhere() {
        Statistics statistics = recorder.snapshot();
        assertThat(statistics.latency()).isEqualTo(Latency.NONE);
        assertThat(statistics.inputFps()).isZero();
        assertThat(statistics.averageFps()).isZero();
    }

    @Test
    void theRateIsThatOfTheLastSeconds() {
        for (int i = 0; i < 250; i++) {
            recorder.read(clock.getAsLong());
            clock.advance(Duration.ofMillis(40));
        }
        assertThat(recorder.snapshot().inputFps()).isCloseTo(25, within(0.5));
        clock.advance(Duration.ofSeconds(10));
        assertThat(recorder.snapshot().inputFps()).as("nothing comes any more").isZero();
        for (int i = 0; i < 500; i++) {
            recorder.read(clock.getAsLong());
            clock.advance(Duration.ofMillis(10));
        }
        assertThat(recorder.snapshot().inputFps()).isCloseTo(100, within(2.0));
    }

    @Test
    void theRateIsRightFromTheSecondFrameOn() {
        recorder.read(clock.getAsLong());
        clock.advance(Duration.ofMillis(40));
        recorder.read(clock.getAsLong());
        assertThat(recorder.snapshot().inputFps()).isCloseTo(25, within(0.01));
    }

    @Property(tries = 200)
    void aPercentileIsRightWithinThreePercent(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 100, max = 10_000_000) Long> micros,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        LatencyHistogram histogram = new LatencyHistogram();
        micros.forEach(each -> histogram.add(Duration.ofNanos(each * 1000)));
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        double exact = sorted[(int) Math.ceil(share * sorted.length) - 1];
        double got = histogram.percentile(share).toNanos() / 1000.0;
        assertThat(got).isCloseTo(exact, within(exact / LatencyHistogram.STEPS + 1));
    }

    @Test
    void extremeLatenciesStayInTheHistogram() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.add(Duration.ZERO);
        histogram.add(Duration.ofDays(30));
        assertThat(histogram.percentile(0.5)).isLessThan(Duration.ofNanos(2000));
        assertThat(histogram.percentile(1)).isGreaterThan(Duration.ofHours(10));
    }

    @Test
    void recentLatenciesForgetTheOld() {
        RecentLatencies recent = new RecentLatencies();
        recent.add(Duration.ofSeconds(9));
        long[] millis = new long[RecentLatencies.SIZE];
        Arrays.setAll(millis, i -> i + 1);
        Arrays.stream(millis).forEach(each -> recent.add(Duration.ofMillis(each)));
        assertThat(recent.summary()).isEqualTo(new Latency(Duration.ofMillis(100), Duration.ofMillis(190)));
    }
}
