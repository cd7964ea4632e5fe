package io.github.maskwatch.alarm.mqtt;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.CameraState;
import io.github.maskwatch.alarm.StatePublisher;
import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.event.EventJson;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Publishes alarms (QoS 1, JSON of {@link EventJson}) and the cameras' states (retained), and announces the cameras to Home Assistant; what is retained of
 * cameras that are there no more is taken back with each connection. It is connected in the
 * background and again whenever the connection breaks; a broker that is not there delays nobody. Topics: {@link Topics}. Thread-safe.
 */
public final class MqttChannel implements AlarmChannel, StatePublisher {
    private static final Logger LOG = System.getLogger(MqttChannel.class.getName());
    private static final String ONLINE = "online";
    private static final String OFFLINE = "offline";

    private final MqttConfig config;
    private final Topics topics;
    private final List<MqttMessage> announcements;
    private final Leftovers leftovers;
    private final BrokerComplaints complaints;
    private final StateBoard board;
    private final CompletableFuture<MqttLink> link = new CompletableFuture<>();
    private String trouble;

    private MqttChannel(MqttConfig config, List<CameraId> cameras) {
        this.config = config;
        topics = new Topics(config.topic());
        HomeAssistant discovery = config.discovery() == null ? null : new HomeAssistant(config.discovery(), topics);
        announcements = discovery == null ? List.of() : discovery.announcements(cameras);
        leftovers = new Leftovers(topics, discovery, cameras);
        complaints = new BrokerComplaints(config);
        board = new StateBoard(cameras, this::send);
        trouble = config.broker() + " is not connected yet";
    }

    /**
     * Begins to connect and returns at once.
     *
     * @param cameras all that there are
     * @param random for the jitter of reconnecting; used by one thread at a time
     * @throws IOException if the trusted certificates cannot be read; one line that says so
     */
    public static MqttChannel open(MqttConfig config, List<CameraId> cameras, RandomGenerator random)
            throws IOException {
        MqttChannel channel = new MqttChannel(config, cameras);
        MqttMessage will = MqttMessage.retained(channel.topics.status(), OFFLINE);
        channel.link.complete(MqttLinks.open(config, will, channel.new News(), random));
        return channel;
    }

    /**
     * Connects, logs in and takes leave; nothing is published, now or as a last will. It does so under a name of its own, for a broker ends a connection
     * when another of the same name comes.
     *
     * @throws IOException if the broker does not let it; one line without a secret
     */
    public static void probe(MqttConfig config, RandomGenerator random) throws IOException, InterruptedException {
        BrokerProbe.run(config.withClientId(config.clientId() + "-probe-" + random.nextInt(10_000)), random);
    }

    private MqttLink link() {
        return link.join();
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public void publish(CameraState state) {
        board.put(state);
    }

    private CompletableFuture<?> send(CameraState state) {
        return link().publish(MqttMessage.retained(topics.state(state.camera()), StateJson.write(state)));
    }

    @Override
    public void deliver(List<AlarmRaised> alarms) throws IOException, InterruptedException {
        for (AlarmRaised alarm : alarms) {
            // What is published while there is no connection would wait in the client, and here, too.
            if (!link().connected()) {
                throw new IOException(trouble());
            }
            await(link().publish(
                            new MqttMessage(topics.alarm(alarm.camera()), EventJson.write(alarm), false, alarm.id())));
        }
    }

    private void await(CompletableFuture<?> receipt) throws IOException, InterruptedException {
        try {
            receipt.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(complaints.line(Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (TimeoutException e) {
            receipt.cancel(false);
            throw new IOException(
                    config.broker() + " gives no receipt within "
                            + config.timeout().toSeconds() + " s",
                    e);
        }
    }

    private synchronized String trouble() {
        return trouble;
    }

    /** Says that it is offline, and ends the connection. Idempotent. */
    @Override
    public void close() {
        MqttLink open = link();
        if (open.connected()) {
            MqttLinks.settle(open.publish(MqttMessage.retained(topics.status(), OFFLINE)));
        }
        open.close();
    }

    /** What the connection does, on the client's thread. A line for each change. */
    private final class News implements MqttLink.Listener {
        private @Nullable String told;

        @Override
        public void connected() {
            CompletableFuture<?> unused = link.thenAccept(this::greet);
        }

        private synchronized void greet(MqttLink open) {
            if (told == null || !told.isEmpty()) {
                LOG.log(Level.INFO, "alarm channel {0}: connected to {1}", config.name(), config.broker());
                told = "";
            }
            announcements.forEach(each -> published(open.publish(each)));
            published(open.publish(MqttMessage.retained(topics.status(), ONLINE)));
            board.connected();
            published(open.subscribe(topics.states(), state -> withdraw(open, state)));
        }

        private void withdraw(MqttLink open, String state) {
            List<MqttMessage> withdrawals = leftovers.withdrawals(state);
            if (!withdrawals.isEmpty()) {
                LOG.log(
                        Level.INFO,
                        "alarm channel {0}: takes back what {1} keeps of a camera that is no more: {2}",
                        config.name(),
                        config.broker(),
                        state);
                withdrawals.forEach(each -> published(open.publish(each)));
            }
        }

        private void published(CompletableFuture<?> receipt) {
            CompletableFuture<?> unused = receipt.whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.log(Level.DEBUG, "alarm channel {0}: {1}", config.name(), complaints.line(failure));
                }
            });
        }

        @Override
        public synchronized void disconnected(Throwable why) {
            board.disconnected();
            String line = complaints.line(why);
            synchronized (MqttChannel.this) {
                trouble = line;
            }
            if (!line.equals(told)) {
                LOG.log(Level.WARNING, "alarm channel {0}: {1}; trying again", config.name(), line);
                told = line;
            }
        }
    }
}
