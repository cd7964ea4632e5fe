package io.github.maskwatch.alarm.mail;

import io.github.maskwatch.alarm.UndeliverableException;
import io.github.maskwatch.message.OneLine;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** What went wrong with a mail, as one line, and whether to try again. */
final class SmtpComplaints {
    private static final int PERMANENT = 500;

    private final MailConfig config;
    private final String server;

    SmtpComplaints(MailConfig config) {
        this.config = config;
        server = "mail server " + config.host() + ":" + config.port();
    }

    /** Whom the server refused though it took the mail for others; empty: it took it for nobody. */
    String taken(MessagingException e) {
        if (!(e instanceof SendFailedException failed)
                || addresses(failed.getValidSentAddresses()).isEmpty()) {
            return "";
        }
        String refused = Stream.of(failed.getInvalidAddresses(), failed.getValidUnsentAddresses())
                .flatMap(each -> addresses(each).stream())
                .map(Address::toString)
                .collect(Collectors.joining(", "));
        return server + " takes no mail for " + refused + "; the others have it";
    }

    private static List<Address> addresses(Address[] some) {
        return some == null ? List.of() : List.of(some);
    }

    IOException of(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            // Tried again: whoever mends the password wants the alarms that waited.
            return new IOException(server + " refuses user " + config.user() + ": wrong user name or password", e);
        }
        int code = permanence(e);
        if (code >= PERMANENT) {
            return new UndeliverableException(server + " refuses the mail: " + line(e), e);
        }
        return new IOException(code > 0 ? server + " does not take the mail now: " + line(e) : connection(e), e);
    }

    /** The mildest answer in the chain: one receiver who may take it later is worth another try. 0: no answer at all. */
    private static int permanence(MessagingException e) {
        List<Integer> ofReceivers = new ArrayList<>();
        int whole = 0;
        for (Throwable t = e; t != null; t = t instanceof MessagingException m ? m.getNextException() : null) {
            if (t instanceof SMTPAddressFailedException address) {
                ofReceivers.add(address.getReturnCode());
            } else if (t instanceof SMTPSenderFailedException sender) {
                whole = sender.getReturnCode();
            } else if (t instanceof SMTPSendFailedException send) {
                whole = send.getReturnCode();
            }
        }
        return ofReceivers.stream().mapToInt(Integer::intValue).min().orElse(whole);
    }

    private String connection(MessagingException e) {
        if (e instanceof MailConnectException) {
            return server + " takes no connection";
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SSLException) {
                return "no secure connection to " + server + ": " + t.getMessage();
            }
            if (t instanceof UnknownHostException) {
                return "no address is known of " + server;
            }
            if (t instanceof SocketTimeoutException) {
                return server + " does not answer within " + config.timeout().toSeconds() + " s";
            }
        }
        return server + " breaks off: " + line(e);
    }

    /** Innermost: the server's own words. */
    private static String line(MessagingException e) {
        Throwable last = e;
        while (last instanceof MessagingException m && m.getNextException() != null) {
            last = m.getNextException();
        }
        String message = last.getMessage();
        return message == null ? last.getClass().getSimpleName() : OneLine.of(message.strip());
    }
}
