package io.github.maskwatch.alarm.mail;

import io.github.maskwatch.monitor.config.Secret;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which server mails go, from whom and to whom.
 *
 * @param name of the channel
 * @param host of the mail server
 * @param port 1–65535; usually 587 with {@link Security#STARTTLS}, 465 with {@link Security#TLS}
 * @param trusted certificates in PEM to trust instead of those that Java knows; null: those
 * @param user null: the server wants none
 * @param password null where there is no user
 * @param from an address
 * @param to addresses, at least one
 * @param subjectPrefix before each subject, such as "[Maskwatch]"; may be empty
 * @param rest between two mails; alarms of that time go into one
 * @param alarmsPerMail at most so many go into one
 * @param timeout for connecting, and for each answer
 */
public record MailConfig(
        String name,
        String host,
        int port,
        Security security,
        @Nullable Path trusted,
        @Nullable String user,
        @Nullable Secret password,
        String from,
        List<String> to,
        String subjectPrefix,
        Duration rest,
        int alarmsPerMail,
        Duration timeout) {

    /** How the way to the server is encrypted. */
    public enum Security {
        /** From the first byte. */
        TLS,
        /** After a greeting in the open; a server that cannot is refused. */
        STARTTLS,
        /** Not at all: for a server on this machine. */
        NONE
    }

    public MailConfig {
        to = List.copyOf(to);
        if (name.isBlank() || host.isBlank()) {
            throw new IllegalArgumentException("name and host of a mail channel must not be blank");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be in 1..65535, got " + port);
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("user and password belong together; give both or neither");
        }
        if (security == Security.NONE && password != null && !thisMachine(host)) {
            throw new IllegalArgumentException(
                    "a password must not travel in the open; use starttls or tls for mail server " + host);
        }
        if (to.isEmpty()) {
            throw new IllegalArgumentException("to must name at least one address, got none");
        }
        MailAddress.of("from", from);
        to.forEach(each -> MailAddress.of("to", each));
        if (alarmsPerMail < 1) {
            throw new IllegalArgumentException("alarmsPerMail must be at least 1, got " + alarmsPerMail);
        }
        if (rest.isNegative() || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "rest must be at least 0 and timeout above 0, got " + rest + " and " + timeout);
        }
    }

    /** Port 587 with STARTTLS, a mail a minute at most, of at most 100 alarms. */
    public static MailConfig of(
            String name, String host, @Nullable String user, @Nullable Secret password, String from, List<String> to) {
        return new MailConfig(
                name,
                host,
                587,
                Security.STARTTLS,
                null,
                user,
                password,
                from,
                to,
                "[Maskwatch]",
                Duration.ofMinutes(1),
                100,
                Duration.ofSeconds(15));
    }

    private static boolean thisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals(InetAddress.getLoopbackAddress().getHostAddress())
                || host.equals("::1");
    }
}
