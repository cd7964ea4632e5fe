package io.github.maskwatch.vote;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The vote over the looks at one face, in the order of time.
 *
 * <p>Looks are averaged as log-probabilities (a logarithmic opinion pool), weighted by their quality and fading with time. Frames of a
 * camera are far from independent: a face that is lit badly is lit badly in all of them. So a look weighs at most the share of a second
 * since the one before times {@link VoteConfig#looksPerSecond}, all together are worth {@code 1 / likeness} independent looks at most, and
 * a state is called only if a good part of the looks call it each by itself.
 *
 * <p>A mask that is put on or taken off must not wait until the old looks have faded. For each state other than the one that is held
 * the log of the likelihood ratio between the two is summed up as long as the sum stays above 0 (Page's CUSUM [1]); where it reaches
 * {@link VoteConfig#changeEvidence}, the change is believed to have happened where the sum left 0: the looks from then on are kept, those before
 * are dropped. A few odd frames do not reach it, and so there is no flicker.
 *
 * <p>One thread at a time.
 *
 * <p>[1] Page, E. S. Continuous inspection schemes. Biometrika 41, 1954.
 */
public final class StateVote {
    private static final MaskState[] STATES = MaskState.values();

    private final VoteConfig config;
    private final Evidence evidence = new Evidence();
    private final double[] cusum = new double[STATES.length];
    private final Evidence[] sinceRise = {new Evidence(), new Evidence(), new Evidence()};
    /** The state against which changes are watched for: the last that was called, or the likeliest where none was. */
    private MaskState held = MaskState.WITH_MASK;

    private @Nullable Duration last;
    private int looks;
    private Vote vote = Vote.NONE;

    public StateVote(VoteConfig config) {
        this.config = config;
    }

    /** As of the last look. */
    public Vote vote() {
        return vote;
    }

    /** Takes a look into account and tells the vote with it. */
    public Vote add(Look look) {
        double seconds = last == null
                ? Double.POSITIVE_INFINITY
                : seconds(look.position().minus(last));
        last = look.position();
        double ofAMoment = Math.min(1, seconds * config.looksPerSecond());
        double weight = look.quality() * ofAMoment;
        double decay = Math.exp(-seconds / seconds(config.memory()));
        double[] logs = logs(look.prediction());
        if (looks == 0) {
            held = look.prediction().state();
        } else if (looks == 1) {
            evidence.weighLess(ofAMoment);
        }
        looks++;
        evidence.add(decay, look, weight, logs);
        watchForChange(decay, look, weight, logs);
        vote = decided(evidence.prediction(config.likeness()));
        hold(vote);
        return vote;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private double[] logs(MaskPrediction prediction) {
        double[] logs = new double[STATES.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(Math.max(config.leastProbability(), prediction.probability(STATES[i])));
        }
        return logs;
    }

    private void watchForChange(double decay, Look look, double weight, double[] logs) {
        int largest = held.ordinal();
        for (int i = 0; i < STATES.length; i++) {
            if (i == held.ordinal()) {
                continue;
            }
            cusum[i] += weight * (logs[i] - logs[held.ordinal()] - config.changeSlack());
            if (cusum[i] <= 0) {
                cusum[i] = 0;
                sinceRise[i].clear();
                continue;
            }
            sinceRise[i].add(decay, look, weight, logs);
            if (cusum[i] > cusum[largest]) {
                largest = i;
            }
        }
        if (cusum[largest] >= config.changeEvidence() && sinceRise[largest].looks() >= config.leastLooks()) {
            evidence.become(sinceRise[largest]);
            held = STATES[largest];
            forgetRises();
        }
    }

    /** What rises against one state says nothing against another. */
    private void hold(Vote now) {
        MaskState state = now.prediction().state();
        if (state != held && (now.called() || !rising())) {
            held = state;
            forgetRises();
        }
    }

    private boolean rising() {
        return Math.max(cusum[0], Math.max(cusum[1], cusum[2])) > 0;
    }

    private void forgetRises() {
        for (int i = 0; i < STATES.length; i++) {
            cusum[i] = 0;
            sinceRise[i].clear();
        }
    }

    private Vote decided(MaskPrediction prediction) {
        MaskState state = prediction.state();
        boolean kept = vote.state() == state;
        boolean called = evidence.looks() >= config.leastLooks()
                && prediction.confidence() >= (kept ? config.keepProbability() : config.callProbability())
                && evidence.share(state) >= (kept ? config.keepShare() : config.callShare());
        return new Vote(prediction, called);
    }
}
