package io.github.maskwatch.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A folder of JPEG files that are as large and as laborious to decode as photos of faces, and that teach nothing: an oval, with or
 * without a rectangle over its lower half, in noise. For measuring speed where there are no photos. Closing deletes it.
 */
record DrawnPhotos(Path folder) implements AutoCloseable {
    private static final int PER_CLASS = 160;
    private static final int SIDE = 180;

    static DrawnPhotos create() throws IOException {
        DrawnPhotos drawn = new DrawnPhotos(Files.createTempDirectory("maskwatch-benchmark-"));
        SplittableRandom random = new SplittableRandom(1);
        drawn.fill("with_mask", true, random);
        drawn.fill("without_mask", false, random);
        return drawn;
    }

    private void fill(String name, boolean mask, SplittableRandom random) throws IOException {
        Path inside = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < PER_CLASS; i++) {
            ImageIO.write(
                    face(mask, random),
                    "jpg",
                    inside.resolve("drawn_" + i + ".jpg").toFile());
        }
    }

    private static BufferedImage face(boolean mask, SplittableRandom random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, random.nextInt(0x404040));
            }
        }
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int width = 70 + random.nextInt(60);
        int left = random.nextInt(SIDE - width);
        int top = random.nextInt(20);
        graphics.setColor(new Color(150 + random.nextInt(90), 110 + random.nextInt(70), 80 + random.nextInt(60)));
        graphics.fillOval(left, top, width, width * 5 / 4);
        if (mask) {
            graphics.setColor(new Color(120 + random.nextInt(120), 160 + random.nextInt(90), 190 + random.nextInt(60)));
            graphics.fillRect(left + width / 10, top + width * 3 / 5, width * 8 / 10, width / 2);
        }
        graphics.dispose();
        return image;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(DrawnPhotos::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
