package io.github.maskwatch.video;

import java.time.Duration;

/**
 * How sources are opened and read.
 *
 * @param openTimeout how long a camera or a server may take to its first answer, 100 ms to 10 min
 * @param silenceTimeout how long a camera or a server may send nothing before it counts as lost, 100 ms to 10 min
 * @param maxPixels largest width times height that is decoded, 1 to 500 million; larger pictures are refused before memory is
 *     taken for them
 * @param threads decoder threads per source, 1–64
 * @param rtspTransport for {@code rtsp://} sources
 */
public record VideoOptions(
        Duration openTimeout, Duration silenceTimeout, long maxPixels, int threads, RtspTransport rtspTransport) {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long MOST_PIXELS = 500_000_000;

    public VideoOptions {
        requireTimeout("openTimeout", openTimeout);
        requireTimeout("silenceTimeout", silenceTimeout);
        if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
            throw new IllegalArgumentException("maxPixels must be in 1.." + MOST_PIXELS + ", got " + maxPixels);
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads must be in 1..64, got " + threads);
        }
    }

    /** 10 s to open, 4 s of silence (so that it is noticed and told within five), pictures up to 40 million pixels (8K is 33), two threads, RTSP over TCP. */
    public static VideoOptions defaults() {
        return new VideoOptions(Duration.ofSeconds(10), Duration.ofSeconds(4), 40_000_000, 2, RtspTransport.TCP);
    }

    public VideoOptions withTimeouts(Duration open, Duration silence) {
        return new VideoOptions(open, silence, maxPixels, threads, rtspTransport);
    }

    public VideoOptions withMaxPixels(long pixels) {
        return new VideoOptions(openTimeout, silenceTimeout, pixels, threads, rtspTransport);
    }

    public VideoOptions withThreads(int count) {
        return new VideoOptions(openTimeout, silenceTimeout, maxPixels, count, rtspTransport);
    }

    public VideoOptions withRtspTransport(RtspTransport transport) {
        return new VideoOptions(openTimeout, silenceTimeout, maxPixels, threads, transport);
    }

    private static void requireTimeout(String name, Duration value) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be 100 ms to 10 min, got " + value);
        }
    }
}
