package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.maskwatch.event.EventQuery;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every claim on a store has to do. */
abstract class StoreClaimContract {
    /** The same each time. */
    abstract StoreAddress address() throws Exception;

    @Test
    void oneAtATime() throws Exception {
        assertThat(StoreClaim.isTaken(address())).isFalse();
        try (StoreClaim claim = StoreClaim.take(address())) {
            assertThat(StoreClaim.isTaken(address())).isTrue();
            assertThatExceptionOfType(StoreTakenException.class)
                    .isThrownBy(() -> StoreClaim.take(address()))
                    .withMessageContaining("another maskwatch monitor works with the event store " + address())
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(PrivatePostgres.PASSWORD));
            assertThat(claim.renew()).isFalse();
            assertThat(StoreClaim.isTaken(address())).isTrue();
        }
        StoreClaim.take(address()).close();
    }

    @Test
    void othersReadAndWriteBesideIt() throws Exception {
        try (StoreClaim claim = StoreClaim.take(address());
                DatabaseEventStore service = DatabaseEventStore.open(address());
                DatabaseEventStore other = DatabaseEventStore.openExisting(address())) {
            service.append(new SomeEvents(new Random(1)).list(3), List.of());
            other.append(new SomeEvents(new Random(2)).list(4), List.of());

            assertThat(other.count(EventQuery.ALL)).isEqualTo(7);
            assertThat(StoreLook.at(address())).isPresent();
            assertThat(claim.renew()).isFalse();
        }
        assertThat(StoreClaim.isTaken(address())).isFalse();
    }
}
