package io.github.maskwatch.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.zone.Headcount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * How often the 95 % intervals hold a truth that is known, because it was made up: faces are labelled and people pass by chance, again and
 * again, and each time the confusion is measured anew. What it writes to {@code target/coverage.md} is the table of docs/rates.md, with
 * {@code -Dmaskwatch.simulation.runs=4000}.
 */
class CoverageTest {
    private static final int RUNS = Integer.getInteger("maskwatch.simulation.runs", 250);
    private static final int DRAWS = 300;
    private static final double[] WEARING = {0.1, 0.5, 0.8, 0.95, 0.98, 1};
    private static final int[] PASSAGES = {20, 100, 1000};
    private static final double[][] STATES = {{0.5, 0.3, 0.2}, {0.8, 0.15, 0.05}, {0.95, 0.03, 0.02}};
    private static final List<String> LINES = new ArrayList<>();

    private final RandomGenerator random = new SplittableRandom(5);

    /** How faces in each state are told, and of how many that is measured; {@code odds} are those of "cannot tell" before the camera over those there. */
    private record Detector(String label, Row with, Row without, Row incorrectly, double odds) {
        Detector before(String camera, double otherOdds) {
            return new Detector(label + ", " + camera, with, without, incorrectly, otherOdds);
        }
    }

    private static final Detector BUNDLED = new Detector(
            "as bundled",
            new Row(0.81, 0.002, 0.001, 504),
            new Row(0.005, 0.59, 0.005, 131),
            new Row(0.06, 0.01, 0.34, 49),
            1);
    private static final List<Detector> DETECTORS = List.of(
            BUNDLED,
            BUNDLED.before("clearer", 0.2),
            new Detector(
                    "worse",
                    new Row(0.85, 0.03, 0.02, 300),
                    new Row(0.05, 0.70, 0.05, 120),
                    new Row(0.15, 0.15, 0.50, 60),
                    1),
            new Detector(
                    "bad, hardly measured",
                    new Row(0.80, 0.06, 0.04, 80),
                    new Row(0.12, 0.44, 0.04, 40),
                    new Row(0.20, 0.10, 0.30, 30),
                    1));

    private record Row(double with, double without, double incorrectly, int faces) {
        /** With so many times the odds of "cannot tell". */
        Row at(double odds) {
            double told = with + without + incorrectly;
            double untold = odds * (1 - told) / told;
            double factor = 1 / (1 + untold) / told;
            return new Row(with * factor, without * factor, incorrectly * factor, faces);
        }

        Headcount say(int n, RandomGenerator random) {
            long[] said = new long[4];
            for (int i = 0; i < n; i++) {
                double u = random.nextDouble();
                said[u < with ? 0 : u < with + without ? 1 : u < with + without + incorrectly ? 2 : 3]++;
            }
            return new Headcount(said[0], said[1], said[2], said[3]);
        }
    }

    private WearingEstimator measured(Detector detector) {
        Confusion confusion = new Confusion(
                detector.with.say(detector.with.faces, random),
                detector.without.say(detector.without.faces, random),
                detector.incorrectly.say(detector.incorrectly.faces, random),
                "simulated");
        return new WearingEstimator(confusion, DRAWS, random);
    }

