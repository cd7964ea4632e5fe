package io.github.maskwatch.alarm.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.AlarmChannelContract;
import io.github.maskwatch.alarm.Alarms;
import io.github.maskwatch.alarm.Certificates;
import io.github.maskwatch.alarm.LogLines;
import io.github.maskwatch.alarm.UndeliverableException;
import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.monitor.config.Secret;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailChannelTest extends AlarmChannelContract {
    private static final Clock CLOCK = Clock.fixed(Alarms.TIME, ZoneId.of("Europe/Berlin"));
    private static final String FROM = "maskwatch@clinic.example";
    private static final List<String> TO = List.of("nurse@clinic.example", "guard@clinic.example");

    private GreenMail server;
    private int port;

    @BeforeEach
    void open() throws UserException {
        server = started(0);
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void closeServer() {
        server.stop();
    }

    @Override
    protected void startReceiver() throws UserException {
        server = started(port);
    }

    private static GreenMail started(int port) throws UserException {
        GreenMail started = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        started.start();
        started.getUserManager().createUser("maskwatch@clinic.example", "maskwatch", PASSWORD);
        return started;
    }

    @Override
    protected void stopReceiver() {
        server.stop();
    }

    private static MailConfig config(
            String host, int port, MailConfig.Security security, @Nullable Path trusted, String password) {
        return new MailConfig(
                "mail",
                host,
                port,
                security,
                trusted,
                "maskwatch",
                new Secret(password),
                FROM,
                TO,
                "[Maskwatch]",
                Duration.ofMinutes(1),
                100,
                Duration.ofSeconds(20));
    }

    private MailChannel channel(String password) throws IOException {
        return MailChannel.open(config("127.0.0.1", port, MailConfig.Security.NONE, null, password), CLOCK);
    }

    @Override
    protected AlarmChannel channel() throws IOException {
        return channel(PASSWORD);
    }

    @Test
    void aProbeLogsInAndSendsNothing() throws Exception {
        MailChannel.probe(config("127.0.0.1", port, MailConfig.Security.NONE, null, PASSWORD));

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThatIOException()
                .isThrownBy(() ->
                        MailChannel.probe(config("127.0.0.1", port, MailConfig.Security.NONE, null, "not-" + PASSWORD)))
                .withMessageContaining("wrong user name or password")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(PASSWORD));
        server.stop();
        assertThatIOException()
                .isThrownBy(
                        () -> MailChannel.probe(config("127.0.0.1", port, MailConfig.Security.NONE, null, PASSWORD)))
                .withMessageContaining("takes no connection");
    }

    /** Each mail reaches both receivers; the first's are looked at. */
    @Override
    protected List<String> received() throws Exception {
        List<String> received = new ArrayList<>();
        for (MimeMessage each : messages()) {
            received.add(each.getMessageID() + each.getContent());
        }
        return received;
    }

    private List<MimeMessage> messages() throws FolderException {
        GreenMailUser user = server.getUserManager().getUserByEmail(TO.get(0));
        return user == null
                ? List.of()
                : server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                        .map(StoredMessage::getMimeMessage)
                        .toList();
    }

    @Test
    void oneAlarmIsOneMailToEverybody() throws Exception {
        try (MailChannel channel = channel(PASSWORD)) {
            channel.deliver(List.of(Alarms.number(1)));
        }
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage mail = messages().get(0);
        assertThat(mail.getSubject()).isEqualTo("[Maskwatch] door: Somebody without mask at the door, alarm 1");
        assertThat(mail.getMessageID()).isEqualTo("<" + Alarms.number(1).id() + "@clinic.example>");
        assertThat(Arrays.stream(mail.getRecipients(Message.RecipientType.TO)).map(Object::toString))
                .containsExactlyElementsOf(TO);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("""
                        Somebody without mask at the door, alarm 1
                          Time    2026-11-25 09:30:00 CET
                          Camera  door
                          Zone    hatch
                          State   without mask
                          Rule    bare-face
                          Id      %s

                        Sent by Maskwatch. An id that you have seen before is the same alarm once more.""".formatted(Alarms.number(1).id()));
    }

    @Test
    void manyThatWaitAreOneMail() throws Exception {
        List<AlarmRaised> many =
                IntStream.rangeClosed(1, 100).mapToObj(Alarms::number).toList();
        try (MailChannel channel = channel(PASSWORD)) {
            assertThat(channel.most()).isEqualTo(100);
            assertThat(channel.rest()).isEqualTo(Duration.ofMinutes(1));
            channel.deliver(many);
            channel.deliver(many);
        }
        List<MimeMessage> mails = messages();
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).getSubject()).isEqualTo("[Maskwatch] 100 alarms: door");
        assertThat(mails.get(0).getMessageID())
                .startsWith("<digest-")
                .isEqualTo(mails.get(1).getMessageID());
        assertThat(mails.get(0).getContent().toString())
                .startsWith("100 alarms")
                .contains(many.stream().map(each -> each.id().toString()).toList());
    }

    @Test
    void subjectsAreTidy() {
        AlarmRaised alarm = Alarms.number(1);
        AlarmRaised nasty = new AlarmRaised(
                alarm.id(),
                alarm.time(),
                null,
                "r",
                null,
                null,
                null,
                "Tür\r\nBcc: everybody@example.org " + "ä".repeat(200));
        assertThat(MailText.subject("", List.of(nasty)))
                .startsWith("Tür Bcc: everybody@example.org ä")
                .endsWith("ä…")
                .hasSize(100);
    }

    @Test
    void aWrongPasswordIsOneClearLineWithoutIt() throws Exception {
        try (MailChannel channel = channel("not-" + PASSWORD)) {
            assertThatThrownBy(() -> channel.deliver(List.of(Alarms.number(1))))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(UndeliverableException.class)
                    .hasMessage(
                            "mail server 127.0.0.1:" + port + " refuses user maskwatch: wrong user name or password");
        }
    }

    @Test
    void encryptsFromTheFirstByteOrAfterAGreetingAndKnowsWhomToTrust(@TempDir Path folder) throws Exception {
        Certificates own = Certificates.create(folder, "dns:localhost");
        System.setProperty("greenmail.tls.keystore.file", own.store().toString());
        System.setProperty("greenmail.tls.keystore.password", Certificates.STORE_PASSWORD);
        GreenMail encrypted = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
        encrypted.start();
        try {
            encrypted.getUserManager().createUser(FROM, "maskwatch", PASSWORD);
            int tls = encrypted.getSmtps().getPort();
            send("localhost", tls, MailConfig.Security.TLS, own.certificate());
            assertThat(encrypted.getReceivedMessages()).hasSize(2);
            assertThatThrownBy(() -> send("localhost", tls, MailConfig.Security.TLS, null))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no secure connection to mail server localhost:" + tls);
            assertThatThrownBy(() -> send("127.0.0.1", tls, MailConfig.Security.TLS, own.certificate()))
                    .as("the certificate is of localhost")
                    .isInstanceOf(IOException.class);
        } finally {
            encrypted.stop();
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
        }
    }

    private static void send(String host, int port, MailConfig.Security security, @Nullable Path trusted)
            throws Exception {
        try (MailChannel channel = MailChannel.open(config(host, port, security, trusted, PASSWORD), CLOCK)) {
            channel.deliver(List.of(Alarms.number(1)));
        }
    }

    @Test
    void startTlsEncryptsBeforeThePassword(@TempDir Path folder) throws Exception {
        Certificates own = Certificates.create(folder, "dns:localhost");
        try (SmtpScript script = new SmtpScript(own.serverContext(), List.of())) {
            send("localhost", script.port(), MailConfig.Security.STARTTLS, own.certificate());
            assertThat(script.heard()).startsWith("EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "RCPT", "DATA");
        }
    }

    @Test
    void withoutStartTlsNothingIsSaid() throws Exception {
        try (SmtpScript script = new SmtpScript(null, List.of())) {
            assertThatThrownBy(() -> send("localhost", script.port(), MailConfig.Security.STARTTLS, null))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(UndeliverableException.class);
            assertThat(script.heard()).doesNotContain("AUTH", "MAIL");
        }
    }

    private static void sendTo(SmtpScript script) throws Exception {
        send("localhost", script.port(), MailConfig.Security.NONE, null);
    }

    @Test
    void passingTroubleIsTriedAgain() throws Exception {
        for (String trouble : List.of("MAIL 451 try later", "RCPT 450 greylisted", "DATA 452 disk full", ". 421 bye")) {
            try (SmtpScript script = new SmtpScript(null, List.of(trouble))) {
                assertThatThrownBy(() -> sendTo(script))
                        .as(trouble)
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(UndeliverableException.class)
                        .hasMessageContaining("does not take the mail now")
                        .hasMessageContaining(trouble.substring(trouble.indexOf(' ') + 1))
                        .hasMessageNotContaining(PASSWORD);
            }
        }
    }

    @Test
    void aRefusalIsForGood() throws Exception {
        for (String trouble : List.of("MAIL 550 no", "RCPT 550 nobody here", "DATA 554 no", ". 552 too large")) {
            try (SmtpScript script = new SmtpScript(null, List.of(trouble))) {
                assertThatThrownBy(() -> sendTo(script))
                        .as(trouble)
                        .isInstanceOf(UndeliverableException.class)
                        .hasMessageContaining(trouble.substring(trouble.indexOf(' ') + 1));
            }
        }
    }

    @Test
    void oneReceiverWhoIsNoMoreKeepsItFromNobody() throws Exception {
        try (LogLines log = new LogLines();
                SmtpScript script = new SmtpScript(null, List.of("RCPT TO:<nurse 550 nobody here"))) {
            sendTo(script);
            assertThat(script.heard()).contains("DATA");
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .endsWith("takes no mail for nurse@clinic.example; the others have it");
        }
    }

    @Test
    void aSilentServerIsNotWaitedForLong() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MailConfig usual = config("127.0.0.1", silent.getLocalPort(), MailConfig.Security.NONE, null, PASSWORD);
            MailConfig hasty = new MailConfig(
                    usual.name(),
                    usual.host(),
                    usual.port(),
                    usual.security(),
                    null,
                    usual.user(),
                    usual.password(),
                    FROM,
                    TO,
                    "",
                    Duration.ZERO,
                    1,
                    Duration.ofMillis(300));
            try (MailChannel channel = MailChannel.open(hasty, CLOCK)) {
                assertThatThrownBy(() -> channel.deliver(List.of(Alarms.number(1))))
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(UndeliverableException.class);
            }
        }
    }

    @Test
    void configurationsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("mail.example", 25, MailConfig.Security.NONE, null, PASSWORD))
                .withMessageContaining("must not travel in the open")
                .withMessageNotContaining(PASSWORD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailConfig.of("mail", "mail.example", null, null, "nobody", TO))
                .withMessage("from must be a mail address, got \"nobody\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailConfig.of("mail", "mail.example", null, null, FROM, List.of()))
                .withMessageContaining("at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailConfig.of("mail", "mail.example", "user", null, FROM, TO))
                .withMessageContaining("belong together");
        assertThat(MailConfig.of("mail", "mail.example", "user", new Secret(PASSWORD), FROM, TO)
                        .toString())
                .doesNotContain(PASSWORD);
    }
}
