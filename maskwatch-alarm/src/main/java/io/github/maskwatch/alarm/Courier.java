package io.github.maskwatch.alarm;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Outbox;
import io.github.maskwatch.event.Outbox.Pending;
import io.github.maskwatch.message.OneLine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Carries what is due from the outbox through one channel, a round at a time. A failed alarm moves to the end of the queue, so that one that the receiver
 * chokes on holds up no other; the channel as a whole is left alone for as long as its failures in a row ask for. A clock that is set back makes nobody
 * wait longer: rests are measured without it, and what is due later than any wait could make it is due. One thread at a time.
 */
final class Courier {
    private final AlarmChannel channel;
    private final Outbox outbox;
    private final RetryPolicy policy;
    private final Clock clock;
    private final LongSupplier nanoClock;
    private final RandomGenerator random;
    private final CourierLog log;
    /** Arrived or given up, but the outbox could not be told: told before anything else, lest they go out once more each round. */
    private final List<Done> untold = new ArrayList<>();

    /** When the channel's rest began, ns of the monotonic clock, and how long it is. */
    private long restingSince;

    private Duration rest = Duration.ZERO;
    private int failures;

    private record Done(Delivery delivery, boolean arrived) {}

    /**
     * @param clock by which deliveries are due
     * @param nanoClock monotonic, ns; by which the channel rests
     */
    Courier(
            AlarmChannel channel,
            Outbox outbox,
            RetryPolicy policy,
            Clock clock,
            LongSupplier nanoClock,
            RandomGenerator random) {
        this.channel = channel;
        this.outbox = outbox;
        this.policy = policy;
        this.clock = clock;
        this.nanoClock = nanoClock;
        restingSince = nanoClock.getAsLong();
        this.random = random;
        log = new CourierLog(channel.name());
    }

    /**
     * Makes at most one delivery.
     *
     * @return how long there is nothing to do, unless somebody tells of new alarms; zero: go on at once
     */
    Duration round() throws InterruptedException {
        Duration left = untilNext();
        if (!left.isZero()) {
            return left;
        }
        try {
            tellOutbox();
            List<Pending> due = due(clock.instant());
            log.outboxAnswers();
            if (due.isEmpty()) {
                return policy.lookEvery();
            }
            carry(due);
            tellOutbox();
        } catch (IOException | RuntimeException e) {
            // A defect of the outbox, too, must not end all later alarms.
            log.outboxFails(e);
            leaveAlone(policy.delay(++failures, random));
        }
        return untilNext();
    }

    /** Whatever nobody could have asked to wait for was put off by a clock that has been set back since. */
    private List<Pending> due(Instant now) throws IOException {
        // The oldest first: what is due is at the beginning.
        List<Pending> all = outbox.due(channel.name(), Instant.MAX, Math.max(1, channel.most()));
        List<Pending> due =
                all.stream().filter(each -> !each.delivery().due().isAfter(now)).toList();
        if (!due.isEmpty()) {
            return due;
        }
        Instant latest = now.plus(policy.longestDelay());
        return all.stream()
                .filter(each -> each.delivery().due().isAfter(latest))
                .toList();
    }

    private Duration untilNext() {
        Duration left = rest.minusNanos(nanoClock.getAsLong() - restingSince);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void leaveAlone(Duration wait) {
        restingSince = nanoClock.getAsLong();
        rest = wait;
    }

    private void tellOutbox() throws IOException {
        while (!untold.isEmpty()) {
            Done done = untold.get(untold.size() - 1);
            if (done.arrived()) {
                outbox.delivered(done.delivery());
            } else {
                outbox.abandoned(done.delivery());
            }
            untold.remove(untold.size() - 1);
        }
    }

    private void carry(List<Pending> due) throws IOException, InterruptedException {
        List<Pending> alarms = new ArrayList<>();
        for (Pending pending : due) {
            if (pending.event() instanceof AlarmRaised) {
                alarms.add(pending);
            } else {
                log.lost(
                        pending,
                        "only alarms are sent out, got a "
                                + pending.event().kind().id());
                untold.add(new Done(pending.delivery(), false));
            }
        }
        if (!alarms.isEmpty()) {
            deliver(alarms);
        }
    }

    private void deliver(List<Pending> pending) throws IOException, InterruptedException {
        try {
            channel.deliver(
                    pending.stream().map(each -> (AlarmRaised) each.event()).toList());
            arrived(pending);
        } catch (UndeliverableException e) {
            pending.forEach(each -> giveUp(each, "refused: " + OneLine.of(e)));
        } catch (RetryAfterException e) {
            failed(pending, e, min(e.pause(), policy.longestDelay()));
        } catch (IOException e) {
            failed(pending, e, Duration.ZERO);
        } catch (RuntimeException e) {
            // A defect of the channel must not end all later alarms.
            failed(pending, new IOException("a defect: " + e, e), Duration.ZERO);
        }
    }

    private void arrived(List<Pending> pending) {
        log.works(failures);
        failures = 0;
        pending.forEach(each -> untold.add(new Done(each.delivery(), true)));
        leaveAlone(channel.rest());
    }

    private void failed(List<Pending> pending, IOException why, Duration atLeast) throws IOException {
        log.fails(why);
        leaveAlone(max(atLeast, policy.delay(++failures, random)));
        Instant now = clock.instant();
        for (Pending each : pending) {
            if (Duration.between(each.event().time(), now).compareTo(policy.giveUpAfter()) >= 0) {
                giveUp(each, "given up after " + (each.delivery().attempts() + 1) + " attempts: " + OneLine.of(why));
            } else {
                Duration wait = policy.delay(each.delivery().attempts() + 1, random);
                outbox.failed(each.delivery(), now.plus(max(atLeast, wait)));
            }
        }
    }

    private void giveUp(Pending pending, String why) {
        log.lost(pending, why);
        untold.add(new Done(pending.delivery(), false));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
