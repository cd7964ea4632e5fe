package io.github.maskwatch.photo;

import io.github.maskwatch.image.Image;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder gave, as an {@link Image}. Numbers are taken as sRGB as they are, whatever profile is attached: that is what
 * Pillow and OpenCV do, what nearly all photos mean, and a hundred times faster than colour management. Where a picture is
 * transparent, the paper behind it is white.
 */
final class Pixels {
    private Pixels() {}

    static Image toImage(BufferedImage image) {
        return hasPlainNumbers(image) ? fromNumbers(image) : fromColors(image);
    }

    /** Grey or red, green, blue, perhaps with alpha, in 8 or 16 bits each. */
    private static boolean hasPlainNumbers(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        int type = colors.getColorSpace().getType();
        int transfer = colors.getTransferType();
        return colors instanceof ComponentColorModel
                && (type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_GRAY)
                && (transfer == DataBuffer.TYPE_BYTE || transfer == DataBuffer.TYPE_USHORT)
                && !colors.isAlphaPremultiplied();
    }

    private static Image fromNumbers(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Raster raster = image.getRaster();
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        int bands = raster.getNumBands();
        boolean wide = image.getColorModel().getTransferType() == DataBuffer.TYPE_USHORT;
        int colors = image.getColorModel().getNumColorComponents();
        int[] row = new int[width * bands];
        byte[] direct = directBytes(raster);
        for (int y = 0, to = 0; y < height; y++) {
            if (direct == null) {
                raster.getPixels(0, y, width, 1, row);
            } else {
                unpack(direct, raster, y, row);
            }
            for (int x = 0, from = 0; x < width; x++, from += bands, to += 3) {
                int alpha = bands > colors ? eight(row[from + colors], wide) : 255;
                for (int c = 0; c < 3; c++) {
                    int value = eight(row[from + (colors == 1 ? 0 : c)], wide);
                    rgb[to + c] = (byte) onWhite(value, alpha);
                }
            }
        }
        return Image.wrap(width, height, rgb);
    }

    private static byte @Nullable [] directBytes(Raster raster) {
        boolean plain = raster.getSampleModel() instanceof PixelInterleavedSampleModel
                && raster.getParent() == null
                && raster.getDataBuffer() instanceof DataBufferByte data
                && data.getNumBanks() == 1
                && data.getOffset() == 0;
        return plain ? ((DataBufferByte) raster.getDataBuffer()).getData() : null;
    }

    private static void unpack(byte[] data, Raster raster, int y, int[] row) {
        PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) raster.getSampleModel();
        int[] offsets = model.getBandOffsets();
        int from = y * model.getScanlineStride();
        for (int i = 0; i < row.length; from += model.getPixelStride()) {
            for (int offset : offsets) {
                row[i++] = data[from + offset] & 0xff;
            }
        }
    }

    private static int eight(int value, boolean wide) {
        return wide ? (value * 255 + 32767) / 65535 : value;
    }

    private static int onWhite(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    /** Palettes, packed pixels and whatever else Java can turn into colours. */
    private static Image fromColors(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        int[] row = new int[width];
        for (int y = 0, to = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++, to += 3) {
                int alpha = row[x] >>> 24;
                rgb[to] = (byte) onWhite(row[x] >> 16 & 0xff, alpha);
                rgb[to + 1] = (byte) onWhite(row[x] >> 8 & 0xff, alpha);
                rgb[to + 2] = (byte) onWhite(row[x] & 0xff, alpha);
            }
        }
        return Image.wrap(width, height, rgb);
    }
}
