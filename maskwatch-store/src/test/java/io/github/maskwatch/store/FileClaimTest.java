package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That another process is kept out, and that a killed one is not waited for, is a test of the command's. */
class FileClaimTest extends StoreClaimContract {
    @TempDir
    Path folder;

    @Override
    StoreAddress address() {
        return new StoreAddress.InFile(folder.resolve("events.db"));
    }

    @Test
    void aLinkLeadsToTheSame() throws Exception {
        DatabaseEventStore.open(address()).close();
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("events.db"));
        try (StoreClaim claim = StoreClaim.take(address())) {
            assertThat(claim.renew()).isFalse();
            assertThatExceptionOfType(StoreTakenException.class)
                    .isThrownBy(() -> StoreClaim.take(new StoreAddress.InFile(link)));
        }
    }

    @Test
    void aPlaceWhereNoStoreCanBe() throws IOException {
        Files.createDirectory(folder.resolve("events.db"));

        assertThatIOException().isThrownBy(() -> StoreClaim.take(address())).withMessageContaining("it is a folder");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> StoreClaim.take(new StoreAddress.InFile(folder.resolve("no/events.db"))));
        assertThat(folder.resolve("events.db.lock")).doesNotExist();
    }
}
