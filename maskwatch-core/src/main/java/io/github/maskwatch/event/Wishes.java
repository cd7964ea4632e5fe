package io.github.maskwatch.event;

import java.io.IOException;
import java.util.List;

/**
 * What a service is asked to note. A wish outlives both processes; it is gone with the very {@link EventStore#append} that writes its note, so that neither a kill
 * before nor one after loses or doubles it. Thread-safe.
 */
public interface Wishes {

    /** Makes one; one with that id that is there already is left as it is. When it returns, it outlives a power cut. */
    void make(Wish wish) throws IOException;

    /** Those that are not fulfilled yet, the oldest first, at most so many. */
    List<Wish> open(int most) throws IOException;
}
