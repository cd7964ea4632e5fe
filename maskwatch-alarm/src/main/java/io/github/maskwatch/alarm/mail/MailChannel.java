package io.github.maskwatch.alarm.mail;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.TrustedCertificates;
import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.monitor.config.Secret;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * Sends alarms as mails in plain text: one for one alarm, one for all that have gathered. Its name ({@code Message-ID}) comes from the alarms' ids. Answers
 * of 4xx and broken connections are tried again, 5xx not. A mail that the server takes for some of its receivers counts as sent. One
 * thread at a time.
 */
public final class MailChannel implements AlarmChannel {
    private static final Logger LOG = System.getLogger(MailChannel.class.getName());

    private final MailConfig config;
    private final Clock clock;
    private final Session session;

    private MailChannel(MailConfig config, Clock clock, Session session) {
        this.config = config;
        this.clock = clock;
        this.session = session;
    }

    /**
     * @param clock of the mails' dates; its zone is the one that times are told in
     * @throws IOException if the trusted certificates cannot be read; one line that says so
     */
    public static MailChannel open(MailConfig config, Clock clock) throws IOException {
        return new MailChannel(config, clock, Session.getInstance(properties(config)));
    }

    /**
     * Connects, greets, takes the encryption that is configured, logs in and takes leave. No mail is sent.
     *
     * @throws IOException if the server does not let it; one line without a secret
     */
    public static void probe(MailConfig config) throws IOException {
        try (Transport transport = Session.getInstance(properties(config)).getTransport("smtp")) {
            connect(transport, config);
        } catch (MessagingException e) {
            throw new SmtpComplaints(config).of(e);
        }
    }

    private static void connect(Transport transport, MailConfig config) throws MessagingException {
        Secret password = config.password();
        transport.connect(config.host(), config.port(), config.user(), password == null ? null : password.reveal());
    }

    private static Properties properties(MailConfig config) throws IOException {
        String millis = Long.toString(config.timeout().toMillis());
        Properties set = new Properties();
        set.put("mail.transport.protocol", "smtp");
        set.put("mail.smtp.connectiontimeout", millis);
        set.put("mail.smtp.timeout", millis);
        set.put("mail.smtp.writetimeout", millis);
        // One address that is no more must not keep the mail from the others.
        set.put("mail.smtp.sendpartial", "true");
        set.put("mail.smtp.auth", Boolean.toString(config.user() != null));
        set.put("mail.smtp.ssl.checkserveridentity", "true");
        set.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        set.put(
                "mail.smtp.ssl.socketFactory",
                TrustedCertificates.of(config.trusted()).context().getSocketFactory());
        switch (config.security()) {
            case TLS -> set.put("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                set.put("mail.smtp.starttls.enable", "true");
                set.put("mail.smtp.starttls.required", "true");
            }
            case NONE -> {}
        }
        return set;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public int most() {
        return config.alarmsPerMail();
    }

    @Override
    public Duration rest() {
        return config.rest();
    }

    @Override
    public void deliver(List<AlarmRaised> alarms) throws IOException {
        SmtpComplaints complaints = new SmtpComplaints(config);
        try {
            AlarmMessage message = new AlarmMessage(session, config, alarms, clock);
            try (Transport transport = session.getTransport("smtp")) {
                connect(transport, config);
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException e) {
            String some = complaints.taken(e);
            if (some.isEmpty()) {
                throw complaints.of(e);
            }
            LOG.log(Level.WARNING, "alarm channel {0}: {1}", config.name(), some);
        }
    }

    /** Nothing: each mail has its own connection. */
    @Override
    public void close() {}
}
