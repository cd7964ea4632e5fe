package io.github.maskwatch.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.event.AlarmRaised;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every channel does, against a real receiver. */
@Timeout(60)
public abstract class AlarmChannelContract {
    public static final String PASSWORD = "correct horse battery staple";

    /** To a receiver that is there. */
    protected abstract AlarmChannel channel() throws Exception;

    protected abstract void stopReceiver() throws Exception;

    protected abstract void startReceiver() throws Exception;

    /** What the receiver got by now, one text for each delivery. */
    protected abstract List<String> received() throws Exception;

    /** Tries until the receiver has it, as a dispatcher does. */
    protected final void deliver(AlarmChannel channel, List<AlarmRaised> alarms) throws InterruptedException {
        while (true) {
            try {
                channel.deliver(alarms);
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
    }

    private List<String> received(int wanted) throws Exception {
        List<String> received = received();
        while (received.size() < wanted) {
            Thread.sleep(50);
            received = received();
        }
        return received;
    }

    @Test
    public void deliversWithTheIdAndTheSameOneWhenRepeated() throws Exception {
        try (AlarmChannel channel = channel()) {
            deliver(channel, List.of(Alarms.number(1)));
            deliver(channel, List.of(Alarms.number(1)));
            deliver(channel, List.of(Alarms.number(2)));
            List<String> received = received(3);
            assertThat(received).hasSize(3);
            assertThat(received.get(0)).contains(Alarms.number(1).id().toString());
            assertThat(received.get(1)).contains(Alarms.number(1).id().toString());
            assertThat(received.get(2)).contains(Alarms.number(2).id().toString());
            assertThat(received).noneSatisfy(text -> assertThat(text).contains(PASSWORD));
        }
    }

    @Test
    public void saysInOneLineThatNobodyIsThereAndDeliversLater() throws Exception {
        try (AlarmChannel channel = channel()) {
            deliver(channel, List.of(Alarms.number(1)));
            stopReceiver();
            assertThatThrownBy(() -> channel.deliver(List.of(Alarms.number(2))))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(UndeliverableException.class)
                    .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", PASSWORD));
            startReceiver();
            deliver(channel, List.of(Alarms.number(2)));
            assertThat(received(1))
                    .last()
                    .asString()
                    .contains(Alarms.number(2).id().toString());
        }
    }
}
