package io.github.maskwatch.video;

import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link Scene}'s frames in the containers, codings and pixel formats that other people's files have.
 *
 * @param format FFmpeg's name of the container
 * @param encoder FFmpeg's name of the encoder
 * @param pixelFormat FFmpeg's name
 * @param bFrames between two others at most
 * @param quarterTurns how often the picture is to be turned to the right for showing
 * @param pixelAspect width of a pixel over its height
 * @param options of the container
 */
record Container(
        String format,
        String encoder,
        String pixelFormat,
        int bFrames,
        int quarterTurns,
        int pixelAspect,
        Map<String, String> options) {

    Container(String format, String encoder, String pixelFormat) {
        this(format, encoder, pixelFormat, 0, 0, 1, Map.of());
    }

    Container withBFrames(int count) {
        return new Container(format, encoder, pixelFormat, count, quarterTurns, pixelAspect, options);
    }

    Container turned(int times) {
        return new Container(format, encoder, pixelFormat, bFrames, times, pixelAspect, options);
    }

    Container withPixelAspect(int aspect) {
        return new Container(format, encoder, pixelFormat, bFrames, quarterTurns, aspect, options);
    }

    Container with(Map<String, String> more) {
        return new Container(format, encoder, pixelFormat, bFrames, quarterTurns, pixelAspect, more);
    }

    Path write(Path file, int frames, int width, int height) throws IOException {
        FFmpeg.load();
        AVFormatContext context = new AVFormatContext(null);
        check(avformat.avformat_alloc_output_context2(context, (AVOutputFormat) null, format, file.toString()));
        AVCodecContext codec = open(context, width, height);
        AVStream stream = avformat.avformat_new_stream(context, null);
        stream.time_base(codec.time_base());
        stream.avg_frame_rate(codec.framerate());
        stream.sample_aspect_ratio(codec.sample_aspect_ratio());
        check(avcodec.avcodec_parameters_from_context(stream.codecpar(), codec));
        if (quarterTurns != 0) {
            turn(stream.codecpar());
        }
        boolean ownFile = (context.oformat().flags() & avformat.AVFMT_NOFILE) == 0;
        if (ownFile) {
            AVIOContext bytes = new AVIOContext(null);
            check(avformat.avio_open(bytes, file.toString(), avformat.AVIO_FLAG_WRITE));
            context.pb(bytes);
        }
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> avutil.av_dict_set(dictionary, key, value, 0));
        check(avformat.avformat_write_header(context, dictionary));
        avutil.av_dict_free(dictionary);
        for (int i = 0; i < frames; i++) {
            AVFrame frame = picture(Scene.frame(i, width, height).image(), codec.pix_fmt());
            frame.pts(i);
            encode(context, stream, codec, frame);
            avutil.av_frame_free(frame);
        }
        encode(context, stream, codec, null);
        check(avformat.av_write_trailer(context));
        if (ownFile) {
            avformat.avio_closep(context.pb());
        }
        avcodec.avcodec_free_context(codec);
        avformat.avformat_free_context(context);
        return file;
    }

    private AVCodecContext open(AVFormatContext context, int width, int height) throws IOException {
        AVCodec found = avcodec.avcodec_find_encoder_by_name(encoder);
        AVCodecContext codec = avcodec.avcodec_alloc_context3(found);
        codec.width(width);
        codec.height(height);
        codec.pix_fmt(avutil.av_get_pix_fmt(pixelFormat));
        codec.time_base(avutil.av_make_q(1, Scene.FRAMES_PER_SECOND));
        codec.framerate(avutil.av_make_q(Scene.FRAMES_PER_SECOND, 1));
        codec.gop_size(Scene.FRAMES_PER_SECOND);
        codec.max_b_frames(bFrames);
        codec.bit_rate(2_000_000);
        codec.sample_aspect_ratio(avutil.av_make_q(pixelAspect, 1));
        if (pixelFormat.startsWith("yuvj")) {
            codec.color_range(avutil.AVCOL_RANGE_JPEG);
        }
        if ((context.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0) {
            codec.flags(codec.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        check(avcodec.avcodec_open2(codec, found, (AVDictionary) null));
        return codec;
    }

    private void turn(AVCodecParameters parameters) throws IOException {
        int[] matrix = new int[9];
        avutil.av_display_rotation_set(matrix, 90.0 * quarterTurns);
        IntPointer count = new IntPointer(1).put(0);
        PointerPointer<AVPacketSideData> list = new PointerPointer<>(1);
        list.put(0, parameters.coded_side_data());
        AVPacketSideData data =
                avcodec.av_packet_side_data_new(list, count, avcodec.AV_PKT_DATA_DISPLAYMATRIX, 9 * Integer.BYTES, 0);
        new IntPointer(data.data()).put(matrix);
        parameters.coded_side_data(new AVPacketSideData(list.get(0)));
        parameters.nb_coded_side_data(count.get());
    }

    private static AVFrame picture(Image image, int pixelFormat) throws IOException {
        AVFrame frame = avutil.av_frame_alloc();
        frame.width(image.width());
        frame.height(image.height());
        frame.format(pixelFormat);
        check(avutil.av_frame_get_buffer(frame, 64));
        SwsContext scaler = swscale.sws_getContext(
                image.width(),
                image.height(),
                avutil.AV_PIX_FMT_RGB24,
                image.width(),
                image.height(),
                pixelFormat,
                swscale.SWS_POINT | swscale.SWS_ACCURATE_RND,
                null,
                null,
                (DoublePointer) null);
        int row = image.width() * 3;
        int stride = RgbConverter.stride(image.width());
        byte[] padded = new byte[stride * image.height() + 64];
        for (int y = 0; y < image.height(); y++) {
            System.arraycopy(image.rgb(), y * row, padded, y * stride, row);
        }
        try (BytePointer pixels = new BytePointer(padded);
                PointerPointer<BytePointer> planes = new PointerPointer<>(4);
                IntPointer strides = new IntPointer(4)) {
            planes.put(0, pixels);
            strides.put(0, stride);
            swscale.sws_scale(scaler, planes, strides, 0, image.height(), frame.data(), frame.linesize());
        }
        swscale.sws_freeContext(scaler);
        return frame;
    }

    private static void encode(AVFormatContext context, AVStream stream, AVCodecContext codec, @Nullable AVFrame frame)
            throws IOException {
        check(avcodec.avcodec_send_frame(codec, frame));
        AVPacket packet = avcodec.av_packet_alloc();
        AVRational unit = codec.time_base();
        while (avcodec.avcodec_receive_packet(codec, packet) >= 0) {
            packet.duration(1);
            avcodec.av_packet_rescale_ts(packet, unit, stream.time_base());
            check(avformat.av_interleaved_write_frame(context, packet));
        }
        avcodec.av_packet_free(packet);
    }

    private static int check(int result) throws IOException {
        if (result < 0) {
            throw new IOException(FFmpeg.reason(result));
        }
        return result;
    }
}
