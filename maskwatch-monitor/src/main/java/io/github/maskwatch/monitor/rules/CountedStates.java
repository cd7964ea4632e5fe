package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.mask.MaskState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states that a rule looks for.
 *
 * @param known those with a name of their own
 * @param cannotTell whether "cannot tell" is one of them
 */
public record CountedStates(Set<MaskState> known, boolean cannotTell) {
    static final String CANNOT_TELL = "cannot_tell";

    public CountedStates {
        known = Set.copyOf(known);
        if (known.isEmpty() && !cannotTell) {
            throw new IllegalArgumentException("at least one state must count, got none");
        }
    }

    /**
     * @param state null: cannot tell
     */
    public boolean contains(@Nullable MaskState state) {
        return state == null ? cannotTell : known.contains(state);
    }

    /** For people. */
    static String label(@Nullable MaskState state) {
        return state == null ? "cannot tell" : state.label();
    }
}
