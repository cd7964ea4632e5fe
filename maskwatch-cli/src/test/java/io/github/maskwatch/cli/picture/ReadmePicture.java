package io.github.maskwatch.cli.picture;

import io.github.maskwatch.image.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Writes the drawn entrance as a PNG. The picture on the README's first screen is what {@code maskwatch watch entrance.png --output
 * docs/pictures/scene.jpg} makes of it.
 */
final class ReadmePicture {
    private ReadmePicture() {}

    public static void main(String[] args) throws IOException {
        Image scene = EntranceScene.draw();
        BufferedImage picture = new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < scene.height(); y++) {
            for (int x = 0; x < scene.width(); x++) {
                picture.setRGB(x, y, scene.at(x, y));
            }
        }
        ImageIO.write(
                picture,
                "png",
                Path.of(args.length > 0 ? args[0] : "entrance.png").toFile());
    }
}
