package io.github.maskwatch.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PolygonTest {
    private static Polygon of(double... coordinates) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            corners.add(new Point(coordinates[i], coordinates[i + 1]));
        }
        return new Polygon(corners);
    }

    /** Corners about the middle in the order of their angles: no two sides cross. */
    private static Polygon star(int corners, long seed) {
        Random random = new Random(seed);
        return new Polygon(IntStream.range(0, corners)
                .mapToObj(i -> {
                    double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / corners;
                    double radius = 0.1 + 0.3 * random.nextDouble();
                    return new Point(0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle));
                })
                .toList());
    }

    @Test
    void aNotchIsNotInside() {
        Polygon u = of(0.1, 0.1, 0.4, 0.1, 0.4, 0.6, 0.6, 0.6, 0.6, 0.1, 0.9, 0.1, 0.9, 0.9, 0.1, 0.9);
        assertThat(u.contains(new Point(0.2, 0.3))).isTrue();
        assertThat(u.contains(new Point(0.5, 0.3))).as("between the arms").isFalse();
        assertThat(u.contains(new Point(0.5, 0.7))).isTrue();
        assertThat(u.contains(new Point(1.5, 0.7))).isFalse();
        assertThat(u.area()).isCloseTo(0.64 - 0.1, within(1e-12));
    }

    @Test
    void neighboursShareTheirBorderWithoutHoldingItTwice() {
        Polygon left = Polygon.rectangle(0, 0, 0.5, 1);
        Polygon right = Polygon.rectangle(0.5, 0, 1, 1);
        Point border = new Point(0.5, 0.3);
        assertThat(left.contains(border)).isNotEqualTo(right.contains(border));
    }

    @Test
    void refusesWhatIsNoPolygon() {
        assertThatThrownBy(() -> of(0, 0, 1, 1)).hasMessageContaining("at least 3 corners, got 2");
        assertThatThrownBy(() -> of(0, 0, 1, 1.2, 0, 1)).hasMessageContaining("0 to 1, got 1.0, 1.2");
        assertThatThrownBy(() -> of(0, 0, 1, 1, 1, 0, 0, 1)).hasMessageContaining("cross or touch itself");
        assertThatThrownBy(() -> of(0, 0, 1, 0, 1, 1, 0, 0)).hasMessageContaining("must differ");
        assertThatThrownBy(() -> of(0, 0, 0.5, 0.5, 1, 1)).hasMessageContaining("cross or touch itself");
        assertThatThrownBy(() -> of(0, 0, 1, 1e-7, 1, 0)).hasMessageContaining("must have an area");
        assertThatThrownBy(() -> of(0, 0, 1, 0, 0.5, 0, 0.5, 1)).hasMessageContaining("cross or touch itself");
        assertThatThrownBy(() -> of(0, 0, 1, 0, 1, 1, 0.5, 0, 0, 1)).hasMessageContaining("cross or touch itself");
    }

    @Test
    void cornersOnAStraightSideAreWelcome() {
        assertThat(of(0, 0, 0.5, 0, 1, 0, 1, 1, 0, 1).area()).isEqualTo(1);
    }

    @Property
    void aStarIsSimpleAndHoldsItsMiddle(@ForAll @IntRange(min = 4, max = 12) int corners, @ForAll long seed) {
        assertThat(star(corners, seed).contains(new Point(0.5, 0.5))).isTrue();
    }

    @Property
    void isTheSameFromAnyCornerAndEitherWayRound(
            @ForAll @IntRange(min = 4, max = 12) int corners,
            @ForAll long seed,
            @ForAll @IntRange(max = 11) int first) {
        Polygon polygon = star(corners, seed);
        List<Point> turned = new ArrayList<>(polygon.corners());
        Collections.rotate(turned, first);
        Collections.reverse(turned);
        Polygon other = new Polygon(turned);
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Point point = new Point(random.nextDouble(), random.nextDouble());
            assertThat(other.contains(point)).isEqualTo(polygon.contains(point));
        }
    }

    @Property
    void isMovedWithItsPoints(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -0.09, max = 0.09) double dx,
            @ForAll @DoubleRange(min = -0.09, max = 0.09) double dy) {
        Polygon polygon = star(7, seed);
        Polygon moved = new Polygon(polygon.corners().stream()
                .map(corner -> new Point(corner.x() + dx, corner.y() + dy))
                .toList());
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Point point = new Point(random.nextDouble(), random.nextDouble());
            assertThat(moved.contains(new Point(point.x() + dx, point.y() + dy)))
                    .isEqualTo(polygon.contains(point));
        }
    }
}
