package io.github.maskwatch.cli.picture;

import io.github.maskwatch.image.Image;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Three drawn people at an entrance: with a mask, without, and with one under the nose. The picture on the README's first screen. */
final class EntranceScene {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private static final List<DrawnPerson> PEOPLE = List.of(
            new DrawnPerson(
                    640,
                    300,
                    84,
                    new Color(138, 92, 66),
                    new Color(34, 26, 24),
                    new Color(196, 200, 204),
                    false,
                    DrawnMask.none()),
            new DrawnPerson(
                    290,
                    330,
                    92,
                    new Color(224, 178, 148),
                    new Color(96, 60, 38),
                    new Color(52, 96, 120),
                    true,
                    new DrawnMask(DrawnMask.Place.OVER_NOSE, new Color(120, 180, 214))),
            new DrawnPerson(
                    985,
                    340,
                    96,
                    new Color(206, 156, 122),
                    new Color(60, 48, 44),
                    new Color(122, 62, 66),
                    false,
                    new DrawnMask(DrawnMask.Place.UNDER_NOSE, new Color(226, 230, 232))));

    private EntranceScene() {}

    /** The picture, {@link #WIDTH} x {@link #HEIGHT}, with a camera's softness and noise; the same bytes each time on one JDK. */
    static Image draw() {
        BufferedImage large = new BufferedImage(WIDTH * 2, HEIGHT * 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = large.createGraphics();
        g.scale(2, 2);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        hall(g);
        PEOPLE.forEach(person -> person.draw(g));
        g.dispose();
        return noisy(pixels(large).resize(WIDTH, HEIGHT));
    }

    private static void hall(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, new Color(214, 222, 226), 0, HEIGHT, new Color(178, 188, 192)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setPaint(new GradientPaint(0, 504, new Color(150, 142, 132), 0, HEIGHT, new Color(112, 104, 96)));
        g.fillRect(0, 561, WIDTH, HEIGHT);
        g.setColor(new Color(96, 108, 116));
        g.fillRect(489, 62, 327, HEIGHT);
        g.setPaint(new LinearGradientPaint(499, 72, 806, HEIGHT, new float[] {0, .5f, 1}, new Color[] {
            new Color(190, 220, 232), new Color(226, 240, 244), new Color(150, 190, 205)
        }));
        g.fillRect(499, 72, 150, HEIGHT);
        g.fillRect(655, 72, 151, HEIGHT);
        sign(g);
        plant(g);
    }

    private static void sign(Graphics2D g) {
        g.setColor(new Color(38, 110, 130));
        g.fillRoundRect(76, 64, 217, 79, 12, 12);
        g.setColor(Color.WHITE);
        g.fillRect(100, 83, 14, 42);
        g.fillRect(86, 97, 42, 14);
        for (int line = 0; line < 3; line++) {
            g.fillRoundRect(147, 84 + line * 16, 115 - line * 26, 6, 4, 4);
        }
    }

    private static void plant(Graphics2D g) {
        g.setColor(new Color(150, 90, 60));
        g.fill(new Polygon(new int[] {1158, 1248, 1235, 1171}, new int[] {576, 576, 684, 684}, 4));
        g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Random random = new Random(3);
        for (int i = 0; i < 26; i++) {
            double angle = -Math.PI / 2 + (random.nextDouble() - .5) * 2.4;
            double length = HEIGHT * (.12 + random.nextDouble() * .2);
            g.setColor(new Color(40 + random.nextInt(30), 95 + random.nextInt(50), 55));
            double dx = Math.cos(angle) * length;
            double dy = Math.sin(angle) * length;
            g.draw(new QuadCurve2D.Double(1203, 576, 1203 + dx * .5, 576 + dy * .8, 1203 + dx, 576 + dy * .75));
        }
    }

    private static Image pixels(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] packed = picture.getRGB(0, 0, width, height, null, 0, width);
        byte[] rgb = new byte[packed.length * 3];
        for (int i = 0; i < packed.length; i++) {
            rgb[3 * i] = (byte) (packed[i] >> 16);
            rgb[3 * i + 1] = (byte) (packed[i] >> 8);
            rgb[3 * i + 2] = (byte) packed[i];
        }
        return Image.wrap(width, height, rgb);
    }

    private static Image noisy(Image image) {
        Random random = new Random(5);
        byte[] rgb = image.rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.max(0, Math.min(255, (rgb[i] & 0xff) + (int) (random.nextGaussian() * 3)));
        }
        return Image.wrap(image.width(), image.height(), rgb);
    }
}
