package io.github.maskwatch.alarm.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.alarm.AlarmChannelContract;
import io.github.maskwatch.alarm.Alarms;
import io.github.maskwatch.alarm.CameraState;
import io.github.maskwatch.alarm.Certificates;
import io.github.maskwatch.alarm.LogLines;
import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.config.Secret;
import io.github.maskwatch.monitor.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the channel does with a real broker, in either version of the protocol. */
abstract class MqttChannelContract extends AlarmChannelContract {
    private static final CameraId YARD = new CameraId("Hof/Süd");

    @TempDir
    private Path folder;

    private Mosquitto broker;
    private Mosquitto.Heard alarms;

    abstract MqttConfig.Version version();

    @BeforeEach
    void open() throws Exception {
        broker = Mosquitto.start(Files.createDirectory(folder.resolve("broker")), null);
        alarms = broker.listen("maskwatch/alarm/#");
    }

    @AfterEach
    void closeBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    private MqttConfig config(
            Mosquitto to, @Nullable String user, String password, boolean tls, @Nullable Path trusted) {
        return new MqttConfig(
                "mqtt",
                "localhost",
                to.port(),
                tls,
                trusted,
                version(),
                "maskwatch-test",
                user,
                user == null ? null : new Secret(password),
                "maskwatch",
                MqttConfig.HOME_ASSISTANT,
                Duration.ofSeconds(20));
    }

    @Test
    void aProbeLogsInUnderANameOfItsOwnAndTellsNobody() throws Exception {
        Mosquitto.Heard all = broker.listen("maskwatch/#");
        MqttConfig right = config(broker, Mosquitto.USER, PASSWORD, false, null);

        MqttChannel.probe(right, new Random(1));

        assertThat(all.lines()).isEmpty();
        assertThatIOException()
                .isThrownBy(() -> MqttChannel.probe(
                        config(broker, Mosquitto.USER, "not-" + PASSWORD, false, null), new Random(1)))
                .satisfies(e -> assertThat(e.getMessage())
                        .contains("broker localhost:" + broker.port())
                        .doesNotContain(PASSWORD));
        broker.stop();
        assertThatIOException()
                .isThrownBy(() -> MqttChannel.probe(right, new Random(1)))
                .withMessageContaining("broker localhost:" + broker.port());
    }

    private static MqttChannel open(MqttConfig config) throws IOException {
        return MqttChannel.open(config, List.of(Alarms.DOOR, YARD), new Random(1));
    }

    @Override
    protected MqttChannel channel() throws IOException {
        return open(config(broker, Mosquitto.USER, PASSWORD, false, null));
    }

    @Override
    protected void stopReceiver() throws InterruptedException {
        broker.stop();
    }

    @Override
    protected void startReceiver() throws Exception {
        broker.start();
        alarms = broker.listen("maskwatch/alarm/#");
    }

    @Override
    protected List<String> received() throws IOException {
        return alarms.lines();
    }

    @Test
    void alarmsGoOutAsJsonAtQos1() throws Exception {
        AlarmRaised door = Alarms.number(1);
        AlarmRaised everywhere = new AlarmRaised(
                Alarms.number(2).id(), door.time(), null, "few", null, null, null, "Fewer than half wear a mask");
        try (MqttChannel channel = channel()) {
            deliver(channel, List.of(door));
            deliver(channel, List.of(everywhere));
            String line = alarms.await("|maskwatch/alarm/door|");
            assertThat(line).startsWith("0|1|");
            assertThat(EventJson.read(line.substring(line.indexOf('{')))).isEqualTo(door);
            assertThat(alarms.await("|maskwatch/alarm|"))
                    .contains(everywhere.id().toString());
            if (version() == MqttConfig.Version.V5) {
                assertThat(line).contains("|id:" + door.id() + "|");
            }
        }
    }

