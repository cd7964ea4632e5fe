package io.github.maskwatch.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import io.github.maskwatch.image.Image;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, as EXIF's tag 0x0112 tells it (CIPA DC-008, "Exchangeable image file format", section 4.6.4): what has to
 * be done with the stored picture so that it stands upright.
 */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    ROTATED_180,
    MIRRORED_VERTICALLY,
    TRANSPOSED,
    ROTATED_90_CLOCKWISE,
    TRANSVERSED,
    ROTATED_90_COUNTERCLOCKWISE;

    private static final byte[] EXIF_IN_PNG = "eXIf".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] EXIF_IN_WEBP = "EXIF".getBytes(StandardCharsets.ISO_8859_1);

    /** The one that a file's EXIF names; upright where there is none, or none that can be understood. */
    static Orientation of(byte[] file, PhotoFormat format) {
        // Most photos of a training set have no EXIF: a look for its name costs less than reading all metadata.
        boolean maybe = switch (format) {
            case JPEG -> JpegHeader.hasExif(file);
            case PNG -> contains(file, EXIF_IN_PNG);
            case WEBP -> contains(file, EXIF_IN_WEBP);
            case TIFF -> true;
            case GIF, BMP, HEIF, EMPTY, TEXT, UNKNOWN -> false;
        };
        return maybe ? read(file) : UPRIGHT;
    }

    private static Orientation read(byte[] file) {
        try {
            for (ExifIFD0Directory exif : ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length)
                    .getDirectoriesOfType(ExifIFD0Directory.class)) {
                Integer value = exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
                if (value != null && value >= 1 && value <= values().length) {
                    return values()[value - 1];
                }
            }
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // Broken metadata around a good picture: every viewer shows it, unturned.
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static boolean contains(byte[] file, byte[] name) {
        for (int i = 0; i + 4 <= file.length; i++) {
            if (file[i] == name[0] && file[i + 1] == name[1] && file[i + 2] == name[2] && file[i + 3] == name[3]) {
                return true;
            }
        }
        return false;
    }

    /** Whether the upright picture's width is the stored one's height. */
    boolean turnsSides() {
        return switch (this) {
            case UPRIGHT, MIRRORED, ROTATED_180, MIRRORED_VERTICALLY -> false;
            case TRANSPOSED, ROTATED_90_CLOCKWISE, TRANSVERSED, ROTATED_90_COUNTERCLOCKWISE -> true;
        };
    }

    /** The upright picture. */
    Image apply(Image image) {
        int w = image.width();
        int h = image.height();
        // Where the upright picture's first pixel lies in the stored one, and how far a step right and a step down
        // lead.
        return switch (this) {
            case UPRIGHT -> image;
            case MIRRORED -> image.mirror();
            case ROTATED_180 -> walk(image, w, h, w * h - 1, -1, -w);
            case MIRRORED_VERTICALLY -> walk(image, w, h, (h - 1) * w, 1, -w);
            case TRANSPOSED -> walk(image, h, w, 0, w, 1);
            case ROTATED_90_CLOCKWISE -> walk(image, h, w, (h - 1) * w, -w, 1);
            case TRANSVERSED -> walk(image, h, w, w * h - 1, -w, -1);
            case ROTATED_90_COUNTERCLOCKWISE -> walk(image, h, w, w - 1, w, -1);
        };
    }

    private static Image walk(Image image, int width, int height, int first, int right, int down) {
        byte[] in = image.rgb();
        byte[] out = new byte[in.length];
        for (int y = 0, to = 0; y < height; y++) {
            int from = (first + y * down) * 3;
            for (int x = 0; x < width; x++, to += 3, from += right * 3) {
                out[to] = in[from];
                out[to + 1] = in[from + 1];
                out[to + 2] = in[from + 2];
            }
        }
        return Image.wrap(width, height, out);
    }
}
