package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.DataSize;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Secret;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.store.Retention;
import io.github.maskwatch.store.StoreAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The store in YAML. */
final class StoreShape extends Shape<StoreSettings> {
    private static final String STANDARD_FILE = "maskwatch.db";

    private final Key<Path> file = optional(
            "file",
            Types.PATH,
            "A file, made at the first start; where neither it nor `url` is given: `maskwatch.db`.");
    private final Key<String> url = optional(
            "url", Types.LINE, "Instead of a file a PostgreSQL server: `postgresql://user@host:port/database`.");
    private final Key<Secret> password = optional("password", Types.SECRET, "Of the server's user.");
    private final Key<Duration> keep =
            optional("keep", Types.DURATION, "Events older than that are deleted; none: kept for ever.");
    private final Key<DataSize> size = optional(
            "size",
            Types.DATA_SIZE,
            "The oldest events are deleted where the store is larger than that; none: any size.");

    private final Key<AuditSettings> audit = optional(
            "audit",
            new AuditShape(),
            "Where this section is there, all events are also in a log that shows if somebody changed it.");

    private final Path folder;

    /** @param folder where the standard file is */
    StoreShape(Path folder) {
        super("store");
        this.folder = folder;
    }

    @Override
    protected StoreSettings build(Section section) throws ConfigurationException {
        DataSize most = section.orNull(size);
        return new StoreSettings(
                address(section),
                new Retention(section.orNull(keep), most == null ? null : most.bytes()),
                section.orNull(audit));
    }

    private StoreAddress address(Section section) throws ConfigurationException {
        @Nullable Path path = section.orNull(file);
        String server = section.orNull(url);
        Secret secret = section.orNull(password);
        if (server == null) {
            if (secret != null) {
                throw section.problem(password, "a file has none; it is for a url");
            }
            return new StoreAddress.InFile(path == null ? folder.resolve(STANDARD_FILE) : path);
        }
        if (path != null) {
            throw section.problem(url, "there is a file, too; name one of them");
        }
        StoreAddress address = StoreAddress.parse(server);
        if (!(address instanceof StoreAddress.OnServer onServer) || onServer.password() != null) {
            throw section.problem(
                    url, "wanted postgresql://user@host:port/database, with the password under password: ${env:NAME}");
        }
        return secret == null ? address : address.withPassword(secret);
    }
}
