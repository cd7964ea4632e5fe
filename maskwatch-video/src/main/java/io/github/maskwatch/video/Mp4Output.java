package io.github.maskwatch.video;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** An MP4 file with one video track. Owns the native muxer and the open file. One thread at a time. */
final class Mp4Output implements AutoCloseable {
    private final Path named;
    private final AVFormatContext context = new AVFormatContext(null);
    private final AVIOContext bytes = new AVIOContext(null);
    private final AVStream stream;
    private long headerBytes;
    private long wholeBytes;
    private boolean closed;

    /**
     * @param path the file to write
     * @param named the file that messages name
     */
    Mp4Output(Path path, Path named) throws IOException {
        this.named = named;
        String url = "file:" + path.toAbsolutePath();
        try (BytePointer name = FFmpeg.utf8(url);
                BytePointer format = FFmpeg.utf8("mp4")) {
            require(avformat.avformat_alloc_output_context2(context, (AVOutputFormat) null, format, name));
            stream = avformat.avformat_new_stream(context, null);
            require(avformat.avio_open(bytes, name, avformat.AVIO_FLAG_WRITE));
            context.pb(bytes);
            // Each fragment goes to the file when it is whole, not when a buffer is full.
            context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    AVStream stream() {
        return stream;
    }

    /** @param flags of FFmpeg's mov muxer, such as {@code faststart} */
    void begin(String flags) throws IOException {
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "movflags", flags, 0);
        try {
            require(avformat.avformat_write_header(context, options));
            headerBytes = avformat.avio_tell(bytes);
        } finally {
            avutil.av_dict_free(options);
        }
    }

    /** @param timeBase the unit of the packet's times */
    void write(AVPacket packet, AVRational timeBase) throws IOException {
        avcodec.av_packet_rescale_ts(packet, timeBase, stream.time_base());
        packet.stream_index(stream.index());
        packet.pos(-1);
        require(avformat.av_write_frame(context, packet));
        require(bytes.error());
        wholeBytes = avformat.avio_tell(bytes);
    }

    /** Of a file in fragments: how many bytes from its beginning can be played, whatever came after them; 0: none. */
    long playableBytes() {
        return wholeBytes > headerBytes ? wholeBytes : 0;
    }

    /** Writes the end, down to the disk's cache. */
    void end() throws IOException {
        require(avformat.av_write_trailer(context));
        avformat.avio_flush(bytes);
        require(bytes.error());
    }

    private void require(int result) throws IOException {
        if (result < 0) {
            throw RecordingFailedException.of(named, result);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (!bytes.isNull()) {
                avformat.avio_closep(bytes);
            }
            avformat.avformat_free_context(context);
        }
    }
}
