package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.maskwatch.monitor.config.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServerClaimTest extends StoreClaimContract {
    private @Nullable StoreAddress address;

    @Override
    StoreAddress address() throws Exception {
        if (address == null) {
            PrivatePostgres server = PrivatePostgres.running();
            address = server.address(server.newDatabase());
        }
        return address;
    }

    @Test
    void isTakenAnewAfterTheServerWasStartedAnew() throws Exception {
        try (StoreClaim claim = StoreClaim.take(address())) {
            PrivatePostgres.running().restart();
            assertThat(StoreClaim.isTaken(address())).isFalse();

            assertThat(claim.renew()).isTrue();

            assertThat(claim.renew()).isFalse();
            assertThat(StoreClaim.isTaken(address())).isTrue();
        }
    }

    @Test
    void whoeverTookItMeanwhileHasIt() throws Exception {
        try (StoreClaim cutOff = StoreClaim.take(address())) {
            PrivatePostgres.running().restart();
            try (StoreClaim other = StoreClaim.take(address())) {
                assertThatExceptionOfType(StoreTakenException.class).isThrownBy(cutOff::renew);
                assertThat(other.renew()).isFalse();
            }
            assertThat(cutOff.renew()).isTrue();
        }
    }

    /** The server still believes in the old session, as where a wire was cut. */
    @Test
    void itsOwnOldSessionIsNoObstacle() throws Exception {
        try (CutWire wire = new CutWire(PrivatePostgres.running().port())) {
            StoreAddress through = StoreAddress.parse(address()
                            .toString()
                            .replaceFirst(":\\d+/", ":" + wire.port() + "/")
                            .replace("//", "//" + PrivatePostgres.USER + "@"))
                    .withPassword(new Secret(PrivatePostgres.PASSWORD));
            try (StoreClaim claim = StoreClaim.take(through)) {
                wire.cut();
                assertThat(StoreClaim.isTaken(address())).isTrue();

                assertThat(claim.renew()).isTrue();

                assertThat(StoreClaim.isTaken(address())).isTrue();
                assertThat(claim.renew()).isFalse();
            }
        }
    }

    @Test
    void aServerThatIsAwayIsOneLine() {
        assertThatIOException()
                .isThrownBy(() -> StoreClaim.take(StoreAddress.parse("postgresql://a:hunter2@127.0.0.1:1/x")))
                .withMessageContaining("the server does not answer")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }
}
