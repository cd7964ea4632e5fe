package io.github.maskwatch.video;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.global.avutil;

record FileComplaints(Path path) implements Complaints {

    @Override
    public IOException cannotOpen(int code) {
        if (code == avutil.AVERROR_INVALIDDATA || code == FFmpeg.EINVAL || code == avutil.AVERROR_EOF) {
            return new IOException(
                    path + " is not a video, or is damaged or cut off; wanted mp4, mkv, webm, avi, mov or gif");
        }
        return new IOException("cannot open " + path + ": " + FFmpeg.reason(code));
    }

    @Override
    public IOException noAnswer() {
        return new IOException("cannot open " + path + ": it takes too long");
    }

    @Override
    public IOException noVideo(String what) {
        return new IOException(path + " holds no video but " + what);
    }

    @Override
    public IOException broke(int code, long framesRead) {
        return new IOException(path + " cannot be read on after frame " + framesRead + ": " + FFmpeg.reason(code));
    }

    @Override
    public IOException silent(Duration limit) {
        return noAnswer();
    }

    @Override
    public IOException endedEarly(long framesRead) {
        return new IOException(path + " is cut off: it ends after " + framesRead + " frames and should go on");
    }

    @Override
    public IOException undecodable(String what) {
        return new IOException("cannot show " + path + ": " + what);
    }
}
