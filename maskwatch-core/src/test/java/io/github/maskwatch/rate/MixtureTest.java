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
    private static double[] shares(double[][] said, double... told) {
        return Mixture.shares(said, new double[told.length], told, 0);
    }

    /** (0.62 + 0.9 - 1) / (0.95 + 0.9 - 1). */
    @Test
    void ofTwoStatesItIsRoganAndGladens() {
        double[][] said = {{0.95, 0.05}, {0.1, 0.9}};
        assertThat(shares(said, 0.62, 0.38)[0]).isCloseTo(0.52 / 0.85, within(1e-12));
        assertThat(shares(said, 0.98, 0.02)).containsExactly(1, 0);
        assertThat(shares(said, 0.05, 0.95)).containsExactly(0, 1);
    }

    /** Of four faces without a mask one cannot be told, of four with one none. */
    @Test
    void thoseUntoldAreMoreOfTheStateThatIsHardToTell() {
        double[][] said = {{8, 0}, {0, 6}};
        assertThat(Mixture.shares(said, new double[] {0, 2}, new double[] {5, 3}, 1)[0])
                .isCloseTo(5 / 9.0, within(1e-12));
        assertThat(Mixture.shares(said, new double[] {0, 2}, new double[] {5, 3}, 0)[0])
                .as("nobody is untold")
                .isCloseTo(5 / 8.0, within(1e-12));
        assertThat(Mixture.shares(said, new double[2], new double[] {5, 3}, 1)[0])
                .as("nothing is known of those untold")
                .isCloseTo(5 / 8.0, within(1e-12));
    }

    @Test
    void statesThatAreAlwaysMistakenForEachOtherStayWithinBounds() {
        double[] shares = shares(new double[][] {{1, 1}, {1, 1}}, 0.7, 0.3);
        assertThat(shares).containsExactly(0.5, 0.5);
    }

    @Property
    void findsTheSharesThatItCameFrom(@ForAll @IntRange(min = 2, max = 3) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] truth = random.doubles(n, 0.05, 1).toArray();
        double sum = Arrays.stream(truth).sum();
        double[][] said = new double[n][n];
        double[] untold = new double[n];
        double[] told = new double[n];
        double untoldPeople = 0;
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (int j = 0; j < n; j++) {
                said[i][j] = i == j ? 5 : random.nextDouble();
                row += said[i][j];
            }
            untold[i] = random.nextDouble(5);
            for (int j = 0; j < n; j++) {
                told[j] += truth[i] / sum * said[i][j] / (row + untold[i]);
            }
            untoldPeople += truth[i] / sum * untold[i] / (row + untold[i]);
        }
        double[] found = Mixture.shares(said, untold, told, untoldPeople);
        for (int i = 0; i < n; i++) {
            assertThat(found[i]).isCloseTo(truth[i] / sum, within(1e-9));
        }
    }

    @Property
    void isAlwaysAShare(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] said = new double[3][];
        for (int i = 0; i < 3; i++) {
            said[i] = random.doubles(3, 1e-6, 1).toArray();
        }
        double[] untold = random.doubles(3).toArray();
        double[] found = Mixture.shares(said, untold, random.doubles(3, 1e-6, 1).toArray(), random.nextDouble());
        assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(found).min().orElseThrow()).isGreaterThanOrEqualTo(0);
    }
}
