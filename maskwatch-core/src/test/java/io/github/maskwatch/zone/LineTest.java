package io.github.maskwatch.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.event.Direction;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Line LEVEL = new Line("door", new Point(0.2, 0.5), new Point(0.8, 0.5));

    private static @Nullable Direction crossing(Line line, double x1, double y1, double x2, double y2) {
        return line.crossing(new Point(x1, y1), new Point(x2, y2));
    }

    private static Point random(Random random) {
        return new Point(random.nextDouble(), random.nextDouble());
    }

    /** Looking from left to right, the right hand is below. */
    @Test
    void inLeadsFromTheLeftHandToTheRight() {
        assertThat(crossing(LEVEL, 0.5, 0.1, 0.5, 0.9)).isEqualTo(Direction.IN);
        assertThat(crossing(LEVEL, 0.5, 0.9, 0.5, 0.1)).isEqualTo(Direction.OUT);
        Line upwards = new Line("gate", new Point(0.5, 0.9), new Point(0.5, 0.1));
        assertThat(crossing(upwards, 0.2, 0.5, 0.8, 0.5))
                .as("looking up, the right hand is on the right")
                .isEqualTo(Direction.IN);
    }

    @Test
    void whoWalksAroundItsEndDoesNotCrossIt() {
        assertThat(crossing(LEVEL, 0.1, 0.1, 0.1, 0.9)).isNull();
        assertThat(crossing(LEVEL, 0.9, 0.9, 0.9, 0.1)).isNull();
        assertThat(crossing(LEVEL, 0.5, 0.1, 0.6, 0.4)).isNull();
    }

    @Test
    void aStopOnTheLineCountsOnce() {
        assertThat(crossing(LEVEL, 0.5, 0.1, 0.5, 0.5)).isEqualTo(Direction.IN);
        assertThat(crossing(LEVEL, 0.5, 0.5, 0.5, 0.9)).isNull();
        assertThat(crossing(LEVEL, 0.5, 0.5, 0.5, 0.1)).isEqualTo(Direction.OUT);
    }

    @Test
    void distanceIsThatOfTheNearestPoint() {
        assertThat(LEVEL.distance(new Point(0.5, 0.7), 1000, 500)).isCloseTo(100, within(1e-9));
        assertThat(LEVEL.distance(new Point(0.9, 0.5), 1000, 500)).isCloseTo(100, within(1e-9));
    }

    @Test
    void refusesAPointOutsideThePictureAndNoLength() {
        assertThatThrownBy(() -> new Line("door", new Point(0, 0), new Point(0, 1.1)))
                .hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new Line("door", new Point(0, 0), new Point(0, 0)))
                .hasMessageContaining("must differ");
        assertThatThrownBy(() -> new Line(" ", new Point(0, 0), new Point(1, 1)))
                .hasMessageContaining("blank");
    }

    @Property
    void theOtherWayRoundInIsOut(@ForAll long seed) {
        Random random = new Random(seed);
        Line line = new Line("l", random(random), random(random));
        Point a = random(random);
        Point b = random(random);
        Direction there = line.crossing(a, b);
        assertThat(line.reversed().crossing(a, b)).isEqualTo(other(there));
        assertThat(line.crossing(b, a)).isEqualTo(other(there));
    }

    private static @Nullable Direction other(@Nullable Direction direction) {
        return direction == null ? null : direction == Direction.IN ? Direction.OUT : Direction.IN;
    }

    @Property
    void aWayInTwoStepsCrossesAsTheWayInOne(@ForAll long seed) {
        Random random = new Random(seed);
        Line line = new Line("l", random(random), random(random));
        Point a = random(random);
        Point b = random(random);
        double share = random.nextDouble();
        Point middle = new Point(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y()));
        Direction first = line.crossing(a, middle);
        assertThat(first != null ? first : line.crossing(middle, b)).isEqualTo(line.crossing(a, b));
    }

    @Property
    void aClosedWayCrossesALineThroughThePictureInAsOftenAsOut(@ForAll long seed) {
        Random random = new Random(seed);
        Line line = new Line("l", new Point(0, random.nextDouble()), new Point(1, random.nextDouble()));
        Point start = random(random);
        Point at = start;
        int net = 0;
        for (int i = 0; i < 20; i++) {
            Point next = i == 19 ? start : random(random);
            Direction direction = line.crossing(at, next);
            net += direction == null ? 0 : direction == Direction.IN ? 1 : -1;
            at = next;
        }
        assertThat(net).isZero();
    }
}
