package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.dataset.ClassNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the names of boxes mean. Unknown ones that are used are remembered, and refused all together in the end. */
final class BoxClasses {
    private final Set<MaskState> known = EnumSet.noneOf(MaskState.class);
    private final Set<String> unknown = new TreeSet<>();

    /** A name that boxes could have. */
    void declare(String name) {
        ClassNames.box(name).ifPresent(known::add);
    }

    /** The class of a box. */
    Optional<MaskState> of(String name) {
        Optional<MaskState> state = ClassNames.box(name);
        state.ifPresentOrElse(known::add, () -> unknown.add(name));
        return state;
    }

    /**
     * The classes that are told apart.
     *
     * @throws IOException one line, if there are boxes of unknown classes: faces that are left out would be taught as background
     */
    Set<MaskState> known(Path root) throws IOException {
        if (!unknown.isEmpty()) {
            throw new IOException(root + ": has boxes of "
                    + (unknown.size() == 1 ? "a class that is" : "classes that are") + " not known: \""
                    + String.join("\", \"", unknown) + "\"; wanted: with_mask, without_mask and, if there are any,"
                    + " mask_worn_incorrectly, or their usual spellings (mask, no_mask, incorrect_mask, ...); rename"
                    + " them");
        }
        return known;
    }
}
