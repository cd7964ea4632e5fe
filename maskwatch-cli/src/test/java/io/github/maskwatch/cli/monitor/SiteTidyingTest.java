package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SiteTidyingTest {

    @Test
    void aTaskThatDiesIsToldOf() throws Exception {
        CompletableFuture<Throwable> died = new CompletableFuture<>();
        SiteLog log = new SiteLog(new PrintWriter(new StringWriter()), false, Clock.systemUTC());
        try (SiteTidying tidying = new SiteTidying(log, died::complete)) {
            tidying.once(Duration.ZERO, () -> {
                throw new OutOfMemoryError("a test's");
            });

            assertThat(died.get()).isInstanceOf(OutOfMemoryError.class);
        }
    }
}
