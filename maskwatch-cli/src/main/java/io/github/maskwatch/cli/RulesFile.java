package io.github.maskwatch.cli;

import io.github.maskwatch.monitor.config.ConfigurationReader;
import io.github.maskwatch.monitor.rules.RuleSet;
import io.github.maskwatch.monitor.rules.RuleSetShape;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;

/** The rules that a user names. */
final class RulesFile {
    private RulesFile() {}

    /**
     * @throws IOException if it cannot be read or is wrong; one line
     */
    static RuleSet read(Path file) throws IOException {
        return new ConfigurationReader(System.getenv()).read(file, new RuleSetShape(ZoneId.systemDefault()));
    }
}
