package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Deals groups of photos to the splits so that each class is shared out as wanted. Groups come in an order drawn from the seed,
 * large ones first, and each goes where its classes are furthest behind what they should have. So even of three photos of a class
 * each split gets one.
 */
final class Stratification {
    private final Map<Split, Double> shares;
    private final long seed;

    /** @param shares above 0 each; a split without a share gets nothing */
    Stratification(Map<Split, Double> shares, long seed) {
        this.shares = new EnumMap<>(shares);
        this.seed = seed;
    }

    /**
     * @param photos how many faces of each class are in each photo; what has none counts as one without a face
     * @param groups the group of each photo
     * @return the split of each photo
     */
    List<Split> deal(List<Map<MaskState, Integer>> photos, int[] groups) {
        Map<Integer, Group> byNumber = new TreeMap<>();
        for (int i = 0; i < groups.length; i++) {
            byNumber.computeIfAbsent(groups[i], number -> new Group()).add(photos.get(i));
        }
        Counts all = new Counts();
        byNumber.values().forEach(group -> all.add(group.counts));
        Map<Split, Counts> dealt = new EnumMap<>(Split.class);
        shares.keySet().forEach(split -> dealt.put(split, new Counts()));
        for (Group group : shuffled(byNumber.values())) {
            group.split = neediest(group.counts, all, dealt);
            counts(dealt, group.split).add(group.counts);
        }
        List<Split> splits = new ArrayList<>(groups.length);
        for (int group : groups) {
            splits.add(Objects.requireNonNull(byNumber.get(group)).split);
        }
        return splits;
    }

    private List<Group> shuffled(Collection<Group> groups) {
        List<Group> order = new ArrayList<>(groups);
        Collections.shuffle(order, new Random(seed));
        order.sort(Comparator.comparingInt((Group group) -> group.size).reversed());
        return order;
    }

    private Split neediest(Counts group, Counts all, Map<Split, Counts> dealt) {
        Split neediest = Split.TRAIN;
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Split, Double> share : shares.entrySet()) {
            double need = counts(dealt, share.getKey()).need(group, all, share.getValue());
            if (need > most) {
                most = need;
                neediest = share.getKey();
            }
        }
        return neediest;
    }

    private static Counts counts(Map<Split, Counts> dealt, Split split) {
        return Objects.requireNonNull(dealt.get(split));
    }

    private static final class Group {
        final Counts counts = new Counts();
        int size;
        Split split = Split.TRAIN;

        void add(Map<MaskState, Integer> photo) {
            counts.add(photo);
            size += Math.max(
                    1, photo.values().stream().mapToInt(Integer::intValue).sum());
        }
    }

    /** Faces of each class, and photos without a face. */
    private static final class Counts {
        private final Map<MaskState, Integer> faces = new EnumMap<>(MaskState.class);
        private int photosWithoutFace;

        void add(Map<MaskState, Integer> photo) {
            photo.forEach((state, count) -> faces.merge(state, count, Integer::sum));
            photosWithoutFace += photo.isEmpty() ? 1 : 0;
        }

        void add(Counts others) {
            others.faces.forEach((state, count) -> faces.merge(state, count, Integer::sum));
            photosWithoutFace += others.photosWithoutFace;
        }

        private int of(MaskState state) {
            return faces.getOrDefault(state, 0);
        }

        /** How far this split is behind its share of the group's classes: 1 has nothing yet, 0 has all it should. */
        double need(Counts group, Counts all, double share) {
            double need = need(group.photosWithoutFace, photosWithoutFace, share * all.photosWithoutFace);
            for (Map.Entry<MaskState, Integer> wanted : group.faces.entrySet()) {
                need += need(wanted.getValue(), of(wanted.getKey()), share * all.of(wanted.getKey()));
            }
            return need;
        }

        private static double need(int offered, int had, double target) {
            return offered == 0 ? 0 : offered * (1 - had / target);
        }
    }
}
