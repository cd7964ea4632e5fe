package io.github.maskwatch.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateVoteTest {
    private static final MaskPrediction MASKED = new MaskPrediction(0.95, 0.03, 0.02);
    private static final MaskPrediction BARE = new MaskPrediction(0.03, 0.95, 0.02);
    private static final MaskPrediction UNDER_NOSE = new MaskPrediction(0.04, 0.06, 0.9);

    private final StateVote vote = new StateVote(VoteConfig.DEFAULTS);
    private double seconds;

    private Vote look(MaskPrediction prediction, boolean called, double quality, double step) {
        Vote told = vote.add(new Look(Duration.ofNanos(Math.round(seconds * 1e9)), prediction, called, quality));
        seconds += step;
        return told;
    }

    private Vote look(MaskPrediction prediction) {
        return look(prediction, true, 0.9, 0.04);
    }

    /** Seconds until the state is called; above 5 if it never is. */
    private double until(@Nullable MaskState state, MaskPrediction prediction, double quality, double step) {
        double start = seconds;
        while (seconds - start < 5) {
            double now = seconds;
            if (look(prediction, true, quality, step).state() == state) {
                return now - start;
            }
        }
        return 9;
    }

    @Test
    void defaults() {
        assertThat(VoteConfig.DEFAULTS)
                .isEqualTo(new VoteConfig(
                        3, 4, 0.4, Duration.ofSeconds(3), 16, 0.3, 0.02, 0.9, 0.6, 1 / 3.0, 1 / 6.0, 4, 0.5));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Look(Duration.ZERO, MASKED, true, 1.2))
                .hasMessage("quality must be in 0..1, got 1.2");
        assertThatThrownBy(() -> new VoteConfig(0, 4, 0.4, Duration.ofSeconds(3), 16, 1, 0.02, 0.9, 0.6, 1, 1, 4, 1))
                .hasMessage("leastLooks must be at least 1, got 0");
        assertThatThrownBy(() -> new VoteConfig(3, 4, 0.4, Duration.ofSeconds(3), 16, 1, 0.02, 0.9, 0.4, 1, 1, 4, 1))
                .hasMessage("keepProbability must be in 0.5..callProbability, got 0.4");
    }

    @Test
    void nothingIsCalledBeforeTheThirdLook() {
        assertThat(vote.vote()).isEqualTo(Vote.NONE);
        assertThat(look(MASKED).state()).isNull();
        assertThat(look(MASKED).state()).isNull();
        assertThat(look(MASKED).state()).isEqualTo(MaskState.WITH_MASK);
    }

    @Test
    void looksThatCannotTellDoNotBecomeSureByBeingMany() {
        MaskPrediction leaning = new MaskPrediction(0.05, 0.1, 0.85);
        for (int i = 0; i < 500; i++) {
            assertThat(look(leaning, false, 0.9, 0.04).called()).isFalse();
        }
        assertThat(vote.vote().prediction().state()).isEqualTo(MaskState.WORN_INCORRECTLY);
    }

    @Test
    void looksThatContradictEachOtherAreNotDecided() {
        for (int i = 0; i < 200; i++) {
            Vote told = look(i % 2 == 0 ? MASKED : BARE);
            if (i > 5) {
                assertThat(told.called()).isFalse();
            }
        }
    }

    /** One of ten frames is wrong and sure of it, and never more than three one after the other. */
    @Property(tries = 100)
    void wrongFramesHereAndThereChangeNothing(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 30) int framesPerSecond) {
        StateVote steady = new StateVote(VoteConfig.DEFAULTS);
        Random random = new Random(seed);
        int changes = 0;
        int inARow = 0;
        MaskState last = null;
        for (int i = 0; i < 40 * framesPerSecond; i++) {
            boolean wrong = i > framesPerSecond && inARow < 3 && random.nextInt(10) == 0;
            inARow = wrong ? inARow + 1 : 0;
            Duration position = Duration.ofMillis(1000L * i / framesPerSecond);
            MaskState state = steady.add(new Look(position, wrong ? BARE : MASKED, true, 0.9))
                    .state();
            changes += state == last ? 0 : 1;
            last = state;
        }
        assertThat(changes).as("from cannot tell to masked").isEqualTo(1);
    }

    @Property(tries = 60)
    void aChangeIsToldWithinASecond(@ForAll @IntRange(min = 5, max = 30) int framesPerSecond) {
        double step = 1.0 / framesPerSecond;
        until(MaskState.WITH_MASK, MASKED, 0.9, step);
        for (int i = 0; i < 20 * framesPerSecond; i++) {
            look(MASKED, true, 0.9, step);
        }
        assertThat(until(MaskState.WITHOUT_MASK, BARE, 0.9, step)).isBetween(0.15, 1.0);
        assertThat(until(MaskState.WORN_INCORRECTLY, UNDER_NOSE, 0.9, step)).isLessThan(1.0);
        assertThat(until(MaskState.WITH_MASK, MASKED, 0.9, step)).isLessThan(1.0);
    }

    @Test
    void aHandBeforeTheFaceForAMomentIsNoChange() {
        until(MaskState.WITH_MASK, MASKED, 0.9, 0.04);
        for (int i = 0; i < 50; i++) {
            look(MASKED);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(look(BARE).state()).isEqualTo(MaskState.WITH_MASK);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(look(MASKED).state()).isEqualTo(MaskState.WITH_MASK);
        }
    }

    @Test
    void afterAChangeTheOldLooksAreForgotten() {
        for (int i = 0; i < 500; i++) {
            look(MASKED);
        }
        until(MaskState.WITHOUT_MASK, BARE, 0.9, 0.04);
        assertThat(vote.vote().prediction().withoutMask()).isGreaterThan(0.95);
    }

    @Test
    void evidenceThatFadesAwayEndsInCannotTell() {
        until(MaskState.WITH_MASK, MASKED, 0.9, 0.04);
        MaskPrediction nothing = new MaskPrediction(0.36, 0.34, 0.3);
        MaskState last = MaskState.WITH_MASK;
        for (int i = 0; i < 400; i++) {
            last = look(nothing, false, 0.9, 0.04).state();
        }
        assertThat(last).isNull();
    }

    @Test
    void poorLooksTakeLonger() {
        StateVoteTest good = new StateVoteTest();
        double quick = good.until(MaskState.WITHOUT_MASK, BARE, 0.9, 0.04);
        assertThat(until(MaskState.WITHOUT_MASK, BARE, 0.15, 0.04))
                .isGreaterThan(quick)
                .isLessThan(4);
        assertThat(new StateVoteTest().until(MaskState.WITHOUT_MASK, BARE, 0, 0.04))
                .as("worthless looks tell nothing")
                .isEqualTo(9);
    }

    /** However fast frames come, they are worth no more. */
    @Test
    void theFrameRateDoesNotMakeSurer() {
        MaskPrediction mild = new MaskPrediction(0.7, 0.2, 0.1);
        StateVoteTest fast = new StateVoteTest();
        for (int i = 0; i < 600; i++) {
            fast.look(mild, true, 0.9, 0.01);
        }
        for (int i = 0; i < 60; i++) {
            look(mild, true, 0.9, 0.1);
        }
        assertThat(fast.vote.vote().prediction().withMask())
                .isCloseTo(vote.vote().prediction().withMask(), within(0.01));
        assertThat(vote.vote().prediction().withMask()).isLessThan(0.96);
    }

    @Test
    void sizeAndBlurWeigh() {
        VoteConfig config = VoteConfig.DEFAULTS;
        assertThat(LookQuality.of(16, 1e9, config)).isCloseTo(0.5, within(1e-6));
        assertThat(LookQuality.of(1e9, 0.3, config)).isCloseTo(0.5, within(1e-6));
        assertThat(LookQuality.of(80, 2, config)).isGreaterThan(0.8);
        assertThat(LookQuality.of(0, 2, config)).isEqualTo(0.1);
    }
}