    @Test
    void whoComesLaterStillSeesStatesAndWhetherItRuns() throws Exception {
        try (MqttChannel channel = channel()) {
            channel.publish(new CameraState(Alarms.DOOR, true, 3, 1, new CameraState.Rate(0.8, 0.91234, 0.95)));
            broker.listen("maskwatch/#").await("\"people\":3");
            Mosquitto.Heard later = broker.listen("maskwatch/#");
            assertThat(later.await("|maskwatch/status|")).startsWith("1|1|").endsWith("|online");
            assertThat(later.await("|maskwatch/camera/door/state|"))
                    .startsWith("1|1|")
                    .endsWith("{\"camera\":\"door\",\"online\":true,\"people\":3,\"without_mask\":1,"
                            + "\"wearing_rate\":0.9123,\"wearing_rate_low\":0.8,\"wearing_rate_high\":0.95}");
            assertThat(later.await("Hof/Süd")).contains("|maskwatch/camera/hof_s_d_", "\"online\":false");
        }
        broker.listen("maskwatch/status").await("|offline");
    }

    @Test
    void theBrokerSaysOfflineWhenTheConnectionBreaks() throws Exception {
        try (MqttChannel channel = channel()) {
            Mosquitto.Heard status = broker.listen("maskwatch/status");
            status.await("|online");
            // A second client of the same name: the broker drops the first without leave, and publishes its will.
            try (MqttChannel usurper = channel()) {
                status.await("|offline");
                deliver(usurper, List.of(Alarms.number(1)));
            }
            deliver(channel, List.of(Alarms.number(2)));
        }
    }

    @Test
    void homeAssistantIsToldOfEachCamera() throws Exception {
        try (MqttChannel channel = channel()) {
            channel.publish(CameraState.offline(Alarms.DOOR));
            broker.listen("maskwatch/status").await("|online");
            Mosquitto.Heard later = broker.listen("homeassistant/#");
            later.await("homeassistant/event/maskwatch/alarm/config");
            assertThat(later.await("homeassistant/binary_sensor/maskwatch_door/without_mask/config"))
                    .startsWith("1|1|")
                    .contains("\"unique_id\":\"maskwatch_door_without_mask\"", "\"topic\":\"maskwatch/status\"");
            later.await("homeassistant/sensor/maskwatch_door/people/config");
            later.await("homeassistant/sensor/maskwatch_door/wearing_rate/config");
            later.await("homeassistant/binary_sensor/maskwatch_door/online/config");
            later.await("homeassistant/event/maskwatch_door/alarm/config");
            later.await("\"name\":\"Hof/Süd\"");
        }
    }

    /** Publishes until the broker has it all, and leaves; what is retained stays. */
    private void leave(MqttConfig config, CameraId... cameras) throws Exception {
        Mosquitto.Heard all = broker.listen("#");
        try (MqttChannel channel = MqttChannel.open(config, List.of(cameras), new Random(1))) {
            channel.publish(CameraState.offline(cameras[0]));
            for (CameraId camera : cameras) {
                all.await("|" + new Topics(config.topic()).state(camera) + "|");
                all.await("\"name\":\"" + camera.name() + "\"");
            }
        }
    }

    private MqttConfig under(String topic) {
        MqttConfig config = config(broker, Mosquitto.USER, PASSWORD, false, null);
        return new MqttConfig(
                config.name(),
                config.host(),
                config.port(),
                false,
                null,
                version(),
                "another-" + topic,
                config.user(),
                config.password(),
                topic,
                config.discovery(),
                config.timeout());
    }

    /** Whoever comes now is told of the door and of the neighbours, but of no yard. */
    private void assertNoYardIsLeft() throws Exception {
        Mosquitto.Heard now = broker.listen("#");
        now.await("|maskwatch/camera/door/state|");
        now.await("homeassistant/event/maskwatch_door/alarm/config");
        now.await("|maskwatch_2/camera/yard/state|");
        now.await("homeassistant/sensor/maskwatch_2_yard/people/config");
        assertThat(now.lines())
                .noneSatisfy(line -> assertThat(line).contains("Hof/Süd"))
                .noneSatisfy(line -> assertThat(line).contains("hof_s_d"));
    }

