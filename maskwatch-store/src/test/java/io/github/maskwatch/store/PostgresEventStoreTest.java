package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.monitor.config.Secret;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresEventStoreTest extends EventStoreContract {
    private @Nullable StoreAddress address;

    @Override
    EventStore open() throws Exception {
        if (address == null) {
            PrivatePostgres server = PrivatePostgres.running();
            address = server.address(server.newDatabase());
        }
        return DatabaseEventStore.open(address);
    }

    @Test
    void goesOnAfterTheServerWasStartedAnew() throws Exception {
        SomeEvents events = new SomeEvents(new Random(1));
        try (EventStore store = open()) {
            store.append(events.list(1), List.of());

            PrivatePostgres.running().restart();

            assertThatIOException().isThrownBy(() -> store.append(events.list(1), List.of()));
            store.append(events.list(1), List.of());
            assertThat(store.count(EventQuery.ALL)).isEqualTo(2);
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        PrivatePostgres server = PrivatePostgres.running();
        StoreAddress wrong = server.address("postgres").withPassword(new Secret("hunter2"));

        assertThatIOException()
                .isThrownBy(() -> DatabaseEventStore.open(wrong))
                .withMessageContaining("does not accept this user and password")
                .satisfies(PostgresEventStoreTest::tellsNoPassword);
    }

    @Test
    void noDatabaseAndNoServerAreToldInOneLine() throws Exception {
        PrivatePostgres server = PrivatePostgres.running();

        assertThatIOException()
                .isThrownBy(() -> DatabaseEventStore.open(server.address("nowhere")))
                .withMessageContaining("nowhere")
                .satisfies(PostgresEventStoreTest::tellsNoPassword);
        assertThatIOException()
                .isThrownBy(() -> DatabaseEventStore.open(StoreAddress.parse("postgresql://a:hunter2@127.0.0.1:1/x")))
                .withMessageContaining("the server does not answer")
                .satisfies(PostgresEventStoreTest::tellsNoPassword);
    }

    private static void tellsNoPassword(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            assertThat(String.valueOf(t.getMessage()))
                    .doesNotContain("hunter2")
                    .doesNotContain(PrivatePostgres.PASSWORD);
        }
        assertThat(thrown.getMessage()).doesNotContain("\n");
    }
}
