package io.github.maskwatch.cli.doctor;

import io.github.maskwatch.cli.monitor.ChannelSettings;
import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.cli.monitor.SiteCamera;
import io.github.maskwatch.monitor.service.CameraConfig;
import io.github.maskwatch.store.StoreAddress;
import io.github.maskwatch.video.Camera;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The checks of what a configuration names. */
public final class SiteChecks {
    private static final long STORE_BYTES = 512L << 20;

    private SiteChecks() {}

    /** Opens a camera, reads a frame and closes it. */
    @FunctionalInterface
    public interface CameraProbe {
        Camera.Mode mode(CameraConfig camera) throws IOException;
    }

    /** @param random for names under which brokers know us */
    public static List<Check> of(Site site, CameraProbe cameras, Clock clock, RandomGenerator random) {
        List<Check> checks = new ArrayList<>();
        for (SiteCamera each : site.cameras()) {
            CameraConfig camera = each.camera();
            checks.add(new CameraCheck(camera.name(), camera.targetFps(), () -> cameras.mode(camera)));
        }
        StoreAddress store = site.store().address();
        if (store instanceof StoreAddress.InFile file) {
            Path folder = file.path().toAbsolutePath().getParent();
            checks.add(new FolderCheck("store's folder", folder == null ? file.path() : folder, false, STORE_BYTES));
        }
        checks.add(new StoreCheck(store, site.store().retention(), clock));
        for (ChannelSettings channel : site.channels()) {
            checks.add(new ChannelCheck(channel.name(), channel.place(), () -> channel.probe(random)));
        }
        return checks;
    }
}