    @Test
    void whatIsRetainedOfACameraThatIsNoMoreIsTakenBack() throws Exception {
        MqttConfig own = config(broker, Mosquitto.USER, PASSWORD, false, null);
        leave(under("maskwatch_2"), new CameraId("yard"));
        leave(own, Alarms.DOOR, YARD);
        String state = new Topics("maskwatch").state(YARD);
        Mosquitto.Heard yard = broker.listen(state);
        yard.await("\"online\":false");
        try (LogLines log = new LogLines();
                MqttChannel channel = MqttChannel.open(own, List.of(Alarms.DOOR), new Random(1))) {
            yard.awaitEmpty(state);
            assertNoYardIsLeft();
            assertThat(log.lines().stream().filter(line -> line.contains("takes back")))
                    .as("one line")
                    .hasSize(1);
            // A second client of the same name takes the connection away; when it is back, it looks again.
            Mosquitto.Heard again = broker.listen(state);
            leave(own, Alarms.DOOR, YARD);
            again.await("\"online\":false");
            again.awaitEmpty(state);
            assertNoYardIsLeft();
            assertThat(channel.name()).isEqualTo("mqtt");
        }
    }

    @Test
    void everythingIsThereAgainAfterTheBrokersRestart() throws Exception {
        try (LogLines log = new LogLines();
                MqttChannel channel = channel()) {
            channel.publish(new CameraState(Alarms.DOOR, true, 3, 1, null));
            broker.listen("maskwatch/#").await("\"people\":3");
            broker.stop();
            log.await("; trying again");
            channel.publish(new CameraState(Alarms.DOOR, true, 4, 0, null));
            channel.publish(new CameraState(Alarms.DOOR, true, 5, 0, null));
            broker.start();
            Mosquitto.Heard all = broker.listen("#");
            all.await("\"people\":5");
            all.await("homeassistant/sensor/maskwatch_door/people/config");
            all.await("|maskwatch/status|");
            assertThat(all.lines()).noneSatisfy(line -> assertThat(line).contains("\"people\":4"));
            assertThat(log.lines().stream().filter(line -> line.contains("connected to")))
                    .hasSize(2);
        }
    }

    @Test
    void aWrongPasswordIsOneClearLineWithoutIt() throws Exception {
        try (LogLines log = new LogLines();
                MqttChannel channel = open(config(broker, Mosquitto.USER, "not-" + PASSWORD, false, null))) {
            String line = log.await("wrong user name or password");
            assertThat(line)
                    .isEqualTo("alarm channel mqtt: broker localhost:" + broker.port()
                            + " refuses user maskwatch: wrong user name or password, or no permission; trying again");
            assertThatThrownBy(() -> channel.deliver(List.of(Alarms.number(1))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("refuses user maskwatch")
                    .hasMessageNotContaining(PASSWORD);
            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void aBrokerThatWantsAUserSaysSo() throws Exception {
        try (LogLines log = new LogLines();
                MqttChannel channel = open(config(broker, null, "", false, null))) {
            assertThat(log.await("wants a user name")).contains(channel.name());
        }
    }

    @Test
    void encryptsAndKnowsWhomToTrust() throws Exception {
        Certificates own = Certificates.create(folder, "dns:localhost");
        try (Mosquitto encrypted = Mosquitto.start(Files.createDirectory(folder.resolve("tls")), own)) {
            MqttConfig trusting = config(encrypted, Mosquitto.USER, PASSWORD, true, own.certificate());
            Mosquitto.Heard heard = encrypted.listen("maskwatch/alarm/#");
            try (MqttChannel channel = open(trusting)) {
                deliver(channel, List.of(Alarms.number(1)));
                heard.await(Alarms.number(1).id().toString());
            }
            refused(config(encrypted, Mosquitto.USER, PASSWORD, true, null));
        }
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws Exception {
        Certificates other = Certificates.create(folder, "dns:elsewhere.example,dns:localhost.example");
        try (Mosquitto encrypted = Mosquitto.start(Files.createDirectory(folder.resolve("other")), other)) {
            refused(config(encrypted, Mosquitto.USER, PASSWORD, true, other.certificate()));
        }
    }

    private static void refused(MqttConfig config) throws Exception {
        try (LogLines log = new LogLines();
                MqttChannel channel = open(config)) {
            assertThat(log.await("no secure connection")).contains(channel.name());
        }
    }
}
