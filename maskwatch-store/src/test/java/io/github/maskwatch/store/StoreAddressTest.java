package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.maskwatch.monitor.config.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"events.db", "/var/lib/maskwatch/events.db", "a@b:c.db", "C:\\data\\events.db"})
    void aPathIsAFile(String text) {
        assertThat(StoreAddress.parse(text)).isEqualTo(new StoreAddress.InFile(Path.of(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:hunter%402@db:5433/clinic?sslmode=require",
                "postgres://me:hunter%402@db:5433/clinic?sslmode=require",
                "jdbc:postgresql://me:hunter%402@db:5433/clinic?sslmode=require",
                "jdbc:postgresql://db:5433/clinic?user=me&sslmode=require&password=hunter%402"
            })
    void aUrlLosesItsCredentials(String text) {
        StoreAddress address = StoreAddress.parse(text);

        assertThat(address)
                .isEqualTo(new StoreAddress.OnServer(
                        "postgresql://db:5433/clinic?sslmode=require", "me", new Secret("hunter@2")))
                .hasToString("postgresql://db:5433/clinic?sslmode=require");
        assertThat(new StoreAddress.OnServer("postgresql://x/y", null, new Secret("hunter2")).password())
                .hasToString("(secret)");
    }

    @Test
    void aPasswordIsGivenApart() {
        assertThat(StoreAddress.parse("postgresql://me@db/clinic").withPassword(new Secret("x")))
                .isEqualTo(new StoreAddress.OnServer("postgresql://db/clinic", "me", new Secret("x")));
        assertThat(StoreAddress.parse("events.db").withPassword(new Secret("x")))
                .isEqualTo(StoreAddress.parse("events.db"));
    }

    @Test
    void whatMayBeAPasswordsIsNotTheOptions() {
        assertThat(StoreAddress.parse("postgresql://me:hunter?2#@db/clinic?sslmode=require"))
                .isEqualTo(new StoreAddress.OnServer(
                        "postgresql://db/clinic?sslmode=require", "me", new Secret("hunter?2#")));
        assertThat(StoreAddress.parse("postgresql://db:5433?ApplicationName=a@b"))
                .isEqualTo(new StoreAddress.OnServer("postgresql://db:5433?ApplicationName=a@b", null, null));
        assertThat(StoreAddress.parse("postgresql://me@db:5433/clinic?ApplicationName=a@b&password=x/@y"))
                .isEqualTo(new StoreAddress.OnServer(
                        "postgresql://db:5433/clinic?ApplicationName=a@b", "me", new Secret("x/@y")));
    }

    @Test
    void aSlashInAPasswordIsToBeWrittenOtherwise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreAddress.parse("postgresql://me:pa/ss@db/x"))
                .withMessageContaining("write %2F for /");
        assertThat(StoreAddress.parse("postgresql://me:pa%2Fss@db/x"))
                .isEqualTo(new StoreAddress.OnServer("postgresql://db/x", "me", new Secret("pa/ss")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://me:hunter2@db/x",
                "jdbc:sqlite:events.db",
                "http://me:hunter2@db",
                "postgresql://me:%zzhunter2@db/x",
                "postgresql://me:/hunter2@db/x",
                "postgresql://me:hunt/hunter2@db/x",
                "jdbc:postgresql://me:12/hunter2@db:5433/x?sslmode=require",
                "postgresql://me:hunter2/?@db/x"
            })
    void refusesOthersWithoutTellingAPassword(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreAddress.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }
}
