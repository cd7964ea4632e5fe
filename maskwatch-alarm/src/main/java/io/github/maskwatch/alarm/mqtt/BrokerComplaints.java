package io.github.maskwatch.alarm.mqtt;

import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAckReturnCode;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import io.github.maskwatch.message.OneLine;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** What went wrong with a broker, as one line without a secret. */
final class BrokerComplaints {
    private final MqttConfig config;

    BrokerComplaints(MqttConfig config) {
        this.config = config;
    }

    String line(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String line = known(t);
            if (!line.isEmpty()) {
                return line;
            }
        }
        return config.broker() + ": " + OneLine.of(thrown.getMessage());
    }

    /** Empty if it says nothing by itself. */
    private String known(Throwable t) {
        if (t instanceof Mqtt5ConnAckException refused) {
            Mqtt5ConnAckReasonCode code = refused.getMqttMessage().getReasonCode();
            return refused(
                    code.name(),
                    code == Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD
                            || code == Mqtt5ConnAckReasonCode.NOT_AUTHORIZED);
        }
        if (t instanceof Mqtt3ConnAckException refused) {
            Mqtt3ConnAckReturnCode code = refused.getMqttMessage().getReturnCode();
            return refused(
                    code.name(),
                    code == Mqtt3ConnAckReturnCode.BAD_USER_NAME_OR_PASSWORD
                            || code == Mqtt3ConnAckReturnCode.NOT_AUTHORIZED);
        }
        if (t instanceof Mqtt5PubAckException refused) {
            return config.broker() + " takes no message: "
                    + words(refused.getMqttMessage().getReasonCode().name());
        }
        if (t instanceof Mqtt5DisconnectException ended) {
            return config.broker() + " ended the connection: "
                    + words(ended.getMqttMessage().getReasonCode().name());
        }
        return ofConnection(t);
    }

    private String ofConnection(Throwable t) {
        if (t instanceof SSLException) {
            return "no secure connection to " + config.broker() + ": " + OneLine.of(t.getMessage());
        }
        if (t instanceof UnknownHostException) {
            return "no address is known of " + config.broker();
        }
        if (t instanceof ConnectException) {
            return config.broker() + " takes no connection";
        }
        return t instanceof ConnectionClosedException ? config.broker() + " ended the connection" : "";
    }

    private String refused(String code, boolean credentials) {
        if (!credentials) {
            return config.broker() + " refuses the connection: " + words(code);
        }
        return config.broker()
                + (config.user() == null
                        ? " wants a user name and a password"
                        : " refuses user " + config.user() + ": wrong user name or password, or no permission");
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
