package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.Secret;
import io.github.maskwatch.alarm.mail.MailConfig;
import io.github.maskwatch.alarm.mqtt.MqttConfig;
import io.github.maskwatch.alarm.webhook.WebhookConfig;
import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Type;
import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.monitor.config.Variants;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The channels by which alarms are told, in YAML. */
final class ChannelShapes {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    private ChannelShapes() {}

    /** A channel of any kind. */
    static Type<ChannelSettings> channel() {
        Map<String, Shape<ChannelSettings>> kinds = new LinkedHashMap<>();
        kinds.put("webhook", new WebhookShape());
        kinds.put("mqtt", new MqttShape());
        kinds.put("mail", new MailShape());
        return new Variants<>("channel", "kind", kinds);
    }

    private static @Nullable Secret secret(io.github.maskwatch.monitor.config.@Nullable Secret value) {
        return value == null ? null : Secret.of(value.reveal());
    }

    private static final class WebhookShape extends Shape<ChannelSettings> {
        private final Key<String> name = required("name", Types.NAME, "What rules call it.");
        private final Key<URI> url = required("url", Types.ADDRESS, "Where alarms are posted to, `https://…`.");
        private final Key<io.github.maskwatch.monitor.config.Secret> key = required(
                "signing_key",
                Types.SECRET,
                "By which the receiver sees that it is from here, at least 16 characters.");
        private final Key<io.github.maskwatch.monitor.config.Secret> token =
                optional("token", Types.SECRET, "Sent as `Authorization: Bearer`.");
        private final Key<Path> trusted =
                optional("trusted", Types.PATH, "Certificates in PEM to trust instead of those that Java knows.");
        private final Key<Duration> timeout = withDefault(
                "timeout", Types.DURATION, WebhookConfig.USUAL_TIMEOUT, "For connecting, and for the answer.");
        private final Key<Boolean> plainHttp = withDefault(
                "plain_http",
                Types.BOOLEAN,
                false,
                "Whether `http://` is allowed, to this machine and private networks.");

        WebhookShape() {
            super("webhook");
        }

        @Override
        protected ChannelSettings build(Section section) throws ConfigurationException {
            WebhookConfig config = new WebhookConfig(
                    section.value(name),
                    section.value(url),
                    Secret.of(section.value(key).reveal()),
                    secret(section.orNull(token)),
                    section.orNull(trusted),
                    section.value(timeout),
                    section.value(plainHttp));
            return new WebhookSettings(config);
        }
    }

    private static final class MqttShape extends Shape<ChannelSettings> {
        private final Key<String> name = required("name", Types.NAME, "What rules call it.");
        private final Key<String> host = required("host", Types.LINE, "The broker.");
        private final Key<Integer> port =
                optional("port", Types.integer(1, 65_535), "Of the broker; none: 1883, with TLS 8883.");
        private final Key<Boolean> tls = withDefault("tls", Types.BOOLEAN, false, "Whether the way is encrypted.");
        private final Key<Path> trusted =
                optional("trusted", Types.PATH, "Certificates in PEM to trust instead of those that Java knows.");
        private final Key<MqttConfig.Version> version = withDefault(
                "version",
                Types.oneOf(MqttConfig.Version.class, v -> v == MqttConfig.Version.V5 ? "5" : "3.1.1"),
                MqttConfig.Version.V5,
                "Of the protocol.");
        private final Key<String> client = withDefault(
                "client",
                Types.NAME,
                "maskwatch",
                "By which the broker knows this connection; no two may have the same.");
        private final Key<String> user = optional("user", Types.LINE, "Where the broker wants one.");
        private final Key<io.github.maskwatch.monitor.config.Secret> password =
                optional("password", Types.SECRET, "Of that user.");
        private final Key<String> topic =
                withDefault("topic", Types.LINE, "maskwatch", "Under which everything is published.");
        private final Key<Boolean> discovery =
                withDefault("home_assistant", Types.BOOLEAN, true, "Whether Home Assistant is told what there is.");
        private final Key<String> discoveryTopic = withDefault(
                "discovery_topic", Types.LINE, MqttConfig.HOME_ASSISTANT, "Where Home Assistant looks for it.");
        private final Key<Duration> timeout =
                withDefault("timeout", Types.DURATION, USUAL_TIMEOUT, "For connecting, and for the broker's receipt.");

