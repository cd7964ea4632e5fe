package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.dataset.NearDuplicates.Pair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what each photo is for. */
final class PhotoSplit {
    private final Path root;
    private final List<CheckedPhoto> photos;
    private final DatasetConfig config;
    private final NearDuplicates duplicates;
    private final int[] groups;
    private final Split[] splits;
    private final List<String> warnings = new ArrayList<>();

    private PhotoSplit(Path root, List<CheckedPhoto> photos, DatasetConfig config) {
        this.root = root;
        this.photos = photos;
        this.config = config;
        this.duplicates =
                new NearDuplicates(photos.stream().map(CheckedPhoto::look).toList());
        this.groups = duplicates.groups();
        this.splits = new Split[photos.size()];
    }

    /**
     * A split of its own stays as it is; where there is none, or where it lacks a validation set, photos that may be used are
     * dealt.
     *
     * @throws IOException if a class would have nothing in training or validation
     */
    static PhotoSplit of(Path root, List<CheckedPhoto> photos, DatasetConfig config) throws IOException {
        PhotoSplit split = new PhotoSplit(root, photos, config);
        split.decide();
        return split;
    }

    SplitManifest manifest() {
        List<SplitManifest.Entry> entries = new ArrayList<>(photos.size());
        for (int i = 0; i < photos.size(); i++) {
            entries.add(new SplitManifest.Entry(name(i), label(i), splits[i], name(groups[i])));
        }
        return new SplitManifest(SplitManifest.FORMAT, hash(photos), sentence(), entries);
    }

    List<String> warnings() {
        return warnings;
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
        requireEveryClass(Split.TRAIN);
        requireEveryClass(Split.VALIDATION);
        warnOfTornPairs();
        warnOfContradictions();
    }

    private Map<Split, Double> shares(Set<Split> given) {
        double test = given.contains(Split.TEST) ? 0 : config.testShare();
        Map<Split, Double> shares = new EnumMap<>(Split.class);
        shares.put(Split.TRAIN, 1 - config.validationShare() - test);
        shares.put(Split.VALIDATION, config.validationShare());
        if (test > 0) {
            shares.put(Split.TEST, test);
        }
        return shares;
    }

    /** All photos that are not for something else already. */
    private void deal(Map<Split, Double> shares) {
        int[] free = IntStream.range(0, photos.size())
                .filter(i -> splits[i] != Split.TEST && splits[i] != Split.VALIDATION)
                .toArray();
        List<Split> dealt = new Stratification(shares, config.seed())
                .deal(
                        IntStream.of(free).mapToObj(this::label).toList(),
                        IntStream.of(free).map(i -> groups[i]).toArray());
        for (int i = 0; i < free.length; i++) {
            splits[free[i]] = dealt.get(i);
        }
    }

    private void requireEveryClass(Split split) throws IOException {
        for (MaskState state : MaskState.values()) {
            long all = count(state, null);
            if (all > 0 && count(state, split) == 0) {
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

    private void warnOfContradictions() {
        List<Pair> contradictions = duplicates.pairs().stream()
                .filter(pair -> label(pair.first()) != label(pair.second()))
                .toList();
        if (!contradictions.isEmpty()) {
            warnings.add(number(contradictions.size(), "pair")
                    + " of near-duplicates lie in different classes, so one of each may be labelled wrongly, such as "
                    + names(contradictions.get(0)));
        }
    }

    private String sentence() {
        String counts = Stream.of(Split.values())
                .map(split -> number(count(null, split)) + " for " + purpose(split))
                .collect(Collectors.joining(", "));
        if (givenSplit() && photos.stream().anyMatch(photo -> photo.file().split() == Split.VALIDATION)) {
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
                + " by class with seed " + config.seed() + ": " + counts + "; " + together + ".";
    }

    private static String purpose(Split split) {
        return switch (split) {
            case TRAIN -> "training";
            case VALIDATION -> "validation";
            case TEST -> "test";
        };
    }

    private boolean givenSplit() {
        return photos.stream().anyMatch(photo -> photo.file().split() != null);
    }

    private @Nullable Split givenSplit(int i) {
        return photos.get(i).file().split();
    }

    private long count(@Nullable MaskState state, @Nullable Split split) {
        return IntStream.range(0, photos.size())
                .filter(i -> (state == null || label(i) == state) && (split == null || splits[i] == split))
                .count();
    }

    private MaskState label(int i) {
        return photos.get(i).file().label();
    }

    private String name(int i) {
        return photos.get(i).file().name();
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

    /** SHA-256 over name, label and hash of each photo, sorted by name: the same on every file system. */
    static String hash(List<CheckedPhoto> photos) {
        MessageDigest digest = PhotoCheck.digest();
        photos.stream()
                .map(photo -> photo.file().name() + '\0' + photo.file().label().id() + '\0' + photo.sha256() + '\n')
                .sorted()
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
