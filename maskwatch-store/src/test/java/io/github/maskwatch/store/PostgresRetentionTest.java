package io.github.maskwatch.store;

class PostgresRetentionTest extends RetentionContract {
    @Override
    DatabaseEventStore open() throws Exception {
        PrivatePostgres server = PrivatePostgres.running();
        return DatabaseEventStore.open(server.address(server.newDatabase()));
    }
}
