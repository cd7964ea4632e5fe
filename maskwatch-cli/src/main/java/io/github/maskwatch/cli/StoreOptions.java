package io.github.maskwatch.cli;

import io.github.maskwatch.monitor.config.Secret;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which store. */
final class StoreOptions {
    private static final String PASSWORD_VARIABLE = "MASKWATCH_STORE_PASSWORD";

    @Parameters(
            index = "0",
            paramLabel = "STORE",
            description = "A file of events (SQLite), or postgresql://USER@HOST/DATABASE.")
    String store;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The database's password. Default: $" + PASSWORD_VARIABLE + ".")
    @Nullable
    Path passwordFile;

    /** One that is there already. */
    DatabaseEventStore openExisting() throws IOException {
        return DatabaseEventStore.openExisting(address());
    }

    /** Made if need be. */
    DatabaseEventStore open() throws IOException {
        return DatabaseEventStore.open(address());
    }

    private StoreAddress address() throws IOException {
        StoreAddress address = StoreAddress.parse(store);
        String password = passwordFile == null
                ? System.getenv(PASSWORD_VARIABLE)
                : Files.readString(passwordFile).strip();
        return password == null || password.isEmpty() ? address : address.withPassword(new Secret(password));
    }
}
