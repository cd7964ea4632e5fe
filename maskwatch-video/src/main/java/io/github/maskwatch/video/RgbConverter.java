package io.github.maskwatch.video;

import io.github.maskwatch.image.Image;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Decoded pictures of any pixel format and size into {@link Image}, with square pixels. Owns the native scaler and its buffer,
 * which are made anew when the size or the format changes in mid-stream. One thread at a time.
 *
 * <p>swscale's vector code writes whole registers and so past the end of rows that are not a multiple of its width: at 538 px it
 * corrupted the heap. Rows are therefore padded to {@value #ROW_ALIGNMENT} bytes and copied out without the padding.
 */
final class RgbConverter implements AutoCloseable {
    static final int ROW_ALIGNMENT = 64;
    /** swscale's fixed-point "no change" for contrast and saturation. */
    private static final int ONE = 1 << 16;

    private final PointerPointer<BytePointer> planes = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(4);
    private @Nullable SwsContext scaler;
    private @Nullable Layout layout;
    private @Nullable BytePointer rows;
    private @Nullable ByteBuffer view;

    /** All that the scaler's tables depend on; {@code outWidth} and {@code outHeight} are those with square pixels. */
    private record Layout(
            int width, int height, int format, int colorSpace, boolean fullRange, int outWidth, int outHeight) {

        static Layout of(AVFrame frame, double aspect, long maxPixels) {
            int width = frame.width();
            int height = frame.height();
            int format = frame.format();
            boolean full = frame.color_range() == avutil.AVCOL_RANGE_JPEG || isFullRange(format);
            int outWidth = (int) Math.round(width * Math.max(1, aspect));
            int outHeight = (int) Math.round(height / Math.min(1, aspect));
            if ((long) outWidth * outHeight > maxPixels) {
                outWidth = width;
                outHeight = height;
            }
            return new Layout(width, height, format, matrix(frame), full, outWidth, outHeight);
        }

        /** MJPEG's deprecated formats, which say by their name that black is 0 and not 16. */
        private static boolean isFullRange(int format) {
            return format == avutil.AV_PIX_FMT_YUVJ420P
                    || format == avutil.AV_PIX_FMT_YUVJ422P
                    || format == avutil.AV_PIX_FMT_YUVJ444P
                    || format == avutil.AV_PIX_FMT_YUVJ440P
                    || format == avutil.AV_PIX_FMT_YUVJ411P;
        }

        /** The YUV matrix; where the file does not say, BT.709 for high definition and BT.601 below, as players guess. */
        private static int matrix(AVFrame frame) {
            int space = frame.colorspace();
            if (space == avutil.AVCOL_SPC_UNSPECIFIED || space == avutil.AVCOL_SPC_RGB) {
                return frame.height() >= 720 ? swscale.SWS_CS_ITU709 : swscale.SWS_CS_ITU601;
            }
            return space;
        }
    }

    /**
     * @param pixelAspect width of a stored pixel over its height
     * @param maxPixels pixels stay as they are where making them square would make a larger picture than this
     * @return null if swscale does not know the pixel format
     */
    @Nullable
    Image convert(AVFrame frame, double pixelAspect, Orientation orientation, long maxPixels) {
        Layout wanted = Layout.of(frame, pixelAspect, maxPixels);
        if (!wanted.equals(layout) && !prepare(wanted)) {
            return null;
        }
        swscale.sws_scale(scaler, frame.data(), frame.linesize(), 0, wanted.height, planes, strides);
        byte[] rgb = orientation.apply(unpadded(wanted), wanted.outWidth, wanted.outHeight);
        return orientation.transposed()
                ? Image.wrap(wanted.outHeight, wanted.outWidth, rgb)
                : Image.wrap(wanted.outWidth, wanted.outHeight, rgb);
    }

    private boolean prepare(Layout wanted) {
        release();
        if (swscale.sws_isSupportedInput(wanted.format) == 0) {
            return false;
        }
        SwsContext made = swscale.sws_getContext(
                wanted.width,
                wanted.height,
                wanted.format,
                wanted.outWidth,
                wanted.outHeight,
                avutil.AV_PIX_FMT_RGB24,
                swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND,
                null,
                null,
                (DoublePointer) null);
        if (made == null || made.isNull()) {
            return false;
        }
        scaler = made;
        IntPointer from = swscale.sws_getCoefficients(wanted.colorSpace);
        swscale.sws_setColorspaceDetails(made, from, wanted.fullRange ? 1 : 0, from, 1, 0, ONE, ONE);
        allocate(wanted);
        layout = wanted;
        return true;
    }

    private void allocate(Layout wanted) {
        int stride = stride(wanted.outWidth);
        long bytes = (long) stride * wanted.outHeight;
        BytePointer memory = new BytePointer(avutil.av_malloc(bytes + ROW_ALIGNMENT));
        memory.capacity(bytes);
        rows = memory;
        view = memory.asByteBuffer();
        planes.put(0, memory);
        strides.put(0, stride);
    }

    static int stride(int width) {
        return (width * 3 + ROW_ALIGNMENT - 1) / ROW_ALIGNMENT * ROW_ALIGNMENT;
    }

    private byte[] unpadded(Layout of) {
        ByteBuffer from = Objects.requireNonNull(view);
        int row = of.outWidth * 3;
        int stride = stride(of.outWidth);
        byte[] rgb = new byte[row * of.outHeight];
        if (row == stride) {
            from.get(0, rgb);
            return rgb;
        }
        for (int y = 0; y < of.outHeight; y++) {
            from.get(y * stride, rgb, y * row, row);
        }
        return rgb;
    }

    private void release() {
        swscale.sws_freeContext(scaler);
        scaler = null;
        view = null;
        avutil.av_free(rows);
        rows = null;
        layout = null;
    }

    @Override
    public void close() {
        release();
        planes.close();
        strides.close();
    }
}
