package io.github.maskwatch.cli;

import io.github.maskwatch.cli.monitor.SiteCamera;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.monitor.live.FacePlaces;
import io.github.maskwatch.monitor.overlay.Caption;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.monitor.overlay.Overlay;
import io.github.maskwatch.monitor.overlay.Places;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a camera with all that is configured for it: zones, lines, the size that a face must have.
 *
 * @param hiding finds the faces that are made unrecognizable; null: none are
 */
record PlannedPicture(Overlay overlay, @Nullable MaskDetector hiding) {
    /** A camera needs a moment to find its exposure, and a stream its first whole picture. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    /** @throws IOException one line, if the camera cannot be opened or sends no frame */
    Image of(SiteCamera camera, FrameSource source) throws IOException {
        Image seen = frame(source).image();
        Image picture = camera.camera().mirror() ? seen.mirror() : seen;
        Image kept = hiding == null ? picture : KeptFaces.PIXELATED.in(picture, faces(hiding, picture));
        Places places = Places.planned(camera.place(), picture.width(), picture.height());
        return overlay.draw(kept, places, List.of(), caption(camera, picture));
    }

    private static List<Box> faces(MaskDetector detector, Image picture) {
        return FacePlaces.of(detector.detect(picture), null);
    }

    private static Caption caption(SiteCamera camera, Image picture) {
        List<String> status = List.of(camera.camera().name(), picture.width() + " x " + picture.height() + " px");
        return new Caption("", status, "");
    }

    /** Of a file the first frame, of a live camera that after a second. */
    private static Frame frame(FrameSource source) throws IOException {
        try (FrameReader reader = source.open()) {
            Frame frame = reader.next();
            if (frame == null) {
                throw new IOException("ends without a frame");
            }
            Duration until = source.live() ? frame.position().plus(SETTLING) : Duration.ZERO;
            for (Frame next = frame; next != null && next.position().compareTo(until) < 0; next = reader.next()) {
                frame = next;
            }
            return frame;
        }
    }
}
