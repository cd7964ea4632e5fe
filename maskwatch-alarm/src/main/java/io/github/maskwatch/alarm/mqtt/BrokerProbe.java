package io.github.maskwatch.alarm.mqtt;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** One connection to a broker, to see whether it lets us in. */
final class BrokerProbe implements MqttLink.Listener {
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();

    private BrokerProbe() {}

    static void run(MqttConfig config, RandomGenerator random) throws IOException, InterruptedException {
        BrokerProbe probe = new BrokerProbe();
        try (MqttLink link = MqttLinks.open(config, null, probe, random)) {
            Objects.requireNonNull(link);
            probe.greeted.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(new BrokerComplaints(config).line(Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (TimeoutException e) {
            throw new IOException(
                    config.broker() + " does not answer within "
                            + config.timeout().toSeconds() + " s",
                    e);
        }
    }

    @Override
    public void connected() {
        greeted.complete(null);
    }

    @Override
    public void disconnected(Throwable why) {
        greeted.completeExceptionally(why);
    }
}
