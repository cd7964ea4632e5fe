package io.github.maskwatch.tracking;

import java.util.Arrays;

/**
 * The cheapest way to give rows to columns, each to one at most: the Hungarian method by shortest augmenting paths (Kuhn 1955, Munkres
 * 1957, in the form of Jonker and Volgenant 1987; rectangular after Crouse [1]), O(rows² columns).
 *
 * <p>A row may stay without a column at a price. That is a further column for each row, which only this row can take; so there is always a
 * solution, and the augmenting path always ends.
 *
 * <p>[1] Crouse, D. F. On implementing 2D rectangular assignment algorithms. IEEE Transactions on Aerospace and Electronic Systems 52,
 * 2016.
 */
final class Assignment {
    static final int NONE = -1;

    private final double[][] cost;
    private final double unassigned;
    private final int rows;
    private final int columns;
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] rowOf;

    private Assignment(double[][] cost, int columns, double unassigned) {
        this.cost = cost;
        this.unassigned = unassigned;
        rows = cost.length;
        this.columns = columns;
        rowPrice = new double[rows];
        columnPrice = new double[columns + rows];
        rowOf = new int[columns + rows];
        Arrays.fill(rowOf, NONE);
    }

    /**
     * Minimises the sum of the costs of the pairs and of {@code unassigned} for each row that is left over.
     *
     * @param cost rows x columns, finite or {@link Double#POSITIVE_INFINITY} for a pair that cannot be
     * @param columns of each row; needed where there is no row
     * @param unassigned what a row without a column costs, finite
     * @return the column of each row, or {@link #NONE}
     */
    static int[] solve(double[][] cost, int columns, double unassigned) {
        Assignment assignment = new Assignment(cost, columns, unassigned);
        for (int row = 0; row < cost.length; row++) {
            assignment.augment(row);
        }
        return assignment.columnOfRows();
    }

    private double cost(int row, int column) {
        if (column < columns) {
            return cost[row][column];
        }
        return column - columns == row ? unassigned : Double.POSITIVE_INFINITY;
    }

    /** Finds the cheapest alternating path from a free row to a free column (Dijkstra's, on reduced costs) and swaps along it. */
    private void augment(int freeRow) {
        int all = columns + rows;
        double[] shortest = new double[all];
        int[] before = new int[all];
        boolean[] visited = new boolean[all];
        boolean[] rowVisited = new boolean[rows];
        Arrays.fill(shortest, Double.POSITIVE_INFINITY);
        int row = freeRow;
        double length = 0;
        int sink = NONE;
        while (sink == NONE) {
            rowVisited[row] = true;
            int nearest = NONE;
            for (int column = 0; column < all; column++) {
                if (visited[column]) {
                    continue;
                }
                double through = length + cost(row, column) - rowPrice[row] - columnPrice[column];
                if (through < shortest[column]) {
                    shortest[column] = through;
                    before[column] = row;
                }
                if (nearest == NONE || shortest[column] < shortest[nearest]) {
                    nearest = column;
                }
            }
            visited[nearest] = true;
            length = shortest[nearest];
            if (rowOf[nearest] == NONE) {
                sink = nearest;
            } else {
                row = rowOf[nearest];
            }
        }
        reprice(freeRow, length, shortest, visited, rowVisited);
        swap(freeRow, sink, before);
    }

    /** Keeps all reduced costs at 0 or above, and at 0 for pairs. */
    private void reprice(int freeRow, double length, double[] shortest, boolean[] visited, boolean[] rowVisited) {
        rowPrice[freeRow] += length;
        for (int column = 0; column < visited.length; column++) {
            if (visited[column] && rowOf[column] != NONE && rowVisited[rowOf[column]]) {
                rowPrice[rowOf[column]] += length - shortest[column];
            }
            if (visited[column]) {
                columnPrice[column] -= length - shortest[column];
            }
        }
    }

    private void swap(int freeRow, int sink, int[] before) {
        int column = sink;
        int row;
        do {
            row = before[column];
            int next = columnOf(row);
            rowOf[column] = row;
            column = next;
        } while (row != freeRow);
    }

    private int columnOf(int row) {
        for (int column = 0; column < rowOf.length; column++) {
            if (rowOf[column] == row) {
                return column;
            }
        }
        return NONE;
    }

    private int[] columnOfRows() {
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, NONE);
        for (int column = 0; column < columns; column++) {
            if (rowOf[column] != NONE) {
                columnOf[rowOf[column]] = column;
            }
        }
        return columnOf;
    }
}
