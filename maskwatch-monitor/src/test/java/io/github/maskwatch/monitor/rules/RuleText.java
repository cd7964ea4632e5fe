package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.ConfigurationReader;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;

/** Rules of tests, as users write them. */
final class RuleText {
    private RuleText() {}

    static RuleSet read(String yaml) throws ConfigurationException {
        return new ConfigurationReader(Map.of())
                .read(yaml, "rules.yaml", Path.of("."), new RuleSetShape(ZoneOffset.UTC));
    }

    /** One of which the test knows that it is right. */
    static RuleSet rules(String yaml) {
        try {
            return read(yaml);
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One rule in braces, such as {@code name: bare, when: without_mask}, and a storm limit that does not bite. */
    static RuleSet rule(String fields) {
        return rules("storm_limit: {alarms: 10000, within: 1 s}\nrules:\n  - {" + fields + "}\n");
    }
}
