package io.github.maskwatch.video;

import io.github.maskwatch.image.Image;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * {@link Image} into planar YUV 4:2:0 of even sides, the last column or row repeated where one is missing. Owns the native scaler and
 * buffers. One thread at a time.
 */
final class YuvConverter implements AutoCloseable {
    private static final int ONE = 1 << 16;

    private final int width;
    private final int height;
    private final int codedWidth;
    private final int codedHeight;
    private final int stride;
    private final BytePointer rows;
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(4);
    private final AVFrame frame = avutil.av_frame_alloc();
    private final SwsContext scaler;

    YuvConverter(int width, int height) {
        this.width = width;
        this.height = height;
        codedWidth = width + (width & 1);
        codedHeight = height + (height & 1);
        stride = RgbConverter.stride(codedWidth);
        long bytes = (long) stride * codedHeight;
        rows = new BytePointer(avutil.av_mallocz(bytes + RgbConverter.ROW_ALIGNMENT));
        rows.capacity(bytes);
        planes.put(0, rows);
        strides.put(0, stride);
        frame.width(codedWidth);
        frame.height(codedHeight);
        frame.format(avutil.AV_PIX_FMT_YUV420P);
        frame.colorspace(colorSpace());
        frame.color_range(avutil.AVCOL_RANGE_MPEG);
        avutil.av_frame_get_buffer(frame, RgbConverter.ROW_ALIGNMENT);
        scaler = scaler();
    }

    /** As players guess where a file does not say, in case that one does not look. */
    private int colorSpace() {
        return height >= 720 ? avutil.AVCOL_SPC_BT709 : avutil.AVCOL_SPC_SMPTE170M;
    }

    private SwsContext scaler() {
        SwsContext made = swscale.sws_getContext(
                codedWidth,
                codedHeight,
                avutil.AV_PIX_FMT_RGB24,
                codedWidth,
                codedHeight,
                avutil.AV_PIX_FMT_YUV420P,
                swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND,
                null,
                null,
                (DoublePointer) null);
        IntPointer matrix = swscale.sws_getCoefficients(colorSpace());
        swscale.sws_setColorspaceDetails(made, matrix, 1, matrix, 0, 0, ONE, ONE);
        return made;
    }

    int codedWidth() {
        return codedWidth;
    }

    int codedHeight() {
        return codedHeight;
    }

    /** Writes into the stream how its colours are meant. */
    void describe(AVCodecContext codec) {
        boolean high = colorSpace() == avutil.AVCOL_SPC_BT709;
        codec.colorspace(colorSpace());
        codec.color_primaries(high ? avutil.AVCOL_PRI_BT709 : avutil.AVCOL_PRI_SMPTE170M);
        codec.color_trc(avutil.AVCOL_TRC_BT709);
        codec.color_range(avutil.AVCOL_RANGE_MPEG);
    }

    /** @return this converter's own frame, to be used until the next call */
    AVFrame convert(Image image) {
        copyPadded(image.rgb());
        // The encoder may still refer to the last picture's buffers.
        avutil.av_frame_make_writable(frame);
        swscale.sws_scale(scaler, planes, strides, 0, codedHeight, frame.data(), frame.linesize());
        return frame;
    }

    private void copyPadded(byte[] rgb) {
        int row = width * 3;
        for (int y = 0; y < codedHeight; y++) {
            int from = Math.min(y, height - 1) * row;
            long to = (long) y * stride;
            rows.position(to).put(rgb, from, row);
            if (codedWidth > width) {
                rows.position(to + row).put(rgb, from + row - 3, 3);
            }
        }
        rows.position(0);
    }

    @Override
    public void close() {
        swscale.sws_freeContext(scaler);
        avutil.av_frame_free(frame);
        avutil.av_free(rows);
        planes.close();
        strides.close();
    }
}
