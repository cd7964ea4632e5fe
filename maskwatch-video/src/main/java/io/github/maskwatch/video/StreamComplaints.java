package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** {@code uri} serves to find out more after a failure; no message holds it. */
record StreamComplaints(CameraId camera, URI uri, VideoOptions options) implements Complaints {
    private static final String UNREACHED =
            "see whether camera and network are on, and host and port of the address are right";

    @Override
    public IOException cannotOpen(int code) {
        if (code == avutil.AVERROR_INVALIDDATA) {
            return new IOException("what " + camera
                    + " sends is not a video; see whether host, port and path of the address are those of its stream");
        }
        SourceUnavailableException answered = answered(code);
        return answered == null ? notReached(code) : answered;
    }

    /** What a server that is there says no with; null: it said nothing of the kind. */
    private @Nullable SourceUnavailableException answered(int code) {
        if (code == avutil.AVERROR_HTTP_UNAUTHORIZED) {
            return uri.getUserInfo() == null
                    ? unavailable(
                            "the server wants a user name and a password (401)",
                            "add them: " + uri.getScheme() + "://USER:PASSWORD@" + uri.getHost()
                                    + ", or user: and password: in a configuration")
                    : unavailable("user name or password is wrong (401 from the server)", "correct them");
        }
        if (code == avutil.AVERROR_HTTP_FORBIDDEN) {
            return unavailable(
                    "the server refuses it to this user (403)",
                    "take another user, or allow it in the camera's settings");
        }
        if (code == avutil.AVERROR_HTTP_NOT_FOUND) {
            return unavailable(
                    "the server is there but knows no such stream (404)",
                    "check the path of the address; the camera's manual names it");
        }
        if (code == avutil.AVERROR_HTTP_SERVER_ERROR) {
            return unavailable(
                    "the server reports an error of its own (5xx)",
                    "see whether too many watch this camera at once, or start it anew");
        }
        return null;
    }

    private SourceUnavailableException notReached(int code) {
        if (FFmpeg.isRefused(code)) {
            return unavailable(
                    "connection refused", "see whether the camera is on, and host and port of the address are right");
        }
        if (FFmpeg.isUnreachable(code)) {
            return unavailable(reason(code), UNREACHED);
        }
        return code == FFmpeg.EIO && !hostIsKnown()
                ? unavailable("no host of the name " + uri.getHost(), "see the address and the network")
                : new SourceUnavailableException("cannot open " + camera, reason(code));
    }

    private boolean hostIsKnown() {
        try {
            InetAddress.getByName(uri.getHost());
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String reason(int code) {
        return FFmpeg.reason(code).toLowerCase(Locale.ROOT);
    }

    private static IOException lost(String message) {
        return new SourceUnavailableException(message);
    }

    private SourceUnavailableException unavailable(String why, String cure) {
        return new SourceUnavailableException("cannot open " + camera, why, cure);
    }

    @Override
    public IOException noAnswer() {
        return unavailable("no answer within " + seconds(options.openTimeout()), UNREACHED);
    }

    @Override
    public IOException noVideo(String what) {
        return new IOException(camera + " sends no video but " + what);
    }

    @Override
    public IOException broke(int code, long framesRead) {
        return lost(camera + " broke off after " + framesRead + " frames: " + reason(code));
    }

    @Override
    public IOException silent(Duration limit) {
        return lost(camera + " is silent: nothing came for " + seconds(limit));
    }

    @Override
    public IOException endedEarly(long framesRead) {
        return lost(camera + " was ended by the server after " + framesRead + " frames");
    }

    @Override
    public IOException undecodable(String what) {
        return lost("cannot show " + camera + ": " + what);
    }

    static String seconds(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
