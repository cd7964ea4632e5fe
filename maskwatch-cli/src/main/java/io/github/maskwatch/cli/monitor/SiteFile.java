package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.monitor.config.ConfigurationReader;
import io.github.maskwatch.monitor.config.KeyTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/** The file that a site is configured with. */
public final class SiteFile {
    private SiteFile() {}

    /**
     * Reads it.
     *
     * @param environment the variables that secrets may be in
     * @throws IOException one line with the place, if it cannot be used
     */
    public static Site read(Path file, Map<String, String> environment) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return new ConfigurationReader(environment).read(file, shape(folder == null ? file.toAbsolutePath() : folder));
    }

    /** All keys with their types, defaults and meaning, Markdown. */
    public static String keys() {
        return KeyTable.of(shape(Path.of(""))).markdown();
    }

    private static SiteShape shape(Path folder) {
        return new SiteShape(folder, ZoneId.systemDefault());
    }
}
