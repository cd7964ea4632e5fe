package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import org.bytedeco.ffmpeg.global.avutil;

/** {@code uri} serves to find out more after a failure; no message holds it. */
record StreamComplaints(CameraId camera, URI uri, VideoOptions options) implements Complaints {

    @Override
    public IOException cannotOpen(int code) {
        if (code == avutil.AVERROR_HTTP_UNAUTHORIZED) {
            return unavailable(
                    uri.getUserInfo() == null
                            ? "the server wants a user name and a password (401): " + uri.getScheme()
                                    + "://USER:PASSWORD@" + uri.getHost()
                            : "user name or password is wrong (401 from the server)");
        }
        if (code == avutil.AVERROR_HTTP_FORBIDDEN) {
            return unavailable("the server refuses it to this user (403)");
        }
        if (code == avutil.AVERROR_HTTP_NOT_FOUND) {
            return unavailable("the server is there but knows no such stream (404); check the path of the address");
        }
        if (code == avutil.AVERROR_INVALIDDATA) {
            return new IOException("what " + camera + " sends is not a video");
        }
        return unavailable(
                code == FFmpeg.EIO && !hostIsKnown() ? "no host of the name " + uri.getHost() : reason(code));
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

    private IOException unavailable(String why) {
        return lost("cannot open " + camera + ": " + why);
    }

    @Override
    public IOException noAnswer() {
        return unavailable("no answer within " + seconds(options.openTimeout()));
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
