package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.message.UserInfo;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A camera or a server in the network: RTSP, MJPEG over HTTP, HLS, or a video file over HTTP. User name and password stand in the
 * address ({@code rtsp://USER:PASSWORD@host/path}); they are never in the {@link #camera} name, in {@link #toString} or in a
 * message. {@code position} is the time since opening. TLS certificates are not checked, as cameras make their own.
 */
public record NetworkStream(URI uri, VideoOptions options) implements VideoSource {
    private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps", "http", "https");

    /** Names under which makers put a password into the path or the query. */
    private static final Pattern SECRET = Pattern.compile(
            "((?:pass|pwd|psw|token|secret|key|auth|sig|user|usr|login)[a-z_]*=)[^&;/?#]*", Pattern.CASE_INSENSITIVE);

    /**
     * Microseconds, as FFmpeg wants them: how much is read to learn what is in it. The frames read for that are shown, too. FFmpeg's
     * {@code nobuffer} would drop them, with the key frame among them, and the first picture would have to wait for the next one:
     * ten seconds and more with some cameras.
     */
    private static final String ANALYSIS = "500000";

    public NetworkStream {
        requireClear(uri.toString());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException(
                    withoutSecrets(uri.toString()) + " is not understood; wanted " + UNDERSTOOD);
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    withoutSecrets(uri.toString()) + " names no host; wanted such as rtsp://192.168.1.20/stream");
        }
    }

    public NetworkStream(URI uri) {
        this(uri, VideoOptions.defaults());
    }

    static NetworkStream parse(String text, VideoOptions options) {
        requireClear(text);
        URI uri;
        try {
            uri = new URI(encoded(text));
        } catch (URISyntaxException e) {
            // Neither the cause nor its message: both hold the password.
            throw new IllegalArgumentException(withoutSecrets(text) + " is not an address: "
                    + e.getReason().toLowerCase(Locale.ROOT));
        }
        return new NetworkStream(uri, options);
    }

    /** Otherwise a piece of a password would pass for the path, and be shown with it. */
    private static void requireClear(String address) {
        if (UserInfo.isDoubtful(address)) {
            throw new IllegalArgumentException("the address " + UserInfo.ADVICE);
        }
    }

    /** Passwords hold any character but a slash, and people paste them as they are: what an address must not have, is percent-encoded. */
    private static String encoded(String text) {
        int start = text.indexOf("://") + 3;
        int slash = text.indexOf('/', start);
        int at = text.lastIndexOf('@', slash < 0 ? text.length() : slash);
        if (at < start) {
            return text.replace(" ", "%20");
        }
        return text.substring(0, start)
                + encodedUserInfo(text.substring(start, at))
                + text.substring(at).replace(" ", "%20");
    }

    private static String encodedUserInfo(String text) {
        // What is encoded already stays; a sign of percent that stands for itself does not.
        String percent = text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
        StringBuilder out = new StringBuilder();
        for (byte b : percent.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~!$&'()*+,;=:%".indexOf(b) >= 0);
            out.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return out.toString();
    }

    static String withoutSecrets(String address) {
        return SECRET.matcher(UserInfo.cut(address)).replaceAll("$1***");
    }

    /** The address without user name and password. */
    @Override
    public CameraId camera() {
        return new CameraId(withoutSecrets(uri.toString()));
    }

    @Override
    public boolean live() {
        return true;
    }

    /**
     * @throws SourceUnavailableException if there is no answer, no such stream, or the server wants another password
     * @throws IOException if what comes is no video
     */
    @Override
    public FrameReader open() throws IOException {
        Address address = new Address(uri.toString(), null, settings(), Address.Kind.STREAM);
        return MediaReader.open(camera(), address, options, new StreamComplaints(camera(), uri, options));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("protocol_whitelist", "http,https,tls,tcp,udp,rtp,srtp,rtsp,rtsps,crypto,httpproxy");
        settings.put("analyzeduration", ANALYSIS);
        if (uri.getScheme().toLowerCase(Locale.ROOT).startsWith("rtsp")) {
            settings.put("rtsp_transport", options.rtspTransport().option());
            settings.put("allowed_media_types", "video");
        }
        return settings;
    }

    @Override
    public String toString() {
        return "NetworkStream[" + camera() + "]";
    }
}
