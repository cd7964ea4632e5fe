package io.github.maskwatch.photo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a JPEG's pixels (ITU-T T.81, annex B).
 *
 * @param width px
 * @param height px
 * @param components 1 grey, 3 colour, 4 CMYK or YCCK
 * @param sequential Huffman-coded, in one go (SOF0, SOF1): decodes by rows in little memory
 * @param progressive Huffman-coded, in several scans (SOF2)
 * @param storedAsRgb three components that are red, green, blue themselves, not luma and chroma
 */
record JpegHeader(int width, int height, int components, boolean sequential, boolean progressive, boolean storedAsRgb) {
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};

    /** @throws BadPhotoException if the file ends, or goes wrong, before its size is known */
    static JpegHeader read(byte[] file) throws BadPhotoException {
        boolean jfif = false;
        int adobeTransform = -1;
        for (Segment segment = Segment.first(file); segment != null; segment = segment.next()) {
            if (segment.isFrame()) {
                return of(segment, jfif, adobeTransform);
            }
            jfif |= segment.marker == APP0 && segment.starts(JFIF);
            if (segment.marker == APP14 && segment.starts(ADOBE) && segment.length >= 12) {
                adobeTransform = segment.at(11);
            }
        }
        throw new BadPhotoException("is a JPEG that is cut off or broken before its first pixel");
    }

    PhotoSize size() throws BadPhotoException {
        if (width < 1 || height < 1) {
            throw SizePolicy.empty(width, height);
        }
        return new PhotoSize(width, height);
    }

    static boolean hasExif(byte[] file) {
        for (Segment segment = Segment.first(file); segment != null; segment = segment.next()) {
            if (segment.marker == APP1 && segment.starts(EXIF)) {
                return true;
            }
        }
        return false;
    }

    private static JpegHeader of(Segment frame, boolean jfif, int adobeTransform) throws BadPhotoException {
        if (frame.length < 6 || frame.length < 6 + 3 * frame.at(5)) {
            throw new BadPhotoException("is a JPEG with a broken header");
        }
        int height = frame.at(1) << 8 | frame.at(2);
        int width = frame.at(3) << 8 | frame.at(4);
        int components = frame.at(5);
        boolean rgbNames = components == 3 && frame.at(6) == 'R' && frame.at(9) == 'G' && frame.at(12) == 'B';
        // The rules of libjpeg's default_decompress_parms: JFIF is luma and chroma; else Adobe's word counts; else the
        // names.
        boolean rgb = components == 3 && !jfif && (adobeTransform >= 0 ? adobeTransform == 0 : rgbNames);
        return new JpegHeader(
                width, height, components, frame.marker == 0xc0 || frame.marker == 0xc1, frame.marker == 0xc2, rgb);
    }

    /** A marker and the bytes that belong to it, without its length. */
    private static final class Segment {
        final byte[] file;
        final int marker;
        final int from;
        final int length;

        Segment(byte[] file, int marker, int from, int length) {
            this.file = file;
            this.marker = marker;
            this.from = from;
            this.length = length;
        }

        static @Nullable Segment first(byte[] file) {
            return read(file, 2);
        }

        @Nullable
        Segment next() {
            return read(file, from + length);
        }

        private static @Nullable Segment read(byte[] file, int at) {
            int i = at;
            while (i < file.length && file[i] != (byte) 0xff) {
                i++;
            }
            while (i < file.length && file[i] == (byte) 0xff) {
                i++;
            }
            if (i + 3 > file.length) {
                return null;
            }
            int marker = file[i] & 0xff;
            int length = (file[i + 1] & 0xff) << 8 | (file[i + 2] & 0xff);
            boolean ends = marker == START_OF_SCAN || marker == END_OF_IMAGE;
            return ends || length < 2 || i + 1 + length > file.length
                    ? null
                    : new Segment(file, marker, i + 3, length - 2);
        }

        /** SOF0 to SOF15; C4, C8 and CC in their midst are tables. */
        boolean isFrame() {
            return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        }

        int at(int offset) {
            return file[from + offset] & 0xff;
        }

        boolean starts(byte[] with) {
            return length >= with.length && Arrays.equals(file, from, from + with.length, with, 0, with.length);
        }
    }
}
