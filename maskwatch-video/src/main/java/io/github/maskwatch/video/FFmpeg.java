package io.github.maskwatch.video;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;

/**
 * The native libraries. Every class of this package that touches FFmpeg calls {@link #load} before anything else: the first
 * mention of a class of JavaCPP's unpacks natives, and the place where they go has to be named before.
 */
final class FFmpeg {
    private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

    // errno values that are the same on Linux, macOS and Windows; FFmpeg reports them negated.
    static final int EPERM = -1;
    static final int ENOENT = -2;
    static final int EIO = -5;
    static final int EACCES = -13;
    static final int EBUSY = -16;
    static final int ENODEV = -19;
    static final int EINVAL = -22;
    static final int ENOTTY = -25;
    static final int ENOSPC = -28;

    // errno values of sockets, which differ: on Linux, macOS and Windows.
    private static final Set<Integer> REFUSED = Set.of(-111, -61, -10061);
    private static final Set<Integer> UNREACHABLE = Set.of(-113, -65, -10065, -101, -51, -10051, -110, -60, -10060);

    private FFmpeg() {}

    /** Loads libavformat and what it stands on, once. Thread-safe. */
    static void load() {
        Core.touch();
    }

    /**
     * Loads libavdevice as well, once. It is kept apart because on Linux it wants libraries of the desktop (X11, ALSA,
     * PulseAudio) that a server does not have, though cameras need none of them.
     *
     * @throws SourceUnavailableException if they are missing
     */
    static void loadDevices() throws SourceUnavailableException {
        load();
        try {
            Devices.touch();
        } catch (LinkageError e) {
            throw new SourceUnavailableException(
                    "cameras need system libraries that are missing here (on Debian and Ubuntu: sudo apt install libxcb-shm0"
                            + " libasound2 libpulse0); files and network streams work without");
        }
    }

    /** Whether a host answered that nobody listens there. */
    static boolean isRefused(int code) {
        return REFUSED.contains(code);
    }

    /** Whether there was no way to a host, or nothing came back from it. */
    static boolean isUnreachable(int code) {
        return UNREACHABLE.contains(code);
    }

    /** The system's words for FFmpeg's error code, such as "Connection refused". */
    static String reason(int code) {
        load();
        byte[] text = new byte[256];
        avutil.av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /** UTF-8 whatever the platform's own encoding is: FFmpeg expects it for every name. The caller closes it. */
    static BytePointer utf8(String text) {
        return new BytePointer((text + '\0').getBytes(StandardCharsets.UTF_8));
    }

    /** The folder for unpacked natives: {@code $MASKWATCH_CACHE/javacpp}, else in the user's cache folder. */
    static Path cacheFolder(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("MASKWATCH_CACHE", "");
        if (!own.isBlank()) {
            return Path.of(own).resolve("javacpp");
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        // The XDG specification: "If an implementation encounters a relative path … ignore it."
        Path caches = !xdg.isBlank() && Path.of(xdg).isAbsolute() ? Path.of(xdg) : home.resolve(".cache");
        return caches.resolve("maskwatch").resolve("javacpp");
    }

    private static final class Core {
        static {
            if (System.getProperty(CACHE_PROPERTY) == null) {
                Path home = Path.of(System.getProperty("user.home", "."));
                System.setProperty(
                        CACHE_PROPERTY, cacheFolder(System.getenv(), home).toString());
            }
            Loader.load(avutil.class);
            Loader.load(avcodec.class);
            Loader.load(avformat.class);
            Loader.load(swscale.class);
            // What goes wrong is told by exceptions; FFmpeg's own lines would break the terminal's progress display.
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
            avformat.avformat_network_init();
        }

        static void touch() {}
    }

    private static final class Devices {
        static {
            Loader.load(avdevice.class);
            avdevice.avdevice_register_all();
        }

        static void touch() {}
    }
}
