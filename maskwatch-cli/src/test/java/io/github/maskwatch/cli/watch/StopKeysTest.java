package io.github.maskwatch.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class StopKeysTest {
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalIsAWishToStopAndNothingMore() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        try (StopKeys keys = new StopKeys(stopped::countDown)) {
            assertThat(keys.wished()).isFalse();
            raise("TERM");
            assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(keys.wished()).isTrue();
        }
    }

    /** SIGTERM stands for all: shells start background jobs with an ignored SIGINT, nohup with an ignored SIGHUP. */
    private static void raise(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("raise", signal)
                .invoke(null, signal.getConstructor(String.class).newInstance(name));
    }
}
