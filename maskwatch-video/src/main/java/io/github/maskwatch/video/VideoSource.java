package io.github.maskwatch.video;

import io.github.maskwatch.image.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where frames come from. Immutable; each {@link #open} gives a reader of its own, that its caller closes. */
public sealed interface VideoSource extends FrameSource
        permits Webcam, FirstWebcam, VideoFile, NetworkStream, StillPictures {
    /** What {@link #parse} understands, for a line of help. */
    String UNDERSTOOD = "a camera's number (0, 1, …), auto, a video or picture file, a folder of pictures,"
            + " or an rtsp://, rtsps://, http:// or https:// address";

    /** With the default options. */
    static VideoSource parse(String text) {
        return parse(text, VideoOptions.defaults());
    }

    /**
     * The source that a user names: see {@link #UNDERSTOOD}. Whether it is there shows when it is opened.
     *
     * @throws IllegalArgumentException if the text is none of these; one line, without any password
     */
    static VideoSource parse(String text, VideoOptions options) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("no source is named; wanted " + UNDERSTOOD);
        }
        if (trimmed.matches("\\d{1,4}")) {
            return new Webcam(Integer.parseInt(trimmed), options);
        }
        if (trimmed.toLowerCase(Locale.ROOT).equals("auto")) {
            return new FirstWebcam(options);
        }
        // Two letters at least: "C:" is a drive of Windows.
        Matcher scheme = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://.*").matcher(trimmed);
        return scheme.matches() ? NetworkStream.parse(trimmed, options) : ofPath(trimmed, options);
    }

    private static VideoSource ofPath(String text, VideoOptions options) {
        Path path;
        try {
            path = Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not understood; wanted " + UNDERSTOOD, e);
        }
        Matcher device =
                Pattern.compile("/dev/video(\\d{1,4})").matcher(target(path).toString());
        if (device.matches()) {
            return new Webcam(Integer.parseInt(device.group(1)), options);
        }
        return Files.isDirectory(path) || StillPictures.isPicture(path)
                ? new StillPictures(path)
                : new VideoFile(path, options);
    }

    /** Follows the stable names that udev gives, such as {@code /dev/v4l/by-id/usb-…}. */
    private static Path target(Path path) {
        try {
            return path.startsWith("/dev") ? path.toRealPath() : path;
        } catch (IOException e) {
            return path;
        }
    }
}
