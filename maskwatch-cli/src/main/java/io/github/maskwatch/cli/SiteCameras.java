package io.github.maskwatch.cli;

import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.cli.monitor.SiteCamera;
import io.github.maskwatch.message.OneLine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of a configuration's cameras a user means. */
final class SiteCameras {
    private SiteCameras() {}

    /**
     * The one of that name, or all.
     *
     * @param file the configuration, for messages
     * @param name null: all
     * @throws Failure if there is none of that name
     */
    static List<SiteCamera> of(Site site, Path file, @Nullable String name) throws Failure {
        if (name == null) {
            return site.cameras();
        }
        List<SiteCamera> named = site.cameras().stream()
                .filter(each -> each.camera().name().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "no camera of %s is called %s; there is %s"
                            .formatted(file, OneLine.of(name), names(site.cameras())));
        }
        return named;
    }

    /** @throws Failure if there are several */
    static SiteCamera only(List<SiteCamera> cameras) throws Failure {
        if (cameras.size() != 1) {
            throw new Failure(ExitCode.WRONG_USE, "name one camera with --camera; there is " + names(cameras));
        }
        return cameras.get(0);
    }

    private static String names(List<SiteCamera> cameras) {
        return cameras.stream().map(each -> each.camera().name()).collect(Collectors.joining(", "));
    }
}
