package io.github.maskwatch.monitor.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a configuration comes from and what it may refer to.
 *
 * @param file its name, for messages
 * @param folder that relative paths in it start from
 * @param environment the variables that secrets may be taken from
 */
record Origin(String file, Path folder, Map<String, String> environment) {
    Origin {
        environment = Map.copyOf(environment);
    }

    /** Never the values of the environment. */
    @Override
    public String toString() {
        return file;
    }
}
