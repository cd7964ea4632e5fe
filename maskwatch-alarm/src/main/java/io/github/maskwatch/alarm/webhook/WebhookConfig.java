package io.github.maskwatch.alarm.webhook;

import io.github.maskwatch.monitor.config.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where alarms are posted to.
 *
 * @param name of the channel
 * @param address https; http only with {@code plainHttp}. It is never logged whole: its path may be a secret
 * @param signingKey of the signature, at least {@value #SHORTEST_KEY} characters
 * @param token sent as {@code Authorization: Bearer}; null: none
 * @param trusted certificates in PEM to trust instead of those that Java knows; null: those
 * @param timeout for connecting, and for the answer
 * @param plainHttp whether http is allowed; even then only to this machine and private networks
 */
public record WebhookConfig(
        String name,
        URI address,
        Secret signingKey,
        @Nullable Secret token,
        @Nullable Path trusted,
        Duration timeout,
        boolean plainHttp) {
    static final int SHORTEST_KEY = 16;
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    public WebhookConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a webhook's name must not be blank");
        }
        checkAddress(name, address, plainHttp);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be above 0, got " + timeout);
        }
    }

    /** Over https, with the usual timeout. */
    public static WebhookConfig of(String name, URI address, Secret signingKey) {
        return new WebhookConfig(name, address, signingKey, null, null, USUAL_TIMEOUT, false);
    }

    private static void checkAddress(String name, URI address, boolean plainHttp) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of webhook " + name
                    + " must be like https://host/path, without a user, password or fragment");
        }
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException(
                    "the address of webhook " + name + " must begin with https://, got " + scheme + "://");
        }
        if (scheme.equals("http") && !plainHttp) {
            throw new IllegalArgumentException("the address of webhook " + name
                    + " must begin with https://; for http:// in a private network allow plain HTTP");
        }
    }

    boolean encrypted() {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** Its own, or that of the scheme. */
    int port() {
        int own = address.getPort();
        return own >= 0 ? own : encrypted() ? 443 : 80;
    }

    /** What of the address may be told: without path and query. */
    String place() {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }
}
