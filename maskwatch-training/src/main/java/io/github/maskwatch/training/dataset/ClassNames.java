package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names under which people keep the classes and the splits of mask photos; case, spaces, hyphens and underscores do
 * not count.
 */
public final class ClassNames {
    private static final Map<String, MaskState> CLASSES = Stream.of(
                    names(
                            MaskState.WITH_MASK,
                            "withmask withmasks with mask masks masked maskon wearingmask wearmask facemask facewithmask"
                                    + " correctmask maskcorrect correctlymasked properlymasked maskworncorrectly"
                                    + " maskwearedcorrect correctlywornmask correctlyworn wearscorrectly withfacemask maskedface"
                                    + " wearingfacemask properlywornmask"),
                    names(
                            MaskState.WITHOUT_MASK,
                            "withoutmask withoutmasks without nomask nomasks nonmask nonmasked notmasked unmasked maskless"
                                    + " maskoff bare bareface barefaced facewithoutmask facenomask notwearingmask nofacemask"
                                    + " withoutfacemask unmaskedface wearingnomask"),
                    names(
                            MaskState.WORN_INCORRECTLY,
                            "maskwornincorrectly maskwornincorrect maskwearedincorrect maskwearedincorrectly wornincorrectly"
                                    + " incorrectlyworn incorrectlywornmask incorrectmask maskincorrect incorrect"
                                    + " incorrectlymasked incorrectlywearingmask improper impropermask improperlyworn"
                                    + " improperlymasked wrongmask maskwrong wearincorrectly misworn partialmask"
                                    + " partiallymasked wornwrong maskwearincorrect maskwearincorrectly wearingincorrectly"
                                    + " wearsincorrectly wearingmaskincorrectly withmaskincorrect withmaskincorrectly incorrectlyweared"
                                    + " incorrectlywornfacemask incorrectfacemask facemaskincorrect improperlywornmask"
                                    + " improperlywearingmask wronglyworn wronglywornmask badlyworn"))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What a box may be called besides; a folder of this name is no class, as it may hold faces of all. */
    private static final Map<String, MaskState> BOXES =
            Map.of("face", MaskState.WITHOUT_MASK, "faces", MaskState.WITHOUT_MASK);

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

    /** The class whose photos a folder of this name holds. */
    static Optional<MaskState> state(String folder) {
        return Optional.ofNullable(CLASSES.get(plain(folder)));
    }

    /** The class of a box with this name. Where boxes have two names, a "face" is a bare one. */
    public static Optional<MaskState> box(String name) {
        return state(name).or(() -> Optional.ofNullable(BOXES.get(plain(name))));
    }

    /** What a folder of this name is for. */
    public static Optional<Split> split(String folder) {
        return Optional.ofNullable(SPLITS.get(plain(folder)));
    }

    private static String plain(String folder) {
        return folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
