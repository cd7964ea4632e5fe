package io.github.maskwatch.training.scene;

import io.github.maskwatch.image.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A photo as a phone that was held upright writes it: lying on its side, with a note of that. */
final class TurnedPhoto {
    private TurnedPhoto() {}

    /** Viewers turn it a quarter clockwise: EXIF's orientation 6. */
    static byte[] jpeg(Image stored) throws IOException {
        BufferedImage picture = new BufferedImage(stored.width(), stored.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < stored.width() * stored.height(); i++) {
            int x = i % stored.width();
            int y = i / stored.width();
            picture.setRGB(x, y, stored.at(x, y));
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", plain);
        byte[] jpeg = plain.toByteArray();
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.write(jpeg, 0, 2);
        byte[] exif = ("Exif\0\0MM\0*\0\0\0\u0008" + "\0\u0001" + "\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0"
                        + "\0\0\0\0")
                .getBytes(StandardCharsets.ISO_8859_1);
        turned.write(0xff);
        turned.write(0xe1);
        turned.write(0);
        turned.write(exif.length + 2);
        turned.write(exif);
        turned.write(jpeg, 2, jpeg.length - 2);
        return turned.toByteArray();
    }
}
