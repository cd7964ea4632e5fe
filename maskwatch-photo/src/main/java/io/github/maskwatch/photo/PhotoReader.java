package io.github.maskwatch.photo;

import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.nio.file.Path;

/** Reads photos. Thread-safe. */
public final class PhotoReader {
    private static final java.util.Set<String> EXTENSIONS =
            java.util.Set.of("jpg", "jpeg", "jpe", "jfif", "png", "webp", "bmp", "gif", "tif", "tiff");

    /** Whether the file's name says that it is a photo of a kind that is read here; nothing is opened. */
    public static boolean isPhoto(Path file) {
        String name = String.valueOf(file.getFileName());
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT));
    }

    /** The upright picture in full size. */
    public Image read(Path photo) throws IOException {
        return read(photo, Integer.MAX_VALUE);
    }

    /** The upright picture, its shorter side at least this many px unless the photo itself is smaller. */
    public Image read(Path photo, int shorterSideAtLeast) throws IOException {
        return decode(photo, java.nio.file.Files.readAllBytes(photo), shorterSideAtLeast);
    }

    /** The same from bytes that were read already; {@code photo} only names them in messages. */
    public Image decode(Path photo, byte[] bytes, int shorterSideAtLeast) throws IOException {
        java.awt.image.BufferedImage decoded = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(bytes));
        if (decoded == null) {
            throw new PhotoFormatException(photo, "is no photo");
        }
        int w = decoded.getWidth();
        int h = decoded.getHeight();
        byte[] rgb = new byte[w * h * 3];
        for (int y = 0, i = 0; y < h; y++) {
            for (int x = 0; x < w; x++, i += 3) {
                int p = decoded.getRGB(x, y);
                rgb[i] = (byte) (p >> 16);
                rgb[i + 1] = (byte) (p >> 8);
                rgb[i + 2] = (byte) p;
            }
        }
        return Image.wrap(w, h, rgb);
    }
}
