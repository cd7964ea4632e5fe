package io.github.maskwatch.monitor.live;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskedFace;
import java.time.Duration;
import java.util.List;

/**
 * A frame that was worked on.
 *
 * @param frame as faces were looked for in it: mirrored, where the run mirrors
 * @param faces by falling score, px of the frame
 * @param drawn the frame with its boxes and figures
 * @param latency from reading to drawn
 * @param statistics with this frame in them
 */
public record LiveFrame(Frame frame, List<MaskedFace> faces, Image drawn, Duration latency, Statistics statistics) {
    public LiveFrame {
        faces = List.copyOf(faces);
    }
}
