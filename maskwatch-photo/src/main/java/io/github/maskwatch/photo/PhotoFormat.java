package io.github.maskwatch.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is by its first bytes; names and extensions lie. */
enum PhotoFormat {
    JPEG("JPEG"),
    PNG("PNG"),
    WEBP("WebP"),
    GIF("GIF"),
    BMP("BMP"),
    TIFF("TIFF"),
    /** The container of HEIC and AVIF: phones write it, and no Java decoder reads it. */
    HEIF("HEIC or AVIF"),
    EMPTY("an empty file"),
    TEXT("text"),
    UNKNOWN("unknown");

    private final String title;

    PhotoFormat(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Rows come one after the other, so that a reduced picture never needs the memory of the full one. */
    boolean decodesByRows() {
        return this == JPEG || this == PNG || this == BMP;
    }

    static PhotoFormat of(byte[] bytes) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        if (starts(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
            return WEBP;
        }
        if (starts(bytes, 0, "GIF8")) {
            return GIF;
        }
        if (starts(bytes, 0, "BM")) {
            return BMP;
        }
        if (starts(bytes, 0, "II*\0") || starts(bytes, 0, "MM\0*")) {
            return TIFF;
        }
        return starts(bytes, 4, "ftyp") ? HEIF : isText(bytes) ? TEXT : UNKNOWN;
    }

    private static boolean starts(byte[] bytes, int at, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static boolean isText(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 512); i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && "\t\r\n\f".indexOf(bytes[i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
