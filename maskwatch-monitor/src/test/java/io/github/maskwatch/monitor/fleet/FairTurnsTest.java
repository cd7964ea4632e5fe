package io.github.maskwatch.monitor.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.monitor.fleet.FairTurns.Turn;
import io.github.maskwatch.monitor.fleet.TurnSimulation.Made;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FairTurnsTest {
    private static final double SECONDS = 20;
    private static final double WORK_OF_NOBODY = 1e-9;

    @Provide
    Arbitrary<Made> cameras() {
        return Combinators.combine(
                        // Who wants nearly every frame loses those that come while others are at work: there is no
                        // queue.
                        Arbitraries.doubles().between(24, 30),
                        Arbitraries.doubles().between(1, 12),
                        Arbitraries.longs().between(2, 60))
                .as(Made::new);
    }

    private static double demand(Made camera) {
        return Math.min(camera.inputFps(), camera.targetFps()) * camera.costMillis() / 1000.0;
    }

    /** What each gets of the processors where nobody gets more than it wants and the rest is shared by weight: water filling. */
    private static double[] fairShares(List<Made> cameras, double processors) {
        double low = 0;
        double high = processors + WORK_OF_NOBODY;
        for (int i = 0; i < 60; i++) {
            double level = (low + high) / 2;
            double sum =
                    cameras.stream().mapToDouble(each -> share(each, level)).sum();
            if (sum < processors) {
                low = level;
            } else {
                high = level;
            }
        }
        double level = high;
        return cameras.stream().mapToDouble(each -> share(each, level)).toArray();
    }

    /** @param level processors for a weight of 1 */
    private static double share(Made camera, double level) {
        return Math.min(demand(camera), level * camera.targetFps());
    }

    @Test
    void everybodyGetsWhatItWantsWhereThereIsEnough() {
        TurnSimulation four = new TurnSimulation(TurnSimulation.alike(4, 10, 20), 2, 2).run(SECONDS);
        for (int i = 0; i < 4; i++) {
            assertThat(four.fps(i)).isCloseTo(10, within(0.2));
        }
        TurnSimulation fast = new TurnSimulation(TurnSimulation.alike(2, 25, 5), 1, 1).run(SECONDS);
        assertThat(fast.fps(0)).as("every frame of the camera").isCloseTo(25, within(0.5));
    }

    @Test
    void tooMuchIsSharedByWeight() {
        List<Made> cameras =
                List.of(new Made(25, 20, 25), new Made(25, 10, 25), new Made(25, 10, 25), new Made(25, 5, 25));
        TurnSimulation sharing = new TurnSimulation(cameras, 1, 0.5).run(60);
        double all = 0.5 / 0.025;
        assertThat(sharing.fps(0)).isCloseTo(all * 20 / 45, within(0.4));
        assertThat(sharing.fps(1)).isCloseTo(all * 10 / 45, within(0.3));
        assertThat(sharing.fps(2)).isCloseTo(all * 10 / 45, within(0.3));
        assertThat(sharing.fps(3)).isCloseTo(all * 5 / 45, within(0.3));
    }

    @Test
    void aCameraWithMuchWorkDoesNotSlowTheOthers() {
        List<Made> cameras = List.of(new Made(25, 10, 80), new Made(25, 10, 20), new Made(25, 10, 20));
        TurnSimulation sharing = new TurnSimulation(cameras, 2, 1).run(60);
        assertThat(sharing.fps(1)).isCloseTo(10, within(0.4));
        assertThat(sharing.fps(2)).isCloseTo(10, within(0.4));
        assertThat(sharing.fps(0)).as("the 0.6 processors that are left").isCloseTo(7.5, within(0.3));
    }

    @Test
    void oneThatWantsLittleComesSoon() {
        List<Made> cameras =
                List.of(new Made(25, 25, 40), new Made(25, 25, 40), new Made(25, 25, 40), new Made(25, 25, 2, 40));
        TurnSimulation sharing = new TurnSimulation(cameras, 1, 1).run(60);
        assertThat(sharing.worstGapMillis[3])
                .as("half a second, and a frame of the others")
                .isLessThan(600);
    }

    @Property(tries = 60)
    void sharesAreFair(
            @ForAll @Size(min = 2, max = 9) List<@From("cameras") Made> cameras,
            @ForAll @IntRange(min = 1, max = 3) int workers,
            @ForAll @DoubleRange(min = 0.3, max = 1) double part) {
        double processors = part * workers;
        TurnSimulation sharing = new TurnSimulation(cameras, workers, processors).run(SECONDS);
        double[] fair = fairShares(cameras, processors);
        for (int i = 0; i < fair.length; i++) {
            double got = sharing.busyMillis[i] / (SECONDS * 1000);
            Made camera = cameras.get(i);
            // A camera alone cannot keep two workers busy: what it cannot take, others get, never the other way round.
            double most = Math.min(fair[i], alone(camera));
            // While a costly frame is paid off, a cheap camera loses the frames that come meanwhile, too.
            double frames = 4 * camera.costMillis() / (SECONDS * 1000);
            assertThat(got).as("%s of %s", camera, cameras).isGreaterThan(0.5 * most - frames);
        }
    }

    /** What one camera can take at most: the next frame after the work, and no sooner than it sends. */
    private static double alone(Made camera) {
        double period = 1000 / Math.min(camera.inputFps(), camera.targetFps());
        double frame = 1000 / camera.inputFps();
        return camera.costMillis() / Math.max(period, camera.costMillis() + frame);
    }

    @Property(tries = 60)
    void nobodyStarves(
            @ForAll @Size(min = 1, max = 12) List<@From("cameras") Made> cameras,
            @ForAll @IntRange(min = 1, max = 3) int workers,
            @ForAll @DoubleRange(min = 0.2, max = 1) double part) {
        TurnSimulation sharing = new TurnSimulation(cameras, workers, part * workers).run(SECONDS);
        double[] fair = fairShares(cameras, part * workers);
        double others = cameras.stream().mapToLong(Made::costMillis).sum() / (part * workers);
        for (int i = 0; i < fair.length; i++) {
            double period = cameras.get(i).costMillis() / Math.min(fair[i], alone(cameras.get(i)));
            assertThat(sharing.worstGapMillis[i])
                    .as("%s of %s", cameras.get(i), cameras)
                    .isLessThan(2 * period + 2 * others + 200);
        }
    }

    @Property(tries = 60)
    void theBudgetIsKept(
            @ForAll @Size(min = 1, max = 9) List<@From("cameras") Made> cameras,
            @ForAll @IntRange(min = 1, max = 3) int workers,
            @ForAll @DoubleRange(min = 0.05, max = 1) double part) {
        double processors = part * workers;
        TurnSimulation sharing = new TurnSimulation(cameras, workers, processors);
        double longest = cameras.stream().mapToLong(Made::costMillis).max().orElseThrow() / 1000.0;
        double before = 0;
        for (int second = 1; second <= 10; second++) {
            double busy = sharing.run(1).turns().worked().toNanos() / 1e9;
            assertThat(busy - before).isLessThanOrEqualTo(processors * 1.25 + workers * longest + 1e-6);
            before = busy;
        }
        assertThat(sharing.load()).isLessThanOrEqualTo(processors * 1.025 + workers * longest / 10 + 1e-6);
    }

    @Test
    void aTurnForNothingIsNoTurn() {
        FairTurns turns = new FairTurns(1, 0);
        int camera = turns.join(10, 0);
        assertThat(turns.next(0)).isEqualTo(Turn.in(Long.MAX_VALUE));
        assertThat(turns.arrived(camera)).isTrue();
        assertThat(turns.arrived(camera)).isFalse();
        assertThat(turns.next(0)).isEqualTo(Turn.of(camera));
        assertThat(turns.next(0)).as("never two at once").isEqualTo(Turn.in(Long.MAX_VALUE));
        turns.nothing(camera);
        turns.arrived(camera);
        assertThat(turns.next(2_000_000)).as("still due").isEqualTo(Turn.of(camera));
        turns.done(camera, 2, 8_000_000);
        turns.arrived(camera);
        assertThat(turns.next(10_000_000).camera()).isEqualTo(Turn.NONE);
        assertThat(turns.next(10_000_000).waitNanos())
                .as("half a second, of the new rate")
                .isBetween(440_000_000L, 500_000_000L);
    }
}
