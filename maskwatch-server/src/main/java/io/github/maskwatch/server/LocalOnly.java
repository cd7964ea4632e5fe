package io.github.maskwatch.server;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites' pages out. The page listens on the loopback only, but any site that this machine's browser visits could ask
 * for it: by a name of its own that it points at 127.0.0.1 (DNS rebinding; the Host header tells), or by a WebSocket, which no
 * same-origin rule holds back (the Origin header tells).
 */
final class LocalOnly {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private LocalOnly() {}

    /**
     * Whether a request is for this machine by its own name. Any port: a tunnel may end at another.
     *
     * @param host the Host header
     */
    static boolean isLocal(@Nullable String host) {
        return host != null && NAMES.contains(withoutPort(host).toLowerCase(Locale.ROOT));
    }

    private static String withoutPort(String host) {
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }

    /**
     * Whether a request comes from our own page, or from no page at all.
     *
     * @param origin the Origin header, which every browser sends with a WebSocket
     */
    static boolean isOwn(@Nullable String origin, String host) {
        return origin == null
                || origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host);
    }
}
