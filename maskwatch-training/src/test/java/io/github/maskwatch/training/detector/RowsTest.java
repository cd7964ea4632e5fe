package io.github.maskwatch.training.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowsTest {
    private static float[] cell(double face, double without, double width) {
        return new float[] {(float) face, 0, (float) without, 0, 0, 0, (float) width, 0};
    }

    @Test
    void aFaceScoreThatDiffersCountsEverywhere() {
        assertThat(Rows.difference(cell(0, 0, 0), cell(0.4, 0, 0))).isCloseTo(0.0987, within(1e-4));
        assertThat(Rows.difference(cell(-20, 0, 0), cell(0, 0, 0))).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void boxesAndClassesCountWhereAFaceMayBe() {
        assertThat(Rows.difference(cell(-3, 0, 1), cell(-3, 0, 1.5))).isEqualTo(0.5);
        assertThat(Rows.difference(cell(2, 0, 1), cell(2, 1, 1))).isCloseTo(0.2428, within(1e-4));
        assertThat(Rows.difference(cell(-4, 0, 30), cell(-4, 3, 30.5))).isZero();
    }

    @Test
    void whatIsNoNumberIsNoAgreement() {
        assertThat(Rows.difference(cell(Double.NaN, 0, 0), cell(1, 0, 0))).isNaN();
        assertThat(Rows.difference(cell(2, 0, Double.NaN), cell(2, 0, 0))).isNaN();
        assertThat(Rows.difference(cell(2, Double.NaN, 0), cell(2, 0, 0))).isNaN();
    }
}
