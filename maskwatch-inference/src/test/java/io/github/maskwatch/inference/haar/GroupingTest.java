package io.github.maskwatch.inference.haar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.inference.haar.Grouping.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GroupingTest {

    @Test
    void nothingGroupsToNothing() {
        assertThat(Grouping.group(List.of(), 3)).isEmpty();
    }

    @Test
    void groupIsTheRoundedMeanOfItsHits() {
        List<Hit> hits = List.of(square(10, 10, 40), square(12, 11, 40), square(11, 13, 43));
        assertThat(Grouping.group(hits, 2)).containsExactly(new Group(11, 11, 41, 41, 3, 1));
    }

    @Test
    void aGroupNeedsMoreHitsThanMinNeighbors() {
        assertThat(Grouping.group(List.of(square(10, 10, 40), square(11, 11, 40)), 2))
                .isEmpty();
    }

    @Test
    void zeroLeavesHitsUngrouped() {
        assertThat(Grouping.group(List.of(square(10, 10, 40), square(11, 11, 40)), 0))
                .hasSize(2);
    }

    @Test
    void likenessReachesThroughOthers() {
        // Neighbours are 6 px apart, first and last 12: more than the 8 that may differ at 40 px.
        assertThat(Grouping.group(List.of(square(0, 0, 40), square(12, 0, 40), square(6, 0, 40)), 2))
                .hasSize(1);
        assertThat(Grouping.group(List.of(square(0, 0, 40), square(12, 0, 40)), 1))
                .isEmpty();
    }

    @Test
    void aStrongGroupSwallowsAWeakOneWithinIt() {
        List<Hit> hits = new ArrayList<>(Collections.nCopies(5, square(0, 0, 100)));
        hits.addAll(Collections.nCopies(2, square(30, 30, 30)));
        assertThat(Grouping.group(hits, 1)).containsExactly(new Group(0, 0, 100, 100, 5, 1));
        hits.addAll(Collections.nCopies(3, square(30, 30, 30)));
        assertThat(Grouping.group(hits, 1)).hasSize(2);
    }

    @Property(tries = 200)
    void orderDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        Random random = new Random(seed);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hits.add(square(random.nextInt(60), random.nextInt(60), 30 + random.nextInt(20)));
        }
        List<Group> groups = Grouping.group(hits, 1);
        Collections.shuffle(hits, random);
        assertThat(new HashSet<>(Grouping.group(hits, 1))).isEqualTo(new HashSet<>(groups));
    }

    private static Hit square(int x, int y, int side) {
        return new Hit(x, y, side, side, 1);
    }
}
