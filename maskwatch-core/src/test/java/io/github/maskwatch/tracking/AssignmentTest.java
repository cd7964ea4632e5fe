package io.github.maskwatch.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    /** Tries every way. */
    private static double cheapest(double[][] cost, int columns, double unassigned, int row, boolean[] taken) {
        if (row == cost.length) {
            return 0;
        }
        double best = unassigned + cheapest(cost, columns, unassigned, row + 1, taken);
        for (int column = 0; column < columns; column++) {
            if (!taken[column] && Double.isFinite(cost[row][column])) {
                taken[column] = true;
                best = Math.min(best, cost[row][column] + cheapest(cost, columns, unassigned, row + 1, taken));
                taken[column] = false;
            }
        }
        return best;
    }

    private static double total(double[][] cost, int[] columnOf, double unassigned) {
        double total = 0;
        for (int row = 0; row < cost.length; row++) {
            total += columnOf[row] == Assignment.NONE ? unassigned : cost[row][columnOf[row]];
        }
        return total;
    }

    /** Few different costs, so that ties are frequent, and some pairs that cannot be. */
    private static double[][] random(int rows, int columns, int levels, long seed) {
        Random random = new Random(seed);
        double[][] cost = new double[rows][columns];
        for (double[] row : cost) {
            Arrays.setAll(
                    row, i -> random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(levels) / 8.0 - 1);
        }
        return cost;
    }

    @Property(tries = 2000)
    void isTheCheapestOfAll(
            @ForAll @IntRange(min = 0, max = 6) int rows,
            @ForAll @IntRange(min = 0, max = 6) int columns,
            @ForAll @IntRange(min = 1, max = 40) int levels,
            @ForAll @DoubleRange(min = -1, max = 4) double unassigned,
            @ForAll long seed) {
        double[][] cost = random(rows, columns, levels, seed);
        int[] columnOf = Assignment.solve(cost, columns, unassigned);
        Set<Integer> taken = new HashSet<>();
        for (int column : columnOf) {
            assertThat(column == Assignment.NONE || taken.add(column)).isTrue();
        }
        assertThat(total(cost, columnOf, unassigned))
                .isCloseTo(cheapest(cost, columns, unassigned, 0, new boolean[columns]), within(1e-9));
    }

    @Test
    void theNearestIsNotAlwaysTheBest() {
        double[][] cost = {{0.1, 0.2}, {0.15, 0.9}};
        assertThat(Assignment.solve(cost, 2, 1)).containsExactly(1, 0);
    }

    @Test
    void whatIsTooDearIsLeft() {
        assertThat(Assignment.solve(new double[][] {{0.9}, {0.3}}, 1, 0.5)).containsExactly(Assignment.NONE, 0);
        assertThat(Assignment.solve(new double[2][0], 0, 1)).containsExactly(Assignment.NONE, Assignment.NONE);
        assertThat(Assignment.solve(new double[0][3], 3, 1)).isEmpty();
    }

    @Test
    void aCrowdIsNoTrouble() {
        double[][] cost = new double[150][150];
        for (int row = 0; row < cost.length; row++) {
            for (int column = 0; column < cost.length; column++) {
                cost[row][column] = Math.abs(row - (column + 37) % 150);
            }
        }
        int[] columnOf = Assignment.solve(cost, 150, 1000);
        assertThat(total(cost, columnOf, 1000)).isZero();
    }
}
