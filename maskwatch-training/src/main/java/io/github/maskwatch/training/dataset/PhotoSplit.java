package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.dataset.NearDuplicates.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each photo is for. A split of its own stays as it is; where there is none, or where it lacks a validation set,
 * photos that may be used are dealt by class, with near-duplicates on one side.
 */
public final class PhotoSplit {
    private final Path root;
    private final List<SplitPhoto> photos;
    private final SplitShares shares;
    private final NearDuplicates duplicates;
    private final int[] groups;
    private final Split[] splits;
    private final List<String> warnings = new ArrayList<>();

    private PhotoSplit(Path root, List<SplitPhoto> photos, SplitShares shares) {
        this.root = root;
        this.photos = photos;
        this.shares = shares;
        this.duplicates =
                new NearDuplicates(photos.stream().map(SplitPhoto::look).toList());
        this.groups = duplicates.groups();
        this.splits = new Split[photos.size()];
    }

    /**
     * Of photos below a folder, which messages name.
     *
     * @throws IOException if photos come with a split that has nothing to train on
     */
    public static PhotoSplit of(Path root, List<SplitPhoto> photos, SplitShares shares) throws IOException {
        PhotoSplit split = new PhotoSplit(root, photos, shares);
        split.decide();
        return split;
    }

    /** What the photo at this place of the list is for. */
    public Split split(int i) {
        return splits[i];
    }

    /** The name of the first of the photos that show nearly the same as this one. */
    public String group(int i) {
        return photos.get(groups[i]).name();
    }

    /** One line each. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void decide() throws IOException {
        Set<Split> given = EnumSet.noneOf(Split.class);
        for (int i = 0; i < photos.size(); i++) {
            Split split = givenSplit(i);
            if (split != null) {
                splits[i] = split;
                given.add(split);
            }
        }
        if (!given.isEmpty() && !given.contains(Split.TRAIN)) {
            throw new IOException(root + ": has no photos in train/, only in "
                    + given.stream().map(split -> split.id() + "/").collect(Collectors.joining(" and ")));
        }
        if (!given.contains(Split.VALIDATION)) {
            deal(shares(given));
        }
        warnOfTornPairs();
    }

    private Map<Split, Double> shares(Set<Split> given) {
        double test = given.contains(Split.TEST) ? 0 : shares.test();
        Map<Split, Double> wanted = new EnumMap<>(Split.class);
        wanted.put(Split.TRAIN, 1 - shares.validation() - test);
        wanted.put(Split.VALIDATION, shares.validation());
        if (test > 0) {
            wanted.put(Split.TEST, test);
        }
        return wanted;
    }

    /** All photos that are not for something else already. */
    private void deal(Map<Split, Double> wanted) {
        int[] free = IntStream.range(0, photos.size())
                .filter(i -> splits[i] != Split.TEST && splits[i] != Split.VALIDATION)
                .toArray();
        List<Split> dealt = new Stratification(wanted, shares.seed())
                .deal(
                        IntStream.of(free).mapToObj(i -> photos.get(i).faces()).toList(),
                        IntStream.of(free).map(i -> groups[i]).toArray());
        for (int i = 0; i < free.length; i++) {
            splits[free[i]] = dealt.get(i);
        }
    }

    /** @throws IOException if a class that is there at all has no face for this purpose */
    void requireEveryClass(Split split) throws IOException {
        for (MaskState state : MaskState.values()) {
            long all = faces(state, null);
            if (all > 0 && faces(state, split) == 0) {
                throw new IOException(root + ": " + split.id() + " would have no photo of the class " + state.id()
                        + (givenSplit()
                                ? ""
                                : ", as its " + all + " photos show nearly the same picture and stay together")
                        + "; add photos of it");
            }
        }
    }

    private void warnOfTornPairs() {
        List<Pair> torn = duplicates.pairs().stream()
                .filter(pair -> splits[pair.first()] != splits[pair.second()])
                .toList();
        if (!torn.isEmpty()) {
            warnings.add(number(torn.size(), "pair")
                    + " of near-duplicates are torn apart by the folder's own split, such as " + names(torn.get(0))
                    + ": figures will look better than they are");
        }
    }

    /** For photos of one face each: of two that show the same, one has the wrong label if they differ. */
    void warnOfContradictions() {
        List<Pair> contradictions = duplicates.pairs().stream()
                .filter(pair -> !photos.get(pair.first())
                        .faces()
                        .equals(photos.get(pair.second()).faces()))
                .toList();
        if (!contradictions.isEmpty()) {
            warnings.add(number(contradictions.size(), "pair")
                    + " of near-duplicates lie in different classes, so one of each may be labelled wrongly, such as "
                    + names(contradictions.get(0)));
        }
    }

    /** What was done, for people. */
    public String sentence() {
        String counts = Stream.of(Split.values())
                .map(split -> number(photos(split)) + " for " + purpose(split))
                .collect(Collectors.joining(", "));
        if (givenSplit() && photos.stream().anyMatch(photo -> photo.given() == Split.VALIDATION)) {
            return "Kept the folder's own split: " + counts + ".";
        }
        Set<Integer> shared = duplicates.pairs().stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toSet());
        String together = shared.isEmpty()
                ? "no near-duplicates were found"
                : number(shared.size()) + " near-duplicates stay together in "
                        + number(shared.stream().map(i -> groups[i]).distinct().count(), "group");
        return (givenSplit() ? "Took a validation set out of train/" : "Split " + number(photos.size(), "photo"))
                + " by class with seed " + shares.seed() + ": " + counts + "; " + together + ".";
    }

    private static String purpose(Split split) {
        return switch (split) {
            case TRAIN -> "training";
            case VALIDATION -> "validation";
            case TEST -> "test";
        };
    }

    private boolean givenSplit() {
        return photos.stream().anyMatch(photo -> photo.given() != null);
    }

    private @Nullable Split givenSplit(int i) {
        return photos.get(i).given();
    }

    private long photos(Split split) {
        return Stream.of(splits).filter(s -> s == split).count();
    }

    private long faces(MaskState state, @Nullable Split split) {
        return IntStream.range(0, photos.size())
                .filter(i -> split == null || splits[i] == split)
                .mapToLong(i -> photos.get(i).faces(state))
                .sum();
    }

    private String name(int i) {
        return photos.get(i).name();
    }

    private String names(Pair pair) {
        return name(pair.first()) + " and " + name(pair.second());
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String number(long n, String noun) {
        return number(n) + " " + noun + (n == 1 ? "" : "s");
    }
}
