package io.github.maskwatch.video;

import java.io.IOException;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** An opened container with its one video stream. Owns the native context. One thread at a time. */
final class MediaInput implements AutoCloseable {
    private final AVFormatContext context;
    private final AVStream stream;
    private final String format;

    private MediaInput(AVFormatContext context, AVStream stream) {
        this.context = context;
        this.stream = stream;
        this.format = context.iformat().name().getString();
    }

    static MediaInput open(Address address, ReadLimit limit, Complaints complaints) throws IOException {
        AVFormatContext context = avformat.avformat_alloc_context();
        limit.attachTo(context);
        if (address.kind() == Address.Kind.CAMERA) {
            // A camera's driver waits in the kernel where no interrupt callback is asked; without waiting, the reader
            // can.
            context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_NONBLOCK);
        }
        connect(context, address, limit, complaints);
        try {
            if (address.kind() != Address.Kind.CAMERA) {
                findStreams(context, limit, complaints);
            }
            return new MediaInput(context, videoStream(context, complaints));
        } catch (IOException | RuntimeException e) {
            avformat.avformat_close_input(context);
            throw e;
        }
    }

    private static void connect(AVFormatContext context, Address address, ReadLimit limit, Complaints complaints)
            throws IOException {
        AVDictionary options = new AVDictionary(null);
        try (BytePointer url = FFmpeg.utf8(address.url())) {
            for (Map.Entry<String, String> option : address.options().entrySet()) {
                avutil.av_dict_set(options, option.getKey(), option.getValue(), 0);
            }
            // On failure FFmpeg has freed the context.
            int result = avformat.avformat_open_input(context, url, format(address), options);
            if (result < 0) {
                throw limit.timedOut() ? complaints.noAnswer() : complaints.cannotOpen(result);
            }
        } finally {
            avutil.av_dict_free(options);
        }
    }

    private static @Nullable AVInputFormat format(Address address) {
        return address.format() == null ? null : avformat.av_find_input_format(address.format());
    }

    private static void findStreams(AVFormatContext context, ReadLimit limit, Complaints complaints)
            throws IOException {
        int result = avformat.avformat_find_stream_info(context, (AVDictionary) null);
        if (limit.timedOut()) {
            throw complaints.noAnswer();
        }
        if (result < 0) {
            throw complaints.cannotOpen(result);
        }
    }

    private static AVStream videoStream(AVFormatContext context, Complaints complaints) throws IOException {
        int best = avformat.av_find_best_stream(context, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (best < 0) {
            throw complaints.noVideo(contents(context));
        }
        AVStream stream = context.streams(best);
        if ((stream.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw complaints.noVideo("sound with a cover picture");
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            context.streams(i).discard(i == best ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
        return stream;
    }

    private static String contents(AVFormatContext context) {
        for (int i = 0; i < context.nb_streams(); i++) {
            int type = context.streams(i).codecpar().codec_type();
            if (type == avutil.AVMEDIA_TYPE_AUDIO) {
                return "sound only";
            }
            if (type == avutil.AVMEDIA_TYPE_SUBTITLE) {
                return "text only";
            }
        }
        return "nothing that can be shown";
    }

    AVStream stream() {
        return stream;
    }

    Camera.Mode mode() {
        AVCodecParameters pictures = stream.codecpar();
        AVRational rate = stream.avg_frame_rate();
        return new Camera.Mode(
                pictures.width(),
                pictures.height(),
                avcodec.avcodec_get_name(pictures.codec_id()).getString(),
                rate.den() > 0 ? (double) rate.num() / rate.den() : 0);
    }

    /** Reads the next packet of any stream; FFmpeg's error code, or 0. */
    int read(AVPacket packet) {
        return avformat.av_read_frame(context, packet);
    }

    boolean isVideo(AVPacket packet) {
        return packet.stream_index() == stream.index();
    }

    /** FFmpeg's names of the container, such as {@code hls}. */
    String format() {
        return format;
    }

    /** Whether the container says how long it is, and so has an end of its own. */
    boolean hasLength() {
        return context.duration() > 0;
    }

    /** Whether all of it is there already: container or server say how long or how large it is. */
    boolean isFinite() {
        return hasLength() || (context.pb() != null && !context.pb().isNull() && avformat.avio_size(context.pb()) > 0);
    }

    /** Whether the index of an MP4 promises more bytes than the file has. Reading just ends there, as if all were well. */
    boolean isCutOff() {
        int entries = avformat.avformat_index_get_entries_count(stream);
        if (entries == 0 || !format.contains("mp4") || context.pb() == null) {
            return false;
        }
        AVIndexEntry last = avformat.avformat_index_get_entry(stream, entries - 1);
        long size = avformat.avio_size(context.pb());
        return size > 0 && last.pos() + last.size() > size;
    }

    /** Width of a pixel over its height; 1 where neither container nor picture says, or they say nonsense. */
    double pixelAspect(AVFrame frame) {
        AVRational ratio = avformat.av_guess_sample_aspect_ratio(context, stream, frame);
        double value = ratio.num() > 0 && ratio.den() > 0 ? (double) ratio.num() / ratio.den() : 1;
        return value >= 0.25 && value <= 4 ? value : 1;
    }

    /** The error that stopped the reading of bytes, negative; 0 if there was none. */
    int byteError() {
        int error =
                context.pb() == null || context.pb().isNull() ? 0 : context.pb().error();
        return error == avutil.AVERROR_EOF ? 0 : Math.min(error, 0);
    }

    @Override
    public void close() {
        avformat.avformat_close_input(context);
    }
}
