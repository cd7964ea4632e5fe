package io.github.maskwatch.training.dataset;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Photos for tests: coarse random patterns, each of its own look. */
public final class Photos {
    private Photos() {}

    /** A pattern that any two seeds give quite differently; neither flat nor overexposed anywhere. */
    public static Image picture(long seed) {
        byte[] rgb = new byte[6 * 6 * 3];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (30 + random.nextInt(190));
        }
        return Image.wrap(6, 6, rgb).resize(64, 64).crop(new Box(8, 8, 48, 48));
    }

    public static void write(Path file, Image image) {
        BufferedImage out = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < image.width() * image.height(); i++) {
            int x = i % image.width();
            int y = i / image.width();
            out.setRGB(x, y, image.at(x, y));
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(out, "png", file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** {@code count} photos 0.png, 1.png … that look like no other. */
    public static void fill(Path folder, int count) {
        for (int i = 0; i < count; i++) {
            write(folder.resolve(i + ".png"), picture(folder.toString().hashCode() * 1000L + i));
        }
    }
}
