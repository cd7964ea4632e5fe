package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.FrameReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A video file: mp4, mkv, webm, avi, mov, gif, MPEG-TS and the like. All its frames in the order of showing, turned upright where
 * the file says how a phone was held; {@code position} by the file's timestamps.
 */
public record VideoFile(Path path, VideoOptions options) implements VideoSource {
    /**
     * FFmpeg's readers that a local file may choose by its content. Others that it has would follow a file's text to other files
     * and servers (playlists, concat lists), or take any text for a terminal's picture.
     */
    private static final String FORMATS =
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,gif,apng,mpegts,mpeg,mpegvideo,mjpeg,"
                    + "mpjpeg,flv,live_flv,asf,ogg,h264,hevc,m4v,ivf,dv,mxf,nut,wtv,yuv4mpegpipe,av1,obu,"
                    + "jpeg_pipe,png_pipe,webp_pipe,bmp_pipe,mp3,wav,flac,aac";

    public VideoFile(Path path) {
        this(path, VideoOptions.defaults());
    }

    @Override
    public CameraId camera() {
        return new CameraId(path.toString());
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public FrameReader open() throws IOException {
        requireContent();
        // The prefix keeps a colon in a name from being taken for a protocol.
        Address address = new Address(
                "file:" + path.toAbsolutePath(),
                null,
                Map.of("format_whitelist", FORMATS, "protocol_whitelist", "file"),
                Address.Kind.FILE);
        return MediaReader.open(camera(), address, options, new FileComplaints(path));
    }

    private void requireContent() throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("no such file: " + path + "; a source is " + UNDERSTOOD);
        }
        if (Files.isDirectory(path)) {
            throw new IOException(path + " is a folder; wanted a video file");
        }
        if (!Files.isReadable(path)) {
            throw new IOException("no permission to read " + path);
        }
        if (Files.isRegularFile(path) && Files.size(path) == 0) {
            throw new IOException(path + " is empty (0 bytes); wanted a video file");
        }
    }
}
