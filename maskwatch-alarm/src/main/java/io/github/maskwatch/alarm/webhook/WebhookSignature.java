package io.github.maskwatch.alarm.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who a request comes from and when it was sent: {@code t=SECONDS,v1=HEX}, where HEX is HMAC-SHA256 (RFC 2104) of {@code SECONDS.BODY} in UTF-8. The time is
 * signed, too, so that a request that somebody has overheard is of no use later. The scheme is that of Stripe's webhooks.
 */
public final class WebhookSignature {
    /** The header that carries it. */
    public static final String HEADER = "Maskwatch-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private WebhookSignature() {}

    /** The header's value. */
    public static String sign(String body, Instant time, String key) {
        return "t=" + time.getEpochSecond() + ",v1=" + mac(body, time.getEpochSecond(), key);
    }

    /**
     * Whether a request comes from whoever has the key and is recent: the check for a receiver.
     *
     * @param header of {@link #HEADER}
     * @param tolerance how far its time may lie from now, such as five minutes
     */
    public static boolean verify(String header, String body, String key, Instant now, Duration tolerance) {
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            return false;
        }
        long seconds = Long.parseLong(form.group(1));
        if (Math.abs(now.getEpochSecond() - seconds) > tolerance.toSeconds()) {
            return false;
        }
        byte[] wanted = mac(body, seconds, key).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(wanted, form.group(2).getBytes(StandardCharsets.US_ASCII));
    }

    private static String mac(String body, long seconds, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidKeyException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java must know " + ALGORITHM, e);
        }
    }
}
