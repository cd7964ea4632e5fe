package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names under which people keep the classes and the splits of mask photos; case, spaces, hyphens and underscores do not count. */
final class ClassNames {
    private static final Map<String, MaskState> CLASSES = Stream.of(
                    names(
                            MaskState.WITH_MASK,
                            "withmask withmasks with mask masks masked maskon wearingmask wearmask facemask facewithmask"
                                    + " correctmask maskcorrect correctlymasked properlymasked maskworncorrectly"
                                    + " maskwearedcorrect correctlywornmask"),
                    names(
                            MaskState.WITHOUT_MASK,
                            "withoutmask withoutmasks without nomask nomasks nonmask nonmasked notmasked unmasked maskless"
                                    + " maskoff bare bareface barefaced facewithoutmask facenomask notwearingmask"),
                    names(
                            MaskState.WORN_INCORRECTLY,
                            "maskwornincorrectly maskwornincorrect maskwearedincorrect maskwearedincorrectly wornincorrectly"
                                    + " incorrectlyworn incorrectlywornmask incorrectmask maskincorrect incorrect"
                                    + " incorrectlymasked incorrectlywearingmask improper impropermask improperlyworn"
                                    + " improperlymasked wrongmask maskwrong wearincorrectly misworn partialmask"
                                    + " partiallymasked wornwrong"))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, Split> SPLITS = Map.of(
            "train", Split.TRAIN,
            "training", Split.TRAIN,
            "val", Split.VALIDATION,
            "valid", Split.VALIDATION,
            "validation", Split.VALIDATION,
            "dev", Split.VALIDATION,
            "test", Split.TEST,
            "testing", Split.TEST);

    private ClassNames() {}

    private static Stream<Map.Entry<String, MaskState>> names(MaskState state, String spellings) {
        return List.of(spellings.split(" ")).stream().map(name -> Map.entry(name, state));
    }

    static Optional<MaskState> state(String folder) {
        return Optional.ofNullable(CLASSES.get(plain(folder)));
    }

    static Optional<Split> split(String folder) {
        return Optional.ofNullable(SPLITS.get(plain(folder)));
    }

    private static String plain(String folder) {
        return folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
