package io.github.maskwatch.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BoxTest {
    @Provide
    Arbitrary<Box> boxes() {
        Arbitrary<Double> place = Arbitraries.doubles().between(-500, 500);
        Arbitrary<Double> side = Arbitraries.doubles().between(0, 400);
        return Combinators.combine(place, place, side, side).as(Box::new);
    }

    @Test
    void iouOfHalfCoveredSquares() {
        assertThat(new Box(0, 0, 10, 10).iou(new Box(5, 0, 10, 10))).isCloseTo(50.0 / 150, within(1e-12));
    }

    @Test
    void emptyBoxesHaveNothingInCommon() {
        assertThat(new Box(3, 3, 0, 0).iou(new Box(3, 3, 0, 0))).isZero();
    }

    @Property
    void iouIsSymmetricAndBetweenZeroAndOne(@ForAll("boxes") Box a, @ForAll("boxes") Box b) {
        assertThat(a.iou(b)).isEqualTo(b.iou(a)).isBetween(0.0, 1.0);
    }

    @Property
    void iouWithItselfIsOne(@ForAll("boxes") Box a) {
        if (a.area() > 1e-6) {
            assertThat(a.iou(a)).isCloseTo(1, within(1e-6));
        }
    }

    @Property
    void iouDoesNotChangeUnderScaleAndMirror(@ForAll("boxes") Box a, @ForAll("boxes") Box b) {
        if (a.area() > 1 && b.area() > 1) {
            assertThat(a.scale(2, 3).iou(b.scale(2, 3))).isCloseTo(a.iou(b), within(1e-9));
            assertThat(a.mirror(640).iou(b.mirror(640))).isCloseTo(a.iou(b), within(1e-9));
        }
    }

    @Property
    void clippedBoxLiesOnThePicture(@ForAll("boxes") Box a) {
        Box clipped = a.clip(320, 240);
        assertThat(clipped.x()).isBetween(0.0, 320.0);
        assertThat(clipped.y()).isBetween(0.0, 240.0);
        assertThat(clipped.right()).isLessThanOrEqualTo(320 + 1e-9);
        assertThat(clipped.bottom()).isLessThanOrEqualTo(240 + 1e-9);
        assertThat(clipped.area()).isLessThanOrEqualTo(a.area() + 1e-6);
    }

    @Property
    void mirrorTwiceIsTheSame(@ForAll("boxes") Box a) {
        assertThat(a.mirror(640).mirror(640).x()).isCloseTo(a.x(), within(1e-9));
    }

    @Test
    void squareKeepsTheCentreAndTheLongerSide() {
        assertThat(new Box(10, 20, 30, 50).square()).isEqualTo(new Box(0, 20, 50, 50));
    }

    @Test
    void growsAboutItsCentre() {
        assertThat(new Box(10, 10, 20, 20).grow(1.5)).isEqualTo(new Box(5, 5, 30, 30));
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new Box(0, 0, -1, 1)).hasMessageContaining("at least 0, got -1.0 x 1.0");
        assertThatThrownBy(() -> new Box(Double.NaN, 0, 1, 1)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Box(0, 0, Double.POSITIVE_INFINITY, 1)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Box(0, 0, 1, 1).scale(0, 1)).hasMessageContaining("above 0");
    }
}
