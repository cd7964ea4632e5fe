package io.github.maskwatch.inference;

import io.github.maskwatch.image.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that every test may have, wherever it runs. */
public final class Pictures {
    private Pictures() {}

    /** One bare, frontal face in the middle. */
    public static Image face() {
        try (InputStream in = Pictures.class.getResourceAsStream("/org/openimaj/image/data/sinaface.jpg")) {
            BufferedImage picture = ImageIO.read(in);
            byte[] rgb = new byte[picture.getWidth() * picture.getHeight() * 3];
            for (int i = 0; i < rgb.length / 3; i++) {
                int pixel = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
                rgb[3 * i] = (byte) (pixel >> 16);
                rgb[3 * i + 1] = (byte) (pixel >> 8);
                rgb[3 * i + 2] = (byte) pixel;
            }
            return Image.wrap(picture.getWidth(), picture.getHeight(), rgb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Image noise(int width, int height, long seed) {
        byte[] rgb = new byte[width * height * 3];
        new Random(seed).nextBytes(rgb);
        return Image.wrap(width, height, rgb);
    }
}
