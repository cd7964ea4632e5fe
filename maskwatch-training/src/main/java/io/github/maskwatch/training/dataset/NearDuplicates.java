package io.github.maskwatch.training.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * Photos that show nearly the same picture, joined to groups: if A is like B and B like C, all three are one group. Found by
 * comparing all pairs, which 50,000 photos take a few seconds for, and which misses none.
 */
final class NearDuplicates {

    /** Two places in the list, the first before the second. */
    record Pair(int first, int second) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final int[] parents;

    NearDuplicates(List<PerceptualHash> looks) {
        int n = looks.size();
        parents = new int[n];
        for (int i = 0; i < n; i++) {
            parents[i] = i;
        }
        long[] frequencies =
                looks.stream().mapToLong(PerceptualHash::frequencies).toArray();
        for (int i = 0; i < n; i++) {
            PerceptualHash look = looks.get(i);
            long own = look.frequencies();
            long mirrored = look.mirroredFrequencies();
            // The flat array rules out nearly all before anything else is looked at.
            for (int j = i + 1; j < n; j++) {
                boolean maybe = PerceptualHash.nearInFrequencies(own, frequencies[j])
                        || PerceptualHash.nearInFrequencies(mirrored, frequencies[j]);
                if (maybe && look.isNear(looks.get(j))) {
                    pairs.add(new Pair(i, j));
                    join(i, j);
                }
            }
        }
    }

    /** Every pair that is near in itself. */
    List<Pair> pairs() {
        return pairs;
    }

    /** The first member of each photo's group; a photo unlike all others is a group of its own. */
    int[] groups() {
        int[] groups = new int[parents.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = root(i);
        }
        return groups;
    }

    /** The smaller root wins, so that a group is named after its first member. */
    private void join(int i, int j) {
        int one = root(i);
        int other = root(j);
        parents[Math.max(one, other)] = Math.min(one, other);
    }

    private int root(int i) {
        int at = i;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
