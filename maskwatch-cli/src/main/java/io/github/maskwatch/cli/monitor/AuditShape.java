package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Types;
import java.nio.file.Path;

/** The tamper-evident log in YAML. */
final class AuditShape extends Shape<AuditSettings> {
    private final Key<Path> log =
            required("log", Types.PATH, "The file, made at the first start; `maskwatch audit verify` reads it.");
    private final Key<Path> privateKey = required(
            "private_key", Types.PATH, "By which it is signed; `maskwatch audit keygen` makes a pair of keys.");
    private final Key<Path> publicKey = required("public_key", Types.PATH, "The other one of the pair.");

    AuditShape() {
        super("audit");
    }

    @Override
    protected AuditSettings build(Section section) throws ConfigurationException {
        return new AuditSettings(section.value(log), section.value(privateKey), section.value(publicKey));
    }
}