        MqttShape() {
            super("mqtt");
        }

        @Override
        protected ChannelSettings build(Section section) throws ConfigurationException {
            boolean encrypted = section.value(tls);
            Integer wanted = section.orNull(port);
            MqttConfig config = new MqttConfig(
                    section.value(name),
                    section.value(host),
                    wanted != null ? wanted : encrypted ? 8883 : 1883,
                    encrypted,
                    section.orNull(trusted),
                    section.value(version),
                    section.value(client),
                    section.orNull(user),
                    secret(section.orNull(password)),
                    section.value(topic),
                    section.value(discovery) ? section.value(discoveryTopic) : null,
                    section.value(timeout));
            return new MqttSettings(config);
        }
    }

    private static final class MailShape extends Shape<ChannelSettings> {
        private static final int STARTTLS_PORT = 587;
        private static final int TLS_PORT = 465;
        private static final int OPEN_PORT = 25;

        private final Key<String> name = required("name", Types.NAME, "What rules call it.");
        private final Key<String> host = required("host", Types.LINE, "The mail server.");
        private final Key<Integer> port = optional(
                "port", Types.integer(1, 65_535), "Of the server; none: 587 with starttls, 465 with tls, else 25.");
        private final Key<MailConfig.Security> security = withDefault(
                "security",
                Types.oneOf(MailConfig.Security.class, s -> s.name().toLowerCase(Locale.ROOT)),
                MailConfig.Security.STARTTLS,
                "How the way to the server is encrypted.");
        private final Key<Path> trusted =
                optional("trusted", Types.PATH, "Certificates in PEM to trust instead of those that Java knows.");
        private final Key<String> user = optional("user", Types.LINE, "Where the server wants one.");
        private final Key<io.github.maskwatch.monitor.config.Secret> password =
                optional("password", Types.SECRET, "Of that user.");
        private final Key<String> from = required("from", Types.LINE, "The sender's address.");
        private final Key<List<String>> to = required("to", Types.oneOrMore(Types.LINE), "Who gets the mails.");
        private final Key<String> subject =
                withDefault("subject_prefix", Types.LINE, "[Maskwatch]", "Before each subject.");
        private final Key<Duration> rest = withDefault(
                "rest", Types.DURATION, Duration.ofMinutes(1), "Between two mails; alarms of that time go into one.");
        private final Key<Integer> most =
                withDefault("alarms_per_mail", Types.integer(1, 10_000), 100, "At most so many go into one mail.");
        private final Key<Duration> timeout =
                withDefault("timeout", Types.DURATION, Duration.ofSeconds(15), "For connecting, and for each answer.");

        MailShape() {
            super("mail");
        }

        @Override
        protected ChannelSettings build(Section section) throws ConfigurationException {
            MailConfig.Security how = section.value(security);
            Integer wanted = section.orNull(port);
            MailConfig config = new MailConfig(
                    section.value(name),
                    section.value(host),
                    wanted == null ? standardPort(how) : wanted,
                    how,
                    section.orNull(trusted),
                    section.orNull(user),
                    secret(section.orNull(password)),
                    section.value(from),
                    section.value(to),
                    section.value(subject),
                    section.value(rest),
                    section.value(most),
                    section.value(timeout));
            return new MailSettings(config);
        }

        private static int standardPort(MailConfig.Security security) {
            return switch (security) {
                case STARTTLS -> STARTTLS_PORT;
                case TLS -> TLS_PORT;
                case NONE -> OPEN_PORT;
            };
        }
    }
}
