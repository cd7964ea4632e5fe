package io.github.maskwatch.video;

import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Pictures of one size into a fragmented MP4 file. Owns the native encoder and the output. One thread at a time. */
final class H264Encoder implements AutoCloseable {
    /** Cisco's OpenH264: the one H.264 encoder that an LGPL build of FFmpeg may hold. */
    private static final String ENCODER = "libopenh264";

    private static final int SMALLEST_SIDE = 16;
    /** Of the time base: MPEG's own clock, which divides all usual frame rates. */
    private static final int TICKS_PER_SECOND = 90_000;
    /** Only the rate control's guess; the frames' own times are what is written. */
    private static final int NOMINAL_FRAMES_PER_SECOND = 25;

    private static final int KEY_FRAME_INTERVAL = 2 * NOMINAL_FRAMES_PER_SECOND;
    private static final double BITS_PER_PIXEL = 0.15;
    private static final long LEAST_BITS_PER_SECOND = 800_000;
    /** H.264's quantizer, 0–51: above some 30 the edges of small letters begin to blur. */
    private static final int COARSEST_QUANTIZER = 30;

    private static final int FINEST_QUANTIZER = 12;

    private final Path named;
    private final int width;
    private final int height;
    private final Mp4Output output;
    private final AVCodecContext codec;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final YuvConverter converter;
    private final AVRational timeBase = avutil.av_make_q(1, TICKS_PER_SECOND);
    private @Nullable Duration first;
    private long lastTicks = -1;
    /** What the last frame is shown for, as no next one says it: as long as the one before it. */
    private long durationTicks = TICKS_PER_SECOND / NOMINAL_FRAMES_PER_SECOND;

    private boolean closed;

    private H264Encoder(Path part, Path named, AVCodec encoder, int width, int height) throws IOException {
        this.named = named;
        this.width = width;
        this.height = height;
        output = new Mp4Output(part, named);
        codec = avcodec.avcodec_alloc_context3(encoder);
        converter = new YuvConverter(width, height);
    }

    /**
     * @param part the file to write
     * @param named the file that messages name
     * @param width px of every picture
     * @param height px of every picture
     */
    static H264Encoder open(Path part, Path named, int width, int height) throws IOException {
        FFmpeg.load();
        AVCodec encoder = avcodec.avcodec_find_encoder_by_name(ENCODER);
        if (encoder == null || encoder.isNull()) {
            throw new RecordingFailedException(named, "FFmpeg has no " + ENCODER + " on this platform");
        }
        if (Math.min(width, height) < SMALLEST_SIDE) {
            throw new RecordingFailedException(
                    named,
                    "its pictures are " + width + " x " + height + " px; H.264 wants " + SMALLEST_SIDE + " x "
                            + SMALLEST_SIDE + " at least");
        }
        H264Encoder opened = new H264Encoder(part, named, encoder, width, height);
        try {
            opened.start(encoder);
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private void start(AVCodec encoder) throws IOException {
        configure();
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "rc_mode", "quality", 0);
        avutil.av_dict_set(options, "allow_skip_frames", "0", 0);
        int result = avcodec.avcodec_open2(codec, encoder, options);
        avutil.av_dict_free(options);
        if (result < 0) {
            throw new RecordingFailedException(
                    named, "the H.264 encoder refuses pictures of " + width + " x " + height + " px");
        }
        avcodec.avcodec_parameters_from_context(output.stream().codecpar(), codec);
        output.stream().time_base(timeBase);
        output.begin("frag_keyframe+empty_moov+default_base_moof");
    }

    private void configure() {
        codec.width(converter.codedWidth());
        codec.height(converter.codedHeight());
        codec.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        codec.time_base(timeBase);
        codec.framerate(avutil.av_make_q(NOMINAL_FRAMES_PER_SECOND, 1));
        codec.gop_size(KEY_FRAME_INTERVAL);
        codec.qmin(FINEST_QUANTIZER);
        codec.qmax(COARSEST_QUANTIZER);
        codec.bit_rate(Math.max(
                LEAST_BITS_PER_SECOND, Math.round(BITS_PER_PIXEL * NOMINAL_FRAMES_PER_SECOND * width * height)));
        codec.thread_count(1);
        converter.describe(codec);
        codec.flags(codec.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
    }

    /** @throws IllegalArgumentException if the picture has another size than the first */
    void encode(Image image, Duration position) throws IOException {
        if (image.width() != width || image.height() != height) {
            throw new IllegalArgumentException("all frames of a recording must be " + width + " x " + height
                    + " px, got " + image.width() + " x " + image.height());
        }
        AVFrame frame = converter.convert(image);
        frame.pts(ticks(position));
        send(frame);
    }

    /** Since the first frame; MP4 wants each to be later than the one before. */
    private long ticks(Duration position) {
        if (first == null) {
            first = position;
        }
        long ticks = Math.round(position.minus(first).toNanos() * (TICKS_PER_SECOND / 1e9));
        if (lastTicks >= 0) {
            durationTicks = Math.max(1, ticks - lastTicks);
        }
        lastTicks = Math.max(ticks, lastTicks + 1);
        return lastTicks;
    }

    /** Writes what the encoder held back, and the end of the file. */
    void finish() throws IOException {
        send(null);
        output.end();
    }

    /** How many bytes from the file's beginning can be played, if nothing more comes; 0: none. */
    long playableBytes() {
        return output.playableBytes();
    }

    private void send(@Nullable AVFrame frame) throws IOException {
        require(avcodec.avcodec_send_frame(codec, frame));
        while (true) {
            int result = avcodec.avcodec_receive_packet(codec, packet);
            if (result == avutil.AVERROR_EAGAIN() || result == avutil.AVERROR_EOF) {
                return;
            }
            require(result);
            packet.duration(durationTicks);
            output.write(packet, timeBase);
            avcodec.av_packet_unref(packet);
        }
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
            avcodec.av_packet_free(packet);
            converter.close();
            avcodec.avcodec_free_context(codec);
            output.close();
        }
    }
}
