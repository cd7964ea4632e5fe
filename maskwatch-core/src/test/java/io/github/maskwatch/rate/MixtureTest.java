package io.github.maskwatch.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MixtureTest {
    private static double[] shares(double[][] said, double[] totals, double... told) {
        return Mixture.shares(said, totals, told);
    }

    /** (0.62 + 0.9 - 1) / (0.95 + 0.9 - 1). */
    @Test
    void ofTwoStatesItIsRoganAndGladens() {
        double[][] said = {{0.95, 0.05}, {0.1, 0.9}};
        assertThat(shares(said, new double[] {1, 1}, 0.62, 0.38)[0]).isCloseTo(0.52 / 0.85, within(1e-12));
        assertThat(shares(said, new double[] {1, 1}, 0.98, 0.02)).containsExactly(1, 0);
        assertThat(shares(said, new double[] {1, 1}, 0.05, 0.95)).containsExactly(0, 1);
    }

    @Test
    void whoIsToldMoreSeldomIsMoreThanWereTold() {
        double[][] said = {{8, 0}, {0, 4}};
        assertThat(shares(said, new double[] {10, 10}, 0.5, 0.5)[0]).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void statesThatAreAlwaysMistakenForEachOtherStayWithinBounds() {
        double[] shares = shares(new double[][] {{1, 1}, {1, 1}}, new double[] {2, 2}, 0.7, 0.3);
        assertThat(shares).containsExactly(0.5, 0.5);
    }

    @Property
    void findsTheSharesThatItCameFrom(@ForAll @IntRange(min = 2, max = 3) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] truth = random.doubles(n, 0.05, 1).toArray();
        double sum = Arrays.stream(truth).sum();
        double[][] said = new double[n][n];
        double[] totals = new double[n];
        double[] told = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                said[i][j] = i == j ? 5 : random.nextDouble();
                totals[i] += said[i][j];
            }
            totals[i] += random.nextDouble(5);
            for (int j = 0; j < n; j++) {
                told[j] += truth[i] / sum * said[i][j] / totals[i];
            }
        }
        double all = Arrays.stream(told).sum();
        double[] found =
                shares(said, totals, Arrays.stream(told).map(t -> t / all).toArray());
        for (int i = 0; i < n; i++) {
            assertThat(found[i]).isCloseTo(truth[i] / sum, within(1e-9));
        }
    }

    @Property
    void isAlwaysAShare(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] said = new double[3][];
        double[] totals = new double[3];
        for (int i = 0; i < 3; i++) {
            said[i] = random.doubles(3, 1e-6, 1).toArray();
            totals[i] = Arrays.stream(said[i]).sum() * (1 + random.nextDouble());
        }
        double[] told = random.doubles(3, 1e-6, 1).toArray();
        double sum = Arrays.stream(told).sum();
        double[] found =
                shares(said, totals, Arrays.stream(told).map(t -> t / sum).toArray());
        assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(found).min().orElseThrow()).isGreaterThanOrEqualTo(0);
    }
}
