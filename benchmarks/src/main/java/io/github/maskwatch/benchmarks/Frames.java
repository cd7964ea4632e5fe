package io.github.maskwatch.benchmarks;

import io.github.maskwatch.image.Image;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/** The frame that is looked at, the same on every machine. */
final class Frames {
    private static final String FACE = "/org/openimaj/image/data/sinaface.jpg";

    private Frames() {}

    /** A face that fills a frame of 640 x 480 px. */
    static Image face() throws IOException {
        try (InputStream in = Frames.class.getResourceAsStream(FACE)) {
            if (in == null) {
                throw new FileNotFoundException(FACE + " is not on the class path");
            }
            BufferedImage picture = ImageIO.read(in);
            byte[] rgb = new byte[picture.getWidth() * picture.getHeight() * 3];
            for (int i = 0; i < rgb.length / 3; i++) {
                int pixel = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
                rgb[3 * i] = (byte) (pixel >> 16);
                rgb[3 * i + 1] = (byte) (pixel >> 8);
                rgb[3 * i + 2] = (byte) pixel;
            }
            return Image.wrap(picture.getWidth(), picture.getHeight(), rgb).resize(640, 480);
        }
    }
}
