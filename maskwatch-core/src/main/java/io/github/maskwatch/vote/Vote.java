package io.github.maskwatch.vote;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import org.jspecify.annotations.Nullable;

/**
 * What the looks at one face say together.
 *
 * @param prediction what the face's state may be
 * @param called whether the most probable state is sure enough to be said; otherwise the honest answer is "cannot tell"
 */
public record Vote(MaskPrediction prediction, boolean called) {
    /** Before the first look. */
    public static final Vote NONE = new Vote(new MaskPrediction(1 / 3.0, 1 / 3.0, 1 / 3.0), false);

    /** The state that is called; null where nothing can be said. */
    public @Nullable MaskState state() {
        return called ? prediction.state() : null;
    }
}
