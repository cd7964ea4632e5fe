package io.github.maskwatch.video;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Packets in, pictures out. Owns the native decoder and its one frame. One thread at a time. */
final class Decoder implements AutoCloseable {
    enum State {
        /** {@link #frame} holds a picture until the next call. */
        PICTURE,
        /** Wants a packet. */
        HUNGRY,
        /** Everything is out. */
        DONE
    }

    private final AVCodecContext codec;
    private final AVFrame frame = avutil.av_frame_alloc();
    private long damaged;

    Decoder(AVStream stream, VideoOptions options, boolean live, Complaints complaints) throws IOException {
        AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null || decoder.isNull()) {
            avutil.av_frame_free(frame);
            throw complaints.undecodable("it is coded as " + codecName(stream) + ", which this build cannot decode");
        }
        codec = avcodec.avcodec_alloc_context3(decoder);
        try {
            open(decoder, stream, options, live, complaints);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static String codecName(AVStream stream) {
        return avcodec.avcodec_get_name(stream.codecpar().codec_id()).getString();
    }

    private void open(AVCodec decoder, AVStream stream, VideoOptions options, boolean live, Complaints complaints)
            throws IOException {
        avcodec.avcodec_parameters_to_context(codec, stream.codecpar());
        codec.pkt_timebase(stream.time_base());
        codec.max_pixels(options.maxPixels());
        codec.thread_count(options.threads());
        if (live) {
            // Frame threads and reordering hold pictures back; in a file with B-frames this flag would lose some.
            codec.thread_type(AVCodecContext.FF_THREAD_SLICE);
            codec.flags(codec.flags() | avcodec.AV_CODEC_FLAG_LOW_DELAY);
        }
        requireSize(codec.width(), codec.height(), options, complaints);
        int result = avcodec.avcodec_open2(codec, decoder, (AVDictionary) null);
        if (result < 0) {
            throw complaints.undecodable(
                    "the " + codecName(stream) + " decoder refuses it (" + FFmpeg.reason(result) + ")");
        }
    }

    private static void requireSize(int width, int height, VideoOptions options, Complaints complaints)
            throws IOException {
        if ((long) width * height > options.maxPixels()) {
            throw complaints.undecodable("its pictures are " + width + " x " + height + " px, more than the limit of "
                    + options.maxPixels() + " pixels");
        }
    }

    /** @param packet null at the end: what the decoder held back comes out */
    void send(@Nullable AVPacket packet) {
        if (avcodec.avcodec_send_packet(codec, packet) < 0) {
            damaged++;
        }
    }

    State receive() {
        int result = avcodec.avcodec_receive_frame(codec, frame);
        if (result >= 0) {
            return State.PICTURE;
        }
        if (result == avutil.AVERROR_EOF) {
            return State.DONE;
        }
        if (result != avutil.AVERROR_EAGAIN()) {
            damaged++;
        }
        return State.HUNGRY;
    }

    AVFrame frame() {
        return frame;
    }

    /** How many packets could not be decoded and were passed over. */
    long damaged() {
        return damaged;
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(codec);
    }
}
