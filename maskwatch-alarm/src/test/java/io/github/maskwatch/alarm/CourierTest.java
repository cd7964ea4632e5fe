package io.github.maskwatch.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Outbox.Pending;
import io.github.maskwatch.event.ServiceNoted;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {
    /** Delays are whole, not between a half and the whole. */
    private static final RandomGenerator NO_JITTER = new RandomGenerator() {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public double nextDouble() {
            return 1;
        }
    };

    private final List<Pending> rows = new ArrayList<>();
    private final InMemoryOutbox outbox = new InMemoryOutbox(rows);
    private final FakeChannel channel = new FakeChannel("hook");
    private final FakeClock clock = new FakeClock();
    private final LogLines log = new LogLines();
    private Courier courier = courier(outbox);

    private Courier courier(InMemoryOutbox over) {
        return new Courier(channel, over, RetryPolicy.defaults(), clock, clock::nanos, NO_JITTER);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void put(int... numbers) {
        for (int number : numbers) {
            outbox.put("hook", Alarms.number(number));
        }
    }

    /** Goes on until there is nothing more at this moment. */
    private Duration roundsUntilRest() throws InterruptedException {
        Duration wait = courier.round();
        while (wait.isZero()) {
            wait = courier.round();
        }
        return wait;
    }

    @Test
    void deliversTheOldestFirstAndForgetsThem() throws Exception {
        put(2, 1, 3);
        assertThat(roundsUntilRest()).isEqualTo(RetryPolicy.defaults().lookEvery());
        assertThat(channel.arrived).containsExactly(Alarms.number(1), Alarms.number(2), Alarms.number(3));
        assertThat(outbox.size()).isZero();
        assertThat(log.lines()).as("no news is no line").isEmpty();
    }

    @Test
    void triesAgainAfterDoubledDelaysWithTheSameIdAndTellsOfChangesOnly() throws Exception {
        put(1);
        channel.failure = new IOException("the server is away");
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 120, 120}) {
            assertThat(courier.round()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(courier.round()).as("left alone").isEqualTo(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
        }
        assertThat(channel.attempts)
                .hasSize(9)
                .allSatisfy(each -> assertThat(each).containsExactly(Alarms.number(1)));
        channel.failure = null;
        roundsUntilRest();
        assertThat(channel.arrived).containsExactly(Alarms.number(1));
        assertThat(log.lines())
                .containsExactly(
                        "alarm channel hook: the server is away; trying again",
                        "alarm channel hook: delivers again, after 9 failed attempts");
    }

    @Test
    void goesOnWhereItStoodAfterARestart() throws Exception {
        put(1, 2);
        channel.failure = new IOException("the server is away");
        courier.round();
        clock.pass(Duration.ofHours(1));
        channel.failure = null;
        courier = courier(new InMemoryOutbox(rows));
        roundsUntilRest();
        assertThat(channel.arrived).containsExactlyInAnyOrder(Alarms.number(1), Alarms.number(2));
        assertThat(rows).isEmpty();
    }

    @Test
    void anAlarmThatTheReceiverChokesOnHoldsUpNoOther() throws Exception {
        AlarmRaised poison = Alarms.number(1);
        FakeChannel choking = new FakeChannel("hook") {
            @Override
            public void deliver(List<AlarmRaised> alarms) throws IOException, InterruptedException {
                failure = alarms.contains(poison) ? new IOException("500") : null;
                super.deliver(alarms);
            }
        };
        courier = new Courier(choking, outbox, RetryPolicy.defaults(), clock, clock::nanos, NO_JITTER);
        put(1, 2, 3);
        for (int i = 0; i < 4; i++) {
            clock.pass(roundsUntilRest());
        }
        assertThat(choking.arrived).containsExactly(Alarms.number(2), Alarms.number(3));
    }

    @Test
    void givesUpWhatIsTooOldButNeverWithoutATry() throws Exception {
        put(1);
        clock.pass(Duration.ofDays(2));
        channel.failure = new IOException("the server is away");
        courier.round();
        assertThat(channel.attempts).hasSize(1);
        assertThat(outbox.abandoned).containsExactly(Alarms.number(1).id());
        assertThat(log.lines()).hasSize(2).last().asString().contains("is lost: given up after 1 attempts");
    }

    @Test
    void doesNotTryAgainWhatIsRefused() throws Exception {
        put(1, 2);
        channel.failure = new UndeliverableException("it answers 404");
        roundsUntilRest();
        assertThat(channel.attempts).hasSize(2);
        assertThat(outbox.abandoned)
                .containsExactly(Alarms.number(1).id(), Alarms.number(2).id());
        assertThat(log.lines()).hasSize(2).allSatisfy(line -> assertThat(line).contains("refused: it answers 404"));
    }

    @Test
    void waitsAsLongAsTheReceiverAsksButNotLonger() throws Exception {
        put(1);
        channel.failure = new RetryAfterException("429", Duration.ofSeconds(30));
        assertThat(courier.round()).isEqualTo(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(30));
        channel.failure = new RetryAfterException("429", Duration.ofDays(300));
        assertThat(courier.round()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void givesAChannelManyAtOnceAndLetsItRest() throws Exception {
        channel.most = 10;
        channel.rest = Duration.ofMinutes(1);
        put(1);
        assertThat(courier.round()).isEqualTo(Duration.ofMinutes(1));
        put(2, 3, 4);
        clock.pass(Duration.ofSeconds(59));
        assertThat(courier.round()).isEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        courier.round();
        assertThat(channel.attempts).hasSize(2);
        assertThat(channel.attempts.get(1)).hasSize(3);
    }

    @Test
    void aClockThatIsSetBackKeepsNoAlarmWaiting() throws Exception {
        put(1);
        courier.round();
        clock.setBack(Duration.ofHours(1));
        outbox.put("hook", Alarms.at(clock.instant(), 2));

        assertThat(roundsUntilRest()).isEqualTo(RetryPolicy.defaults().lookEvery());
        assertThat(channel.arrived).hasSize(2);
    }

    @Test
    void aRestIsAsLongAsItIsWhateverTheClockDoes() throws Exception {
        channel.rest = Duration.ofMinutes(1);
        put(1);
        courier.round();
        clock.setBack(Duration.ofHours(1));
        assertThat(courier.round()).isEqualTo(Duration.ofMinutes(1));
        clock.pass(Duration.ofSeconds(59));
        assertThat(courier.round()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatWasPutOffByTheOldClockIsDueByTheNewOne() throws Exception {
        put(1, 2);
        channel.failure = new IOException("the server is away");
        courier.round();
        clock.setBack(Duration.ofHours(1));
        channel.failure = null;
        clock.pass(Duration.ofSeconds(1));
        roundsUntilRest();
        assertThat(channel.arrived).containsExactlyInAnyOrder(Alarms.number(1), Alarms.number(2));
    }

    @Test
    void whatIsPutOffIsNotDueEarlierThanThat() throws Exception {
        put(1);
        channel.failure = new RetryAfterException("429", Duration.ofMinutes(2));
        courier.round();
        clock.pass(Duration.ofSeconds(119));
        courier = courier(outbox);
        assertThat(courier.round()).isEqualTo(RetryPolicy.defaults().lookEvery());
        assertThat(channel.attempts).hasSize(1);
    }

    @Test
    void aDefectOfAChannelIsAFailureLikeOthers() throws Exception {
        put(1);
        channel.failure = new IllegalStateException("oops");
        assertThat(courier.round()).isEqualTo(Duration.ofSeconds(1));
        assertThat(outbox.size()).isEqualTo(1);
    }

    @Test
    void aDefectOfTheOutboxIsAFailureLikeOthers() throws Exception {
        put(1);
        outbox.defective = true;
        assertThat(courier.round()).isEqualTo(Duration.ofSeconds(1));
        outbox.defective = false;
        clock.pass(Duration.ofSeconds(1));
        roundsUntilRest();
        assertThat(channel.arrived).hasSize(1);
        assertThat(log.lines())
                .containsExactly(
                        "alarm channel hook: the outbox fails: no such column; trying again",
                        "alarm channel hook: the outbox answers again");
    }

    @Test
    void onlyAlarmsAreSentOut() throws Exception {
        outbox.put("hook", new ServiceNoted(Alarms.number(1).id(), Alarms.TIME, "started", ""));
        roundsUntilRest();
        assertThat(channel.attempts).isEmpty();
        assertThat(outbox.size()).isZero();
    }

    @Test
    void whatArrivedIsNotSentAgainBecauseTheOutboxFails() throws Exception {
        FakeChannel breaking = new FakeChannel("hook") {
            @Override
            public void deliver(List<AlarmRaised> alarms) throws IOException, InterruptedException {
                super.deliver(alarms);
                outbox.broken = true;
            }
        };
        courier = new Courier(breaking, outbox, RetryPolicy.defaults(), clock, clock::nanos, NO_JITTER);
        put(1);
        for (int i = 0; i < 3; i++) {
            clock.pass(courier.round());
        }
        outbox.broken = false;
        roundsUntilRest();
        assertThat(breaking.attempts).hasSize(1);
        assertThat(outbox.size()).isZero();
        assertThat(log.lines())
                .containsExactly(
                        "alarm channel hook: the outbox fails: the table is locked; trying again",
                        "alarm channel hook: the outbox answers again");
    }

    @Test
    void delaysLieBetweenAHalfAndTheWhole() {
        Random random = new Random(1);
        RetryPolicy policy = RetryPolicy.defaults();
        for (int i = 0; i < 1000; i++) {
            assertThat(policy.delay(4, random)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            assertThat(policy.delay(2000, random)).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
        }
    }
}
