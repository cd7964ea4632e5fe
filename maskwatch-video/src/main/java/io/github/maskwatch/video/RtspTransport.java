package io.github.maskwatch.video;

/** What carries the pictures of an {@code rtsp://} camera. */
public enum RtspTransport {
    /** Inside of the RTSP connection: nothing is lost, and it passes firewalls. */
    TCP,
    /** Packets of their own: for cameras that know nothing else; lost packets show as torn pictures. */
    UDP;

    String option() {
        return this == TCP ? "tcp" : "udp";
    }
}
