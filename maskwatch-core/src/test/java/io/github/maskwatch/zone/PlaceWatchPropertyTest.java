package io.github.maskwatch.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.LinePassed;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.ZoneEntered;
import io.github.maskwatch.event.ZoneLeft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for all ways of all people. */
class PlaceWatchPropertyTest {
    /** From edge to edge, so that nobody walks around it. */
    private static final Line ACROSS = new Line("line", new Point(0, 0.5), new Point(1, 0.5));

    private static final Zone MIDDLE = new Zone(
            "middle",
            new Polygon(List.of(new Point(0.3, 0.3), new Point(0.7, 0.35), new Point(0.6, 0.7), new Point(0.45, 0.5))));
    private static final PlaceConfig PLACE =
            PlaceConfig.DEFAULTS.withZones(List.of(MIDDLE)).withLines(List.of(ACROSS));

    /** People who wander, are hidden, come and go. */
    private static Walk crowd(PlaceConfig config, long seed, double dx, double dy) {
        Random random = new Random(seed);
        Walk walk = new Walk(config);
        Map<Long, Point> there = new HashMap<>();
        long next = 1;
        for (int frame = 0; frame < 60; frame++) {
            if (there.size() < 4 && random.nextInt(4) == 0) {
                there.put(next++, new Point(0.1 + 0.8 * random.nextDouble(), 0.1 + 0.8 * random.nextDouble()));
            }
            for (Map.Entry<Long, Point> each : List.copyOf(there.entrySet())) {
                long person = each.getKey();
                Point at = each.getValue();
                Point to = new Point(wander(at.x(), random), wander(at.y(), random));
                int fate = random.nextInt(20);
                if (fate == 0) {
                    there.remove(person);
                    walk.gone(person);
                } else if (fate > 2) {
                    there.put(person, to);
                    walk.to(person, to.x() + dx, to.y() + dy);
                }
            }
            walk.frame();
        }
        walk.events.addAll(walk.watch.end(Walk.START.plusSeconds(60)));
        return walk;
    }

    private static double wander(double at, Random random) {
        return Math.max(0.1, Math.min(0.9, at + 0.12 * random.nextGaussian()));
    }

    private static Line moved(Line line, double dx, double dy) {
        return new Line(line.name(), moved(line.from(), dx, dy), moved(line.to(), dx, dy));
    }

    private static Point moved(Point point, double dx, double dy) {
        return new Point(point.x() + dx, point.y() + dy);
    }

    private static Zone moved(Zone zone, double dx, double dy) {
        return new Zone(
                zone.name(),
                new Polygon(zone.area().corners().stream()
                        .map(corner -> moved(corner, dx, dy))
                        .toList()));
    }

    @Property(tries = 200)
    void placesAndPeopleMovedTogetherTellTheSame(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -0.1, max = 0.1) double dx,
            @ForAll @DoubleRange(min = -0.1, max = 0.1) double dy) {
        Line line = new Line("line", new Point(0.2, 0.4), new Point(0.8, 0.6));
        PlaceConfig here = PLACE.withLines(List.of(line));
        PlaceConfig there = here.withLines(List.of(moved(line, dx, dy))).withZones(List.of(moved(MIDDLE, dx, dy)));
        assertThat(crowd(there, seed, dx, dy).story())
                .isEqualTo(crowd(here, seed, 0, 0).story());
    }

    @Property(tries = 200)
    void theLineTheOtherWayRoundSwapsInAndOut(@ForAll long seed) {
        Passages one = crowd(PLACE, seed, 0, 0).watch.passages("line");
        PlaceConfig turned = PLACE.withLines(List.of(ACROSS.reversed()));
        Passages other = crowd(turned, seed, 0, 0).watch.passages("line");
        assertThat(other).isEqualTo(new Passages(one.out(), one.in()));
    }

    @Property(tries = 200)
    void enteringAndLeavingAlternateAndAllThatBeginsEnds(@ForAll long seed) {
        Set<String> in = new HashSet<>();
        Set<String> gone = new HashSet<>();
        long came = 0;
        for (Event event : crowd(PLACE, seed, 0, 0).events) {
            String who = String.valueOf(event.row().track());
            assertThat(gone).as("nothing is told of whoever left").doesNotContain(who);
            if (event instanceof ZoneEntered) {
                assertThat(in.add(who)).isTrue();
            } else if (event instanceof ZoneLeft left) {
                assertThat(in.remove(who)).isTrue();
                assertThat(left.stayed()).isGreaterThanOrEqualTo(Duration.ZERO);
            } else if (event instanceof PersonLeft) {
                assertThat(in).doesNotContain(who);
                gone.add(who);
            } else if (event.kind() == EventKind.APPEARED) {
                came++;
            }
        }
        assertThat(in).isEmpty();
        assertThat(gone).hasSize((int) came);
    }

    @Property(tries = 200)
    void countsAreTheEvents(@ForAll long seed) {
        Walk walk = crowd(PLACE, seed, 0, 0);
        Passages counted = Passages.NONE;
        Set<String> once = new HashSet<>();
        for (Event event : walk.events) {
            if (event instanceof LinePassed passed) {
                counted = counted.plus(passed.direction());
                assertThat(once.add(passed.track() + " " + passed.direction())).isTrue();
            }
        }
        assertThat(walk.watch.passages("line")).isEqualTo(counted);
    }

    /** However the way dithers, and however few frames there are. */
    @Property
    void whoDithersOnTheLinePassesOnceIfTheWayLeadsThere(
            @ForAll @IntRange(max = 30) int frames, @ForAll long seed, @ForAll boolean through) {
        Random random = new Random(seed);
        List<Double> way = new ArrayList<>(List.of(0.5, 0.3));
        for (int i = 0; i < frames; i++) {
            // A quarter of the face's 40 px is 0.02 of the picture's height.
            way.addAll(List.of(0.3 + 0.4 * random.nextDouble(), 0.5 + 0.0199 * (2 * random.nextDouble() - 1)));
        }
        way.addAll(List.of(0.5, through ? 0.7 : 0.3));
        Walk walk = new Walk(PLACE)
                .way(1, way.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(walk.watch.passages("line")).isEqualTo(through ? new Passages(1, 0) : Passages.NONE);
    }

    @Property
    void nobodyIsTooFast(
            @ForAll @IntRange(min = 2, max = 20) int frames, @ForAll @IntRange(min = 1, max = 3000) int ms) {
        Walk walk = new Walk(PLACE, Duration.ofMillis(ms));
        double[] way = new double[2 * frames];
        for (int i = 0; i < frames; i++) {
            way[2 * i] = 0.5;
            way[2 * i + 1] = 0.9 - 0.8 * i / (frames - 1);
        }
        walk.way(1, way);
        List<Direction> passed = walk.events.stream()
                .filter(LinePassed.class::isInstance)
                .map(event -> ((LinePassed) event).direction())
                .toList();
        assertThat(passed).containsExactly(Direction.OUT);
    }
}
