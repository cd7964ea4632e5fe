package io.github.maskwatch.cli;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.monitor.service.CameraConfig;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.video.VideoOptions;
import io.github.maskwatch.video.VideoSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** What a configuration names, made: cameras and detectors. */
final class SiteOpening {
    private static final String DEMO = "demo";

    private SiteOpening() {}

    /** @param silence after which the reader gives a silent stream up */
    static FrameSource source(CameraConfig camera, Duration open, Duration silence) {
        return camera.source().toLowerCase(Locale.ROOT).equals(DEMO)
                ? new DemoSource(1, null)
                : VideoSource.parse(camera.source(), VideoOptions.defaults().withTimeouts(open, silence));
    }

    static MaskDetector detector(Site site) throws IOException {
        return detector(site.monitor().detector());
    }

    /** @param model {@code nano}, {@code small}, {@code accurate}, or a file */
    static MaskDetector detector(String model) throws IOException {
        return Detectors.following(
                TrackingConfig.DEFAULTS, DetectorConfig.DEFAULTS, config -> Detectors.open(model, config));
    }
}
