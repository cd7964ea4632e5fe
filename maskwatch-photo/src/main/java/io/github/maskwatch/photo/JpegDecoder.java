package io.github.maskwatch.photo;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.github.maskwatch.image.Image;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Grey and colour JPEGs by the JDK's own reader (libjpeg), asked for its numbers as they are stored: they become colours here, with
 * libjpeg's own formula. That takes half the time of a whole {@code BufferedImage}, and an embedded profile costs nothing. Readers
 * are kept for the next photo, as many as ever worked at the same time. Thread-safe.
 */
final class JpegDecoder {
    private static final String CUT_OFF = "is a JPEG that is cut off: part of the picture is missing";
    private static final int BITS = 16;
    private static final int HALF = 1 << (BITS - 1);
    /** Chroma to what it adds, for 0–255; R = Y + 1.402 (Cr - 128) and so on (JFIF 1.02). */
    private static final int[] RED_OF_CR = table(1.402, HALF);

    private static final int[] GREEN_OF_CR = table(-0.71414, HALF);
    private static final int[] GREEN_OF_CB = table(-0.34414, 0);
    private static final int[] BLUE_OF_CB = table(1.772, HALF);

    private final Queue<ImageReader> idle = new ConcurrentLinkedQueue<>();

    private static int[] table(double factor, int rounding) {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (int) Math.round(factor * (1 << BITS)) * (i - 128) + rounding;
        }
        return table;
    }

    static boolean handles(JpegHeader header) {
        return (header.sequential() || header.progressive()) && (header.components() == 1 || header.components() == 3);
    }

    /** @param step every how many-th pixel and row is kept */
    Image decode(byte[] file, JpegHeader header, int step) throws IOException {
        ImageReader reader = idle.poll();
        if (reader == null) {
            reader = newReader();
        }
        Raster raster;
        try {
            raster = read(reader, file, header, step);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // It may be in any state now.
            reader.dispose();
            throw e;
        }
        idle.add(reader);
        return toImage(raster, header);
    }

    private static Raster read(ImageReader reader, byte[] file, JpegHeader header, int step) throws IOException {
        List<String> warnings = new ArrayList<>();
        try (ByteArrayImageInputStream input = new ByteArrayImageInputStream(file)) {
            reader.setInput(input, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            Raster raster = reader.readRaster(0, param);
            refuseDamage(warnings, header);
            return raster;
        } catch (IIOException e) {
            throw isCutOff(warnings) ? new BadPhotoException(CUT_OFF) : e;
        } finally {
            reader.reset();
        }
    }

    /**
     * libjpeg fills what is missing with grey and only warns. A sequential file that lacks nothing but its end marker is whole
     * all the same; of a progressive one nobody can tell.
     */
    private static void refuseDamage(List<String> warnings, JpegHeader header) throws BadPhotoException {
        boolean cutOff = isCutOff(warnings);
        boolean damaged =
                warnings.stream().anyMatch(w -> w.contains("premature end of data") || w.contains("bad Huffman"));
        if (cutOff && (damaged || header.progressive())) {
            throw new BadPhotoException(CUT_OFF);
        }
        if (damaged) {
            throw new BadPhotoException("is a damaged JPEG: part of the picture cannot be decoded");
        }
    }

    private static boolean isCutOff(List<String> warnings) {
        return warnings.stream().anyMatch(w -> w.contains("Missing EOI") || w.contains("Premature end"));
    }

    private static ImageReader newReader() {
        for (Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName("jpeg"); all.hasNext(); ) {
            ImageReader reader = all.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java has no JPEG reader of its own (module java.desktop)");
    }

    private static Image toImage(Raster raster, JpegHeader header) {
        int pixels = raster.getWidth() * raster.getHeight();
        byte[] samples = samples(raster);
        byte[] rgb = samples;
        if (header.components() == 1) {
            rgb = new byte[pixels * 3];
            for (int i = 0, to = 0; i < pixels; i++, to += 3) {
                rgb[to] = samples[i];
                rgb[to + 1] = samples[i];
                rgb[to + 2] = samples[i];
            }
        } else if (!header.storedAsRgb()) {
            toRgb(rgb);
        }
        return Image.wrap(raster.getWidth(), raster.getHeight(), rgb);
    }

    /** The reader's own array where it is laid out like ours, as it always was so far. */
    private static byte[] samples(Raster raster) {
        int bands = raster.getNumBands();
        int bytes = raster.getWidth() * raster.getHeight() * bands;
        if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                && raster.getDataBuffer() instanceof DataBufferByte data
                && data.getNumBanks() == 1
                && data.getData().length == bytes
                && Arrays.equals(model.getBandOffsets(), bands == 1 ? new int[] {0} : new int[] {0, 1, 2})) {
            return data.getData();
        }
        int[] values = raster.getPixels(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), (int[]) null);
        byte[] samples = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            samples[i] = (byte) values[i];
        }
        return samples;
    }

    /** Y Cb Cr to R G B in place; the same rounding as libjpeg's jdcolor.c, so that pixels agree with every other program. */
    private static void toRgb(byte[] pixels) {
        for (int i = 0; i + 2 < pixels.length; i += 3) {
            int y = pixels[i] & 0xff;
            int cb = pixels[i + 1] & 0xff;
            int cr = pixels[i + 2] & 0xff;
            pixels[i] = clamp(y + (RED_OF_CR[cr] >> BITS));
            pixels[i + 1] = clamp(y + ((GREEN_OF_CB[cb] + GREEN_OF_CR[cr]) >> BITS));
            pixels[i + 2] = clamp(y + (BLUE_OF_CB[cb] >> BITS));
        }
    }

    private static byte clamp(int value) {
        return (byte) (value < 0 ? 0 : Math.min(value, 255));
    }
}
