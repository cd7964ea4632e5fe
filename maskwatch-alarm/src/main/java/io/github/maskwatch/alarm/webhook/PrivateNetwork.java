package io.github.maskwatch.alarm.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;

/** This machine and the networks that no router of the Internet forwards: RFC 1918, RFC 3927, RFC 4193, RFC 4291. */
final class PrivateNetwork {
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;

    private PrivateNetwork() {}

    static boolean holds(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || (address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
    }
}
