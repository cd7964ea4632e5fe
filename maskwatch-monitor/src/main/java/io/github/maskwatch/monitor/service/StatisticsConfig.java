package io.github.maskwatch.monitor.service;

import java.time.Duration;

/**
 * Which counts may leave memory.
 *
 * @param window the shortest time that is counted together, 20 min or more
 * @param leastPeople the fewest people that are counted together, 10 or more
 */
public record StatisticsConfig(Duration window, int leastPeople) {
    private static final Duration SHORTEST = Duration.ofMinutes(20);
    private static final int FEWEST = 10;

    /** The least that is allowed of both. */
    public static final StatisticsConfig DEFAULTS = new StatisticsConfig(SHORTEST, FEWEST);

    public StatisticsConfig {
        if (window.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("window must be at least 20 min, got " + window);
        }
        if (leastPeople < FEWEST) {
            throw new IllegalArgumentException("leastPeople must be at least " + FEWEST + ", got " + leastPeople);
        }
    }
}
