package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SiteEndingTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> ended = Collections.synchronizedList(new ArrayList<>());
    private final SiteEnding ending = new SiteEnding();

    private void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatHangsHoldsUpNothingElse() throws Exception {
        ending.end("cameras", this::hang);
        ending.end("alarms", () -> ended.add("alarms"));
        CountDownLatch mqtt = new CountDownLatch(1);
        ending.endAfter("alarms", "channel mqtt", () -> {
            ended.add("mqtt");
            mqtt.countDown();
        });
        mqtt.await();

        while (ending.late().size() > 1) {
            ending.await(Duration.ofMillis(50));
        }

        assertThat(ended).containsExactly("alarms", "mqtt");
        assertThat(ending.late()).containsExactly("cameras");
        ending.rethrow();
    }

    @Test
    void allHaveEndedWhereNothingHangs() {
        CountDownLatch other = new CountDownLatch(1);
        ending.end("cameras", other::countDown);
        ending.end("alarms", () -> {
            try {
                other.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ended.add("alarms");
        });

        ending.await(LONG);

        assertThat(ended).containsExactly("alarms");
        assertThat(ending.late()).isEmpty();
    }

    @Test
    void aPartThatFailsIsToldAndKeepsNoOtherFromEnding() {
        ending.end("alarms", () -> {
            throw new IllegalStateException("a defect");
        });
        ending.endAfter("alarms", "channel mqtt", () -> ended.add("mqtt"));

        ending.await(LONG);

        assertThat(ended).containsExactly("mqtt");
        assertThatThrownBy(ending::rethrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a defect");
    }
}
