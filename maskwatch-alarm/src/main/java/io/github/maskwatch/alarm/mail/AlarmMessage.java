package io.github.maskwatch.alarm.mail;

import io.github.maskwatch.event.AlarmRaised;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;

/** A mail in plain text whose name comes from its alarms. */
final class AlarmMessage extends MimeMessage {
    private final String name;

    AlarmMessage(Session session, MailConfig config, List<AlarmRaised> alarms, Clock clock) throws MessagingException {
        super(session);
        InternetAddress sender = MailAddress.of("from", config.from());
        name = MailText.messageId(alarms, MailAddress.domain(sender));
        setFrom(sender);
        for (String each : config.to()) {
            addRecipient(Message.RecipientType.TO, MailAddress.of("to", each));
        }
        setSubject(MailText.subject(config.subjectPrefix(), alarms), StandardCharsets.UTF_8.name());
        setText(MailText.body(alarms, clock.getZone()), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(clock.instant()));
        // RFC 3834: no "I am on holiday" in answer.
        setHeader("Auto-Submitted", "auto-generated");
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", name);
    }
}
