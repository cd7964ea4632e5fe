package io.github.maskwatch.monitor.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.zone.Headcount;
import io.github.maskwatch.zone.Line;
import io.github.maskwatch.zone.Passages;
import io.github.maskwatch.zone.PlaceConfig;
import io.github.maskwatch.zone.PlaceWatch;
import io.github.maskwatch.zone.Point;
import io.github.maskwatch.zone.Polygon;
import io.github.maskwatch.zone.Zone;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final int WHITE = 0xffffff;
    private static final Line DOOR = new Line("door", new Point(0.2, 0.5), new Point(0.8, 0.5));
    private static final Zone HALL = new Zone("hall", Polygon.rectangle(0.1, 0.1, 0.9, 0.9));

    private final Overlay overlay = new Overlay(StrokeLettering.builtIn());

    private Image draw(Places places, Mark... marks) {
        return overlay.draw(Image.filled(640, 480, WHITE), places, List.of(marks), Caption.NONE);
    }

    private static Places line(Line line) {
        return new Places(List.of(), List.of(new LineMark(line, Passages.NONE)));
    }

    @Test
    void theArrowPointsIn() {
        Mark off = new Mark(new Box(150, 150, 340, 60), Verdict.WITH_MASK, 0.9);
        Mark below = new Mark(new Box(150, 300, 340, 60), Verdict.WITH_MASK, 0.9);
        Image drawn = draw(line(DOOR), off, below);
        assertThat(drawn.at(320, 240 + 15)).as("from left to right, down").isEqualTo(0xF4F7FF);
        Image turned = draw(line(DOOR.reversed()), off, below);
        assertThat(turned.at(320, 240 - 15)).isEqualTo(0xF4F7FF);
    }

    @Test
    void aZoneIsSeenThrough() {
        Image drawn = draw(new Places(List.of(new ZoneMark(HALL, Headcount.NOBODY)), List.of()));
        assertThat(drawn.at(20, 20)).as("outside").isEqualTo(WHITE);
        assertThat(drawn.at(500, 400) >> 16 & 0xff).as("tinted").isBetween(200, 250);
        assertThat(drawn.at(500, 400) & 0xff).as("tinted blue").isGreaterThan(250);
    }

    @Test
    void platesLeaveTheFacesFree() {
        Box face = new Box(70, 55, 120, 120);
        Places places = new Places(List.of(new ZoneMark(HALL, new Headcount(1, 0, 0, 0))), List.of());
        Image drawn = draw(places, new Mark(face, Verdict.WITH_MASK, 0.9));
        int tint = drawn.at(130, 115);
        for (int y = 65; y < 165; y++) {
            assertThat(drawn.at(130, y)).as("row " + y).isEqualTo(tint);
        }
    }

    @Test
    void showsWhatTheWatchCounts() {
        PlaceConfig config = PlaceConfig.DEFAULTS.withZones(List.of(HALL)).withLines(List.of(DOOR));
        PlaceWatch watch = new PlaceWatch(new CameraId("door"), config, new Random(1));
        assertThat(Places.of(config, watch))
                .isEqualTo(new Places(
                        List.of(new ZoneMark(HALL, Headcount.NOBODY)), List.of(new LineMark(DOOR, Passages.NONE))));
    }

    @Test
    void whatIsPlannedHasTheSizeThatAFaceMustHave() {
        PlaceConfig config = new PlaceConfig(List.of(HALL), List.of(DOOR), 40, 0.25, 2, Duration.ZERO, 0.25);
        assertThat(Places.planned(config, 640, 480))
                .isEqualTo(new Places(List.of(new ZoneMark(HALL, null)), List.of(new LineMark(DOOR, null)), 120));
        assertThat(Places.planned(PlaceConfig.DEFAULTS, 640, 480)).isEqualTo(Places.NONE);
        Image drawn = draw(new Places(List.of(), List.of(), 120));
        int dark = 0;
        for (int x = 0; x < 640; x++) {
            dark += drawn.at(x, 380) != WHITE ? 1 : 0;
        }
        assertThat(dark).as("the square's two sides").isBetween(2, 40);
    }

    @Test
    void aLongNameIsShortenedAndItsCountsAreNot() {
        Lettering letters = StrokeLettering.builtIn();
        Scale scale = Scale.of(320, 240);
        PlacePlate counts =
                new PlacePlate("w…", Color.WHITE, letters, scale).with("in 123").with("out 45");
        PlacePlate plate = new PlacePlate("w".repeat(60), Color.WHITE, letters, scale)
                .with("in 123")
                .with("out 45");
        assertThat(plate.fitting(320, 320).width()).isBetween(290.0, 320.0);
        assertThat(plate.fitting(10, 320).width())
                .as("eight letters stay while there is room")
                .isGreaterThan(counts.width() + 40);
        assertThat(plate.fitting(10, 10).width()).isEqualTo(counts.width());
    }

    /** Longer names than there is room for, two lines, counts of four digits, and faces: nothing may lie on a plate. */
    @Test
    void platesOfLongNamesKeepOffEachOther() {
        List<Box> plates = new ArrayList<>();
        BufferedImage canvas = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        PlacePainter painter = new PlacePainter(canvas.createGraphics(), StrokeLettering.builtIn(), 320, 240);
        List<Box> faces = List.of(new Box(40, 70, 40, 50), new Box(200, 90, 40, 50));
        plates.addAll(painter.drawPlates(OverlayGoldenTest.NARROW_PLACES, new Box(0, 0, 320, 222), faces));
        assertThat(plates).hasSize(5);
        for (int i = 0; i < plates.size(); i++) {
            Box plate = plates.get(i);
            assertThat(plate.intersection(new Box(0, 0, 320, 222))).isCloseTo(plate.area(), within(1e-6));
            for (Box other : plates.subList(i + 1, plates.size())) {
                assertThat(plate.intersection(other)).isZero();
            }
            for (Box face : faces) {
                assertThat(plate.intersection(face)).isZero();
            }
        }
    }

    @Property(tries = 100)
    void anyPlacesCanBeDrawnOnAnyPicture(
            @ForAll @IntRange(min = 1, max = 400) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll long seed) {
        Random random = new Random(seed);
        double x = 0.8 * random.nextDouble();
        double y = 0.8 * random.nextDouble();
        Zone zone = new Zone(
                "a zone with a long name", Polygon.rectangle(x, y, x + 0.01 + 0.15 * random.nextDouble(), y + 0.2));
        Line line = new Line("a", new Point(random.nextDouble(), 0), new Point(random.nextDouble(), 1));
        Places places = new Places(
                List.of(new ZoneMark(zone, new Headcount(random.nextInt(3), 12345, 2, 1))),
                List.of(new LineMark(line, new Passages(random.nextInt(100000), 3))));
        Image picture = Image.filled(width, height, random.nextInt(0x1000000));
        Image drawn = overlay.draw(picture, places, List.of(), new Caption("", List.of("25.0 fps"), ""));
        assertThat(drawn.width()).isEqualTo(width);
    }
}
