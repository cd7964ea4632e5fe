package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.maskwatch.monitor.config.Secret;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a server that may be gone. */
@Timeout(60)
class ConnectionsTest {

    private static StoreAddress.OnServer through(CutWire wire) throws Exception {
        PrivatePostgres server = PrivatePostgres.running();
        return (StoreAddress.OnServer) StoreAddress.parse(server.address(server.newDatabase())
                        .toString()
                        .replaceFirst(":\\d+/", ":" + wire.port() + "/")
                        .replace("//", "//" + PrivatePostgres.USER + "@"))
                .withPassword(new Secret(PrivatePostgres.PASSWORD));
    }

    @Test
    void noneWaitsForEverForAServerThatIsGone() throws Exception {
        try (CutWire wire = new CutWire(PrivatePostgres.running().port())) {
            PostgresDatabase database = new PostgresDatabase(through(wire));
            assertThat(database.dataSource().getLoginTimeout()).isEqualTo(20);
            try (Connections connections = new Connections(database)) {
                assertThat(connections.<Integer>write("write to", Connection::getNetworkTimeout))
                        .isEqualTo(30_000);
                assertThat(connections.<Integer>read(Connection::getNetworkTimeout))
                        .isEqualTo(300_000);
                assertThat(connections.<Integer>maintain("read", Connection::getNetworkTimeout))
                        .isEqualTo(1_800_000);
            }
        }
    }

    @Test
    void closingWaitsForNoServerThatIsGone() throws Exception {
        try (CutWire wire = new CutWire(PrivatePostgres.running().port())) {
            Connections connections = new Connections(new PostgresDatabase(through(wire)));
            CountDownLatch writing = new CountDownLatch(1);
            CompletableFuture<IOException> failure = new CompletableFuture<>();
            Thread writer = new Thread(() -> {
                try {
                    connections.write("write to", connection -> hang(connection, wire, writing));
                } catch (IOException e) {
                    failure.complete(e);
                }
            });
            writer.setDaemon(true);
            writer.start();
            writing.await();

            connections.close();

            assertThat(failure).as("the server has not answered yet").isNotDone();
            assertThatIOException()
                    .isThrownBy(() -> connections.read(Connection::getNetworkTimeout))
                    .withMessageContaining("closed");
            wire.cut();
            assertThat(failure.get()).hasMessageContaining("the server does not answer");
        }
    }

    private static int hang(Connection connection, CutWire wire, CountDownLatch writing) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            wire.hush();
            writing.countDown();
            return statement.executeUpdate("create table t (id int)");
        }
    }
}