    /** So many people, of the shares given. */
    private Headcount pass(Detector detector, double with, double without, int n) {
        int[] people = new int[3];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            people[u < with ? 0 : u < with + without ? 1 : 2]++;
        }
        return detector.with
                .at(detector.odds)
                .say(people[0], random)
                .plus(detector.without.at(detector.odds).say(people[1], random))
                .plus(detector.incorrectly.at(detector.odds).say(people[2], random));
    }

    /** How often a truth was held, and how wide the interval was. */
    private static final class Tally {
        private int runs;
        private int held;
        private double width;

        void add(Interval interval, double truth) {
            runs++;
            held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
            width += interval.high() - interval.low();
        }

        double coverage() {
            return (double) held / runs;
        }

        String percent() {
            return String.format(Locale.ROOT, "%.1f", 100 * coverage());
        }

        String meanWidth() {
            return String.format(Locale.ROOT, "%.3f", width / runs);
        }
    }

    @AfterAll
    static void write() throws IOException {
        Path table = Path.of("target/coverage.md");
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.write(table, LINES);
    }

    @Test
    void theIntervalOfTheWearingRateHoldsTheTruth() {
        List<Double> coverages = new ArrayList<>();
        for (Detector detector : DETECTORS) {
            Tally[][] corrected = tallies(WEARING.length, PASSAGES.length);
            Tally[][] counted = tallies(WEARING.length, PASSAGES.length);
            for (int run = 0; run < RUNS; run++) {
                WearingEstimator estimator = measured(detector);
                for (int p = 0; p < WEARING.length; p++) {
                    for (int n = 0; n < PASSAGES.length; n++) {
                        Headcount passages = pass(detector, WEARING[p], without(detector, WEARING[p]), PASSAGES[n]);
                        corrected[p][n].add(estimator.wearing(passages), WEARING[p]);
                        counted[p][n].add(Interval.wilson95(passages.withMask(), passages.told()), WEARING[p]);
                    }
                }
            }
            tell(detector, corrected, counted, coverages);
        }
        double mean =
                coverages.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(mean).as("over all").isBetween(0.94, 0.97);
        double chance = 4 * Math.sqrt(0.05 * 0.95 / RUNS);
        assertThat(coverages).allMatch(coverage -> coverage > 0.93 - chance);
    }

    /** The share of those without among all, where those who do not wear a mask are mixed as the labelled faces. */
    private static double without(Detector detector, double wearing) {
        double faces = detector.without.faces;
        return (1 - wearing) * faces / (faces + detector.incorrectly.faces);
    }

    private static Tally[][] tallies(int rows, int columns) {
        Tally[][] tallies = new Tally[rows][columns];
        for (Tally[] row : tallies) {
            for (int i = 0; i < columns; i++) {
                row[i] = new Tally();
            }
        }
        return tallies;
    }

    private static void tell(Detector detector, Tally[][] corrected, Tally[][] counted, List<Double> coverages) {
        for (int p = 0; p < WEARING.length; p++) {
            StringBuilder line = new StringBuilder("| " + detector.label() + " | " + WEARING[p]);
            for (int n = 0; n < PASSAGES.length; n++) {
                coverages.add(corrected[p][n].coverage());
                line.append(" | ").append(corrected[p][n].percent());
                line.append(" (").append(corrected[p][n].meanWidth()).append("), ");
                line.append(counted[p][n].percent());
            }
            LINES.add(line + " |");
        }
    }

    @Test
    void theIntervalsOfTheThreeStatesHoldTheTruth() {
        List<Double> coverages = new ArrayList<>();
        int runs = RUNS / 2;
        for (Detector detector : DETECTORS) {
            Tally[][] tallies = tallies(STATES.length * 2, 3);
            for (int run = 0; run < runs; run++) {
                WearingEstimator estimator = measured(detector);
                for (int i = 0; i < STATES.length * 2; i++) {
                    double[] truth = STATES[i / 2];
                    StateShares shares = estimator
                            .estimate(pass(detector, truth[0], truth[1], i % 2 == 0 ? 100 : 1000))
                            .states();
                    tallies[i][0].add(shares.withMask(), truth[0]);
                    tallies[i][1].add(shares.withoutMask(), truth[1]);
                    tallies[i][2].add(shares.wornIncorrectly(), truth[2]);
                }
            }
            for (int i = 0; i < STATES.length * 2; i++) {
                StringBuilder line = new StringBuilder("| " + detector.label() + " | ");
                for (int state = 0; state < 3; state++) {
                    line.append(STATES[i / 2][state]).append(state < 2 ? ", " : " | ");
                    coverages.add(tallies[i][state].coverage());
                }
                line.append(i % 2 == 0 ? 100 : 1000);
                for (Tally tally : tallies[i]) {
                    line.append(" | ")
                            .append(tally.percent())
                            .append(" (")
                            .append(tally.meanWidth())
                            .append(")");
                }
                LINES.add(line + " |");
            }
        }
        double chance = 4 * Math.sqrt(0.05 * 0.95 / runs);
        assertThat(coverages).allMatch(coverage -> coverage > 0.92 - chance);
    }
}
