package io.github.maskwatch.monitor.live;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.tracking.TrackedFrame;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame that was worked on.
 *
 * @param frame as faces were looked for in it: mirrored, where the run mirrors
 * @param faces as this frame alone tells them, by falling score, px of the frame
 * @param tracked the same faces, put to those who are followed; null where nobody is
 * @param events what happened in the zones and at the lines, as the monitor tells it; empty where there are none
 * @param drawn the frame with its boxes and figures, to be looked at now
 * @param kept the same for files, with faces as {@link LiveConfig#kept} says; null where nothing is kept
 * @param latency from reading to drawn
 * @param statistics with this frame in them
 */
public record LiveFrame(
        Frame frame,
        List<MaskedFace> faces,
        @Nullable TrackedFrame tracked,
        List<Event> events,
        Image drawn,
        @Nullable Image kept,
        Duration latency,
        Statistics statistics) {
    public LiveFrame {
        faces = List.copyOf(faces);
        events = List.copyOf(events);
        if (tracked != null && tracked.faces().size() != faces.size()) {
            throw new IllegalArgumentException("tracked must hold the " + faces.size() + " faces, got "
                    + tracked.faces().size());
        }
    }
}
