package io.github.maskwatch.vote;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
    private final VoteConfig config;
    private final Evidence evidence = new Evidence();
    private final Map<MaskState, Rise> rises = new EnumMap<>(MaskState.class);
    /** The state against which changes are watched for: the last that was called, or the likeliest where none was. */
    private MaskState held = MaskState.WITH_MASK;

    private @Nullable Duration last;
    private int looks;
    private Vote vote = Vote.NONE;

    public StateVote(VoteConfig config) {
        this.config = config;
        for (MaskState state : MaskState.values()) {
            rises.put(state, new Rise());
        }
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
        if (looks == 0) {
            held = look.prediction().state();
        } else if (looks == 1) {
            evidence.weighLess(ofAMoment);
        }
        looks++;
        evidence.add(decay, look, weight, config.leastProbability());
        watchForChange(decay, look, weight);
        vote = decided(evidence.prediction(config.likeness()));
        hold(vote);
        return vote;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private void watchForChange(double decay, Look look, double weight) {
        double least = config.leastProbability();
        rises.forEach((state, rise) -> {
            if (state != held) {
                double ratio = look.log(state, least) - look.log(held, least);
                rise.add(weight * (ratio - config.changeSlack()), decay, look, weight, least);
            }
        });
        MaskState likeliest = highest();
        Rise highest = rise(likeliest);
        if (highest.sum() >= config.changeEvidence() && highest.looks().looks() >= config.leastLooks()) {
            evidence.become(highest.looks());
            held = likeliest;
            forgetRises();
        }
    }

    /** The state for which most speaks against the one that is held; that one where nothing does. */
    private MaskState highest() {
        MaskState highest = held;
        for (MaskState state : MaskState.values()) {
            if (rise(state).sum() > rise(highest).sum()) {
                highest = state;
            }
        }
        return highest;
    }

    private Rise rise(MaskState state) {
        return Objects.requireNonNull(rises.get(state));
    }

    /** What rises against one state says nothing against another. */
    private void hold(Vote now) {
        MaskState state = now.prediction().state();
        if (state != held && (now.called() || highest() == held)) {
            held = state;
            forgetRises();
        }
    }

    private void forgetRises() {
        rises.values().forEach(Rise::clear);
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
