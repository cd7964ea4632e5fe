package io.github.maskwatch.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.monitor.config.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AlarmDispatcherTest {
    private final InMemoryOutbox outbox = new InMemoryOutbox(new ArrayList<>());

    private final CompletableFuture<Throwable> died = new CompletableFuture<>();

    private AlarmDispatcher start(AlarmChannel... channels) {
        return AlarmDispatcher.start(
                List.of(channels), outbox, RetryPolicy.defaults(), Clock.systemUTC(), new Random(1), died::complete);
    }

    /** Tells when so many arrived. */
    private static final class Counting extends FakeChannel {
        final CountDownLatch left;

        Counting(String name, int expected) {
            super(name);
            left = new CountDownLatch(expected);
        }

        @Override
        public void deliver(List<AlarmRaised> alarms) {
            left.countDown();
        }
    }

    /** Never ends by itself. */
    private static final class Stuck extends FakeChannel {
        final CountDownLatch begun = new CountDownLatch(1);

        Stuck() {
            super("mail");
        }

        @Override
        public void deliver(List<AlarmRaised> alarms) throws InterruptedException {
            begun.countDown();
            new CountDownLatch(1).await();
        }
    }

    @Test
    void aSlowChannelHoldsUpNoOther() throws Exception {
        Stuck mail = new Stuck();
        Counting hook = new Counting("hook", 3);
        outbox.put("mail", Alarms.number(0));
        AlarmDispatcher dispatcher = start(mail, hook);
        try (dispatcher) {
            mail.begun.await();
            for (int number = 1; number <= 3; number++) {
                outbox.put("hook", Alarms.number(number));
            }
            // Not looked at again for 10 s by itself.
            dispatcher.wake();
            hook.left.await();
        }
        dispatcher.close();
        assertThat(outbox.size())
                .as("what did not arrive waits for the next start")
                .isEqualTo(1);
        assertThat(threads()).isEmpty();
    }

    @Test
    void aThreadThatDiesIsToldOf() throws Exception {
        outbox.put("hook", Alarms.number(1));
        FakeChannel broken = new FakeChannel("hook") {
            @Override
            public void deliver(List<AlarmRaised> alarms) {
                throw new NoClassDefFoundError("a test's");
            }
        };
        try (AlarmDispatcher dispatcher = start(broken)) {
            dispatcher.wake();
            assertThat(died.get()).isInstanceOf(NoClassDefFoundError.class);
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("maskwatch-alarm-"))
                .toList();
    }

    @Test
    void eachChannelHasItsThread() {
        try (AlarmDispatcher dispatcher = start(new FakeChannel("one"), new FakeChannel("two"))) {
            assertThat(threads()).containsExactlyInAnyOrder("maskwatch-alarm-one", "maskwatch-alarm-two");
            dispatcher.wake();
        }
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(new FakeChannel("one"), new FakeChannel("one")))
                .withMessageContaining("\"one\"");
    }

    @Test
    void secretsTellNothing() {
        assertThat(new Secret("hunter2")).hasToString("(secret)");
        assertThat(new Secret("hunter2").reveal()).isEqualTo("hunter2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret(""));
    }
}
