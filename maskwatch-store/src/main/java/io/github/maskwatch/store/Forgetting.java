package io.github.maskwatch.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** Deletes events by age and by size. */
final class Forgetting {
    private static final int BATCH = 1_000;
    /** Down to this part of the largest size, so that it is not done again for each event. */
    private static final double FILLED = 0.9;

    private static final String DELETE = "delete from event where id in (select id from event where time_ns < ?"
            + " and not exists (select 1 from delivery where delivery.event = event.id) order by time_ns, id limit ?)";

    private final Database database;
    private final Connections connections;

    Forgetting(Database database, Connections connections) {
        this.database = database;
        this.connections = connections;
    }

    long forget(Retention retention, Instant now) throws IOException {
        long forgotten = 0;
        Duration age = retention.age();
        if (age != null) {
            forgotten += delete(EpochNanos.clamped(now.minus(age)), Long.MAX_VALUE);
            reclaim(forgotten);
        }
        Long bytes = retention.bytes();
        return bytes == null ? forgotten : forgotten + shrink(bytes);
    }

    /** Rows differ in length and pages are never full, so the share to delete is an estimate: measured again, done again. */
    private long shrink(long bytes) throws IOException {
        long forgotten = 0;
        if (connections.maintain("read", database::sizeAtMost) <= bytes) {
            return forgotten;
        }
        long size = size();
        while (size > bytes) {
            double excess = 1 - FILLED * bytes / size;
            long deleted = delete(Long.MAX_VALUE, (long) Math.ceil(count() * excess));
            forgotten += deleted;
            reclaim(deleted);
            long before = size;
            size = size();
            if (deleted == 0 || size >= before) {
                break;
            }
        }
        return forgotten;
    }

    private long delete(long before, long most) throws IOException {
        long deleted = 0;
        while (deleted < most) {
            int limit = (int) Math.min(BATCH, most - deleted);
            int count = connections.write("write to", connection -> {
                try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
                    statement.setLong(1, before);
                    statement.setInt(2, limit);
                    return statement.executeUpdate();
                }
            });
            deleted += count;
            if (count < limit) {
                break;
            }
        }
        return deleted;
    }

    private void reclaim(long deleted) throws IOException {
        boolean more = deleted > 0;
        while (more) {
            more = connections.maintain("shrink", database::reclaim);
        }
    }

    private long size() throws IOException {
        return connections.maintain("read", database::size);
    }

    private long count() throws IOException {
        return connections.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery("select count(*) from event")) {
                return count.next() ? count.getLong(1) : 0L;
            }
        });
    }
}
