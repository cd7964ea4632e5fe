package io.github.maskwatch.video;

import java.io.IOException;
import java.time.Duration;

record CameraComplaints(CameraSystem.Device device, VideoOptions options) implements Complaints {

    @Override
    public IOException cannotOpen(int code) {
        return unavailable(
                switch (code) {
                    case FFmpeg.EACCES, FFmpeg.EPERM ->
                        "no permission; add yourself to the group video (sudo usermod -aG video $USER) and log in again";
                    case FFmpeg.EBUSY -> "another program has it; close that one";
                    case FFmpeg.ENOENT -> "it is not there; unplugged?";
                    case FFmpeg.ENODEV, FFmpeg.ENOTTY, FFmpeg.EINVAL ->
                        "it gives no pictures; many cameras have such an entry besides the one that does";
                    default -> FFmpeg.reason(code);
                });
    }

    private IOException unavailable(String why) {
        return new SourceUnavailableException("cannot open " + title(), why);
    }

    private String title() {
        return device.name() + " (" + device.path() + ")";
    }

    @Override
    public IOException noAnswer() {
        return unavailable("no answer within " + StreamComplaints.seconds(options.openTimeout()));
    }

    @Override
    public IOException noVideo(String what) {
        return unavailable("it gives no video but " + what);
    }

    @Override
    public IOException broke(int code, long framesRead) {
        String why = code == FFmpeg.ENODEV || code == FFmpeg.EIO ? "it was unplugged" : FFmpeg.reason(code);
        return new SourceUnavailableException(title() + " was lost after " + framesRead + " frames: " + why);
    }

    @Override
    public IOException silent(Duration limit) {
        return new SourceUnavailableException(
                title() + " is silent: no picture for " + StreamComplaints.seconds(limit));
    }

    @Override
    public IOException endedEarly(long framesRead) {
        return new SourceUnavailableException(title() + " ended after " + framesRead + " frames");
    }

    @Override
    public IOException undecodable(String what) {
        return unavailable(what);
    }
}
