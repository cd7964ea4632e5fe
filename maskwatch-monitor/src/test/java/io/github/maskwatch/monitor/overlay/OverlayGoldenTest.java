package io.github.maskwatch.monitor.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.zone.Headcount;
import io.github.maskwatch.zone.Line;
import io.github.maskwatch.zone.Passages;
import io.github.maskwatch.zone.Point;
import io.github.maskwatch.zone.Polygon;
import io.github.maskwatch.zone.Zone;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The drawing against golden pictures, in the built-in letters, which are the same on every machine. After a wanted change run
 * this test with {@code -Dmaskwatch.golden.write=true}, look at the pictures, and commit them.
 */
class OverlayGoldenTest {
    /** Channels may differ a little where another JDK smooths edges otherwise, and a few pixels more than that. */
    private static final int TOLERANCE = 24;

    private static final double MOST_WRONG = 0.002;
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());

    private static final Places PLACES = new Places(
            List.of(
                    new ZoneMark(
                            new Zone(
                                    "hall",
                                    new Polygon(List.of(
                                            new Point(0.05, 0.55),
                                            new Point(0.5, 0.45),
                                            new Point(0.6, 0.9),
                                            new Point(0.1, 0.88)))),
                            new Headcount(12, 1, 2, 3)),
                    new ZoneMark(new Zone("desk", Polygon.rectangle(0.7, 0.2, 0.95, 0.5)), Headcount.NOBODY)),
            List.of(
                    new LineMark(new Line("door", new Point(0.1, 0.4), new Point(0.55, 0.3)), new Passages(41, 38)),
                    new LineMark(new Line("gate", new Point(0.9, 0.6), new Point(0.8, 0.9)), Passages.NONE)));

    /** More name than room. */
    static final Places NARROW_PLACES = new Places(
            List.of(
                    new ZoneMark(
                            new Zone(
                                    "waiting_room_of_the_outpatient_clinic_on_the_second_floor",
                                    Polygon.rectangle(0.03, 0.1, 0.4, 0.95)),
                            new Headcount(12, 3, 1, 4)),
                    new ZoneMark(
                            new Zone("reception-desk-and-cash-point", Polygon.rectangle(0.6, 0.2, 0.8, 0.9)),
                            new Headcount(1, 0, 0, 0)),
                    new ZoneMark(new Zone("corridor", Polygon.rectangle(0.85, 0, 1, 1)), Headcount.NOBODY)),
            List.of(
                    new LineMark(
                            new Line("main-entrance-from-the-car-park", new Point(0.5, 0.95), new Point(0.48, 0.05)),
                            new Passages(1234, 987)),
                    new LineMark(new Line("staff", new Point(0.45, 0.02), new Point(0.9, 0.02)), new Passages(3, 2))));

    enum Scene {
        SMALL(160, 120, 1, ""),
        STATES(480, 360, 4, ""),
        CROWD(640, 480, 12, ""),
        PLACES(640, 480, 3, ""),
        NARROW(320, 240, 2, ""),
        SWARM(640, 480, 64, ""),
        EDGE(320, 240, 0, ""),
        LOST(480, 270, 0, "Reconnecting in 4.1 s (try 3)");

        final int width;
        final int height;
        final int faces;
        final String notice;

        Scene(int width, int height, int faces, String notice) {
            this.width = width;
            this.height = height;
            this.faces = faces;
            this.notice = notice;
        }
    }

    @ParameterizedTest
    @EnumSource
    void looksAsItDid(Scene scene) throws IOException {
        Image drawn = new Overlay(StrokeLettering.builtIn())
                .draw(
                        background(scene.width, scene.height),
                        places(scene),
                        marks(scene),
                        new Caption(
                                "Demonstration",
                                List.of("24.8 fps", "38 ms (95%: 61 ms)", "12 dropped"),
                                scene.notice));
        String name = "golden-" + scene.name().toLowerCase(java.util.Locale.ROOT) + ".png";
        if (Boolean.getBoolean("maskwatch.golden.write")) {
            write(drawn, name);
        }
        assertThat(wrongShare(drawn, golden(name)))
                .as("share of wrong pixels of " + name)
                .isLessThan(MOST_WRONG);
    }

    private static Places places(Scene scene) {
        return scene == Scene.NARROW ? NARROW_PLACES : scene == Scene.PLACES ? PLACES : Places.NONE;
    }

    /** At each edge and corner, half outside. */
    private static List<Mark> atTheEdge(int width, int height) {
        List<Mark> marks = new ArrayList<>();
        for (double x : new double[] {-20, width / 2.0 - 20, width - 20}) {
            for (double y : new double[] {-25, height / 2.0 - 25, height - 25}) {
                marks.add(new Mark(new Box(x, y, 40, 50), VERDICTS.get(marks.size() % VERDICTS.size()), 0.9));
            }
        }
        return marks;
    }

    private static List<Mark> marks(Scene scene) {
        if (scene == Scene.EDGE) {
            return atTheEdge(scene.width, scene.height);
        }
        List<Mark> marks = new ArrayList<>();
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(scene.faces)));
        double cell = (double) scene.width / columns;
        for (int i = 0; i < scene.faces; i++) {
            double side = Math.min(cell, scene.height * 0.9 / columns) * (0.35 + 0.05 * (i % 4));
            double x = cell * (i % columns) + cell * 0.3;
            int row = i / columns;
            double y = scene.height * (0.12 + 0.85 * row / columns) + (i % 3) * 4;
            marks.add(new Mark(new Box(x, y, side, side), VERDICTS.get(i % VERDICTS.size()), 0.5 + 0.04 * (i % 12)));
        }
        return marks;
    }

    /** Light and dark fields, so that rims and plates are seen on both. */
    private static Image background(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = (x / 40 + y / 30) % 2 == 0 ? 60 : 200;
                int i = (y * width + x) * 3;
                rgb[i] = (byte) value;
                rgb[i + 1] = (byte) (value * x / width);
                rgb[i + 2] = (byte) (value * y / height);
            }
        }
        return Image.wrap(width, height, rgb);
    }

    private static double wrongShare(Image drawn, BufferedImage golden) {
        assertThat(drawn.width()).isEqualTo(golden.getWidth());
        assertThat(drawn.height()).isEqualTo(golden.getHeight());
        int wrong = 0;
        for (int y = 0; y < drawn.height(); y++) {
            for (int x = 0; x < drawn.width(); x++) {
                wrong += differs(drawn.at(x, y), golden.getRGB(x, y)) ? 1 : 0;
            }
        }
        return (double) wrong / (drawn.width() * drawn.height());
    }

    private static boolean differs(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    private static BufferedImage golden(String name) throws IOException {
        try (InputStream in = OverlayGoldenTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return ImageIO.read(in);
        }
    }

    private static void write(Image drawn, String name) throws IOException {
        Path root = Path.of(System.getProperty("maskwatch.root"));
        for (String folder : List.of("src/test/resources", "target/test-classes")) {
            Path target = root.resolve("maskwatch-monitor")
                    .resolve(folder)
                    .resolve("io/github/maskwatch/monitor/overlay")
                    .resolve(name);
            Files.createDirectories(target.getParent());
            ImageIO.write(Pictures.toBuffered(drawn), "png", target.toFile());
        }
    }
}
