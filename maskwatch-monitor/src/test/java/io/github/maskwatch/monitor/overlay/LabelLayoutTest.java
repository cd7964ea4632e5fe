package io.github.maskwatch.monitor.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.monitor.overlay.LabelLayout.Plate;
import io.github.maskwatch.monitor.overlay.LabelLayout.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {
    private static final List<Size> SIZES = List.of(new Size(120, 20), new Size(50, 20), new Size(20, 20));
    private static final Box PICTURE = new Box(0, 0, 640, 480);

    private static List<Plate> place(Box... faces) {
        return LabelLayout.place(PICTURE, List.of(faces), List.of(), Collections.nCopies(faces.length, SIZES));
    }

    @Test
    void standsAboveItsFace() {
        assertThat(place(new Box(100, 100, 150, 150))).containsExactly(new Plate(new Box(100, 80, 120, 20), 0));
    }

    @Test
    void standsBelowAFaceAtTheTop() {
        assertThat(place(new Box(100, 5, 150, 150))).containsExactly(new Plate(new Box(100, 155, 120, 20), 0));
    }

    @Test
    void standsInsideAFaceThatFillsThePicture() {
        assertThat(place(PICTURE)).containsExactly(new Plate(new Box(0, 0, 120, 20), 0));
    }

    @Test
    void staysInsideAtTheRightEdge() {
        assertThat(place(new Box(600, 200, 40, 40))).containsExactly(new Plate(new Box(520, 180, 120, 20), 0));
    }

    @Test
    void keepsOffTheBanner() {
        Box banner = new Box(80, 60, 200, 40);
        List<Plate> plates =
                LabelLayout.place(PICTURE, List.of(new Box(100, 100, 150, 150)), List.of(banner), List.of(SIZES));
        assertThat(plates.get(0).box().intersection(banner)).isZero();
    }

    @Test
    void aCrowdGetsShorterLabels() {
        List<Box> faces = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            faces.add(new Box(10 + 62 * (i % 10), 10 + 78 * (i / 10), 40, 40));
        }
        List<Plate> plates = place(faces.toArray(new Box[0]));
        assertThat(plates).allMatch(plate -> plate.variant() >= 1);
        assertThat(worstOverlap(plates)).isZero();
    }

    private static double worstOverlap(List<Plate> plates) {
        double worst = 0;
        for (int i = 0; i < plates.size(); i++) {
            for (int j = 0; j < i; j++) {
                worst = Math.max(
                        worst, plates.get(i).box().intersection(plates.get(j).box()));
            }
        }
        return worst;
    }

    @Property
    void labelsStayInsideThePicture(@ForAll @IntRange(min = 1, max = 30) int n, @ForAll long seed) {
        Random random = new Random(seed);
        List<Box> faces = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double side = 5 + 300 * random.nextDouble();
            faces.add(new Box(random.nextDouble() * 600, random.nextDouble() * 440, side, side).clip(640, 480));
        }
        List<Plate> plates = LabelLayout.place(PICTURE, faces, List.of(), Collections.nCopies(n, SIZES));
        assertThat(plates).hasSize(n).allMatch(plate -> {
            Box box = plate.box();
            return box.x() >= 0 && box.y() >= 0 && box.right() <= 640 + 1e-6 && box.bottom() <= 480 + 1e-6;
        });
    }

    @Property
    void threeFacesApartNeverOverlapTheirLabels(@ForAll long seed) {
        Random random = new Random(seed);
        List<Box> faces = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double side = 40 + 80 * random.nextDouble();
            faces.add(new Box(20 + 210 * i + random.nextDouble() * 60, 40 + random.nextDouble() * 280, side, side));
        }
        assertThat(worstOverlap(place(faces.toArray(new Box[0])))).isZero();
    }
}
