package io.github.maskwatch.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;

/** The four-coloured picture of the tests, and files of it. */
final class TestPictures {
    static final int WIDTH = 48;
    static final int HEIGHT = 32;
    static final int RED = 0xdc2828;
    static final int GREEN = 0x28c83c;
    static final int BLUE = 0x323cd2;
    static final int YELLOW = 0xf0dc3c;

    private TestPictures() {}

    static BufferedImage flags(int type) {
        return flags(WIDTH, HEIGHT, type);
    }

    static BufferedImage flags(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xff000000 | colorAt(x * 2 >= width, y * 2 >= height));
            }
        }
        return image;
    }

    private static int colorAt(boolean right, boolean below) {
        if (below) {
            return right ? YELLOW : BLUE;
        }
        return right ? GREEN : RED;
    }

    static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] jpeg() {
        return encode(flags(BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** The JPEG with an EXIF segment, little-endian, that holds nothing but the orientation. */
    static byte[] jpegWithOrientation(int value) {
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'I',
            'I',
            42,
            0,
            8,
            0,
            0,
            0,
            1,
            0,
            0x12,
            0x01,
            3,
            0,
            1,
            0,
            0,
            0,
            (byte) value,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] jpeg = jpeg();
        byte[] out = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, out, 0, 2);
        System.arraycopy(exif, 0, out, 2, exif.length);
        System.arraycopy(jpeg, 2, out, 2 + exif.length, jpeg.length - 2);
        return out;
    }

    static byte[] cut(byte[] file, double share) {
        return Arrays.copyOf(file, (int) (file.length * share));
    }

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(TestPictures.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
