package io.github.maskwatch.video;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What FFmpeg is told to open, and what kind of thing it is.
 *
 * @param url FFmpeg's own notation; may hold a password and so never goes into a message
 * @param format FFmpeg's name of the input format, or null to find it by looking
 * @param options of the format and its protocols
 * @param kind how it behaves in time
 */
record Address(String url, @Nullable String format, Map<String, String> options, Kind kind) {

    enum Kind {
        /** Waits to be read, and ends. */
        FILE,
        /** A device of this machine: frames come in their own time. */
        CAMERA,
        /** A server's frames: in their own time, or (a file or segments over HTTP) as fast as one reads. */
        STREAM
    }

    Address {
        options = Map.copyOf(options);
    }

    boolean live() {
        return kind != Kind.FILE;
    }

    /** The same with these options instead of those of the same names. */
    Address with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.putAll(more);
        return new Address(url, format, all, kind);
    }

    /** Without the URL, which may hold a password. */
    @Override
    public String toString() {
        return "Address[" + kind + "]";
    }
}
