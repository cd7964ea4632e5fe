package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PostgresRetentionTest extends RetentionContract {
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final SomeEvents some = new SomeEvents(new Random(3));
    private String database = "";
    private long written;

    @Override
    DatabaseEventStore open() throws Exception {
        PrivatePostgres server = PrivatePostgres.running();
        database = server.newDatabase();
        return DatabaseEventStore.open(server.address(database));
    }

    private Connection raw() throws Exception {
        return DriverManager.getConnection(
                "jdbc:" + PrivatePostgres.running().url(database) + "?currentSchema=maskwatch",
                PrivatePostgres.USER,
                PrivatePostgres.PASSWORD);
    }

    /** One a second, later than all before. */
    private void fill(DatabaseEventStore store, int count) throws Exception {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(some.at(START.plusSeconds(written++)));
        }
        store.append(events, List.of());
    }

    @Test
    void theEstimateIsCloseToFreshlyFilledFiles() throws Exception {
        try (DatabaseEventStore store = open();
                Connection connection = raw()) {
            fill(store, 30_000);
            try (Statement statement = connection.createStatement()) {
                statement.execute("reindex table event");
            }

            assertThat((double) PostgresSize.estimate(connection) / PostgresSize.onDisk(connection))
                    .isBetween(0.85, 1.05);
        }
    }

    /** As by somebody who reads for hours; "vacuum full" would wait for him, and everybody else for it. */
    @Test
    void aReaderNeedNotEnd() throws Exception {
        try (DatabaseEventStore store = open();
                Connection reader = raw()) {
            fill(store, 5_000);
            hold(reader);

            assertThat(store.forget(new Retention(null, store.sizeBytes() / 2), START))
                    .isBetween(2_000L, 4_000L);
            fill(store, 1);
        }
    }

    /** As with a table that somebody else works on, or a server that is gone in the midst of it. */
    @Test
    void upkeepThatHangsKeepsNoEventWaiting() throws Exception {
        try (DatabaseEventStore store = open();
                Connection other = raw()) {
            fill(store, 10);
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("lock table event in share update exclusive mode");
            }
            CompletableFuture<Long> forgetting = CompletableFuture.supplyAsync(() -> forget(store));
            awaitVacuum();

            fill(store, 1);

            assertThat(forgetting).isNotDone();
            other.rollback();
            assertThat(forgetting.get()).isEqualTo(10);
            assertThat(store.count(EventQuery.ALL)).isEqualTo(1);
        }
    }

    private static long forget(DatabaseEventStore store) {
        try {
            return store.forget(new Retention(Duration.ofSeconds(1), null), START.plusSeconds(11));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitVacuum() throws Exception {
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet found = statement.executeQuery(
                        "select 1 from pg_stat_activity where query = 'vacuum event' and wait_event_type = 'Lock'")) {
                    if (found.next()) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
        }
    }

    private static void hold(Connection reader) throws SQLException {
        reader.setAutoCommit(false);
        try (Statement statement = reader.createStatement()) {
            statement.executeQuery("select 1 from event limit 1").close();
        }
    }

    @Test
    void theFilesStopGrowing() throws Exception {
        try (DatabaseEventStore store = open();
                Connection connection = raw()) {
            fill(store, 10_000);
            long most = store.sizeBytes();
            List<Long> sizes = new ArrayList<>();
            for (int round = 0; round < 10; round++) {
                fill(store, 3_000);
                store.forget(new Retention(null, most), START);
                assertThat(store.sizeBytes()).isBetween(most * 7 / 10, most);
                sizes.add(PostgresSize.onDisk(connection));
            }

            assertThat(sizes.get(9)).as("%s", sizes).isLessThan(most * 16 / 10);
            assertThat(sizes.get(9))
                    .as("%s", sizes)
                    .isLessThanOrEqualTo(Collections.max(sizes.subList(0, 5)) * 105 / 100);
            assertThat(store.count(EventQuery.ALL)).isBetween(7_000L, 10_100L);
        }
    }
}
