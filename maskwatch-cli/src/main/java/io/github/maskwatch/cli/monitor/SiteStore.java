package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.Retention;
import io.github.maskwatch.store.StoreClaim;
import io.github.maskwatch.store.StoreTakenException;
import io.github.maskwatch.store.audit.AuditKeys;
import io.github.maskwatch.store.audit.AuditLog;
import io.github.maskwatch.store.audit.AuditedEventStore;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The record of a site, which nobody else writes as long as it is open: the database, and the signed log if there is one. Thread-safe. */
final class SiteStore implements AutoCloseable {
    private final SiteLog log;
    private final StoreHolding holding;
    private final DatabaseEventStore database;
    /** The database, with the tamper-evident log if there is one. */
    private final EventStore store;

    private SiteStore(SiteLog log, StoreHolding holding, DatabaseEventStore database, EventStore store) {
        this.log = log;
        this.holding = holding;
        this.database = database;
        this.store = store;
    }

    /**
     * Opens it. The claim comes first: tables are brought up to date and the log is filled by whoever has it.
     *
     * @throws StoreTakenException if another service works with it
     * @throws IOException one line, if it cannot be opened
     */
    static SiteStore open(StoreSettings settings, SiteLog log) throws IOException {
        StoreHolding holding = new StoreHolding(StoreClaim.take(settings.address()), log);
        try {
            DatabaseEventStore database = DatabaseEventStore.open(settings.address());
            return new SiteStore(log, holding, database, audited(database, settings.audit()));
        } catch (IOException | RuntimeException e) {
            holding.close();
            throw e;
        }
    }

    private static EventStore audited(DatabaseEventStore database, @Nullable AuditSettings audit) throws IOException {
        if (audit == null) {
            return database;
        }
        try {
            KeyPair keys =
                    new KeyPair(AuditKeys.readPublic(audit.publicKey()), AuditKeys.readPrivate(audit.privateKey()));
            return new AuditedEventStore(database, AuditLog.open(audit.log(), keys));
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    EventStore events() {
        return store;
    }

    /**
     * Forgets what was to be sent by channels that are no more: nobody will ask for it, and events that wait for it are never forgotten.
     *
     * @param channels that there are; what the signed log still lacks stays
     */
    void abandonAllBut(Set<String> channels) throws IOException {
        Set<String> kept = new HashSet<>(channels);
        kept.add(AuditedEventStore.CHANNEL);
        long abandoned = store.outbox().abandonAllBut(kept);
        if (abandoned > 0) {
            log.line(
                    SiteLog.Level.WARN,
                    "store",
                    abandoned + (abandoned == 1 ? " delivery of an alarm is" : " deliveries of alarms are")
                            + " given up: no such channel is in the configuration any more");
        }
    }

    /** Messages that wait to be sent; NaN if the store does not say. */
    Number outboxSize() {
        try {
            return store.outbox().size();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** @return how many events were deleted */
    long forget(Retention retention, Instant now) throws IOException {
        return database.forget(retention, now);
    }

    /** Whether it is still ours: to be asked every few seconds. */
    void lookAfterClaim(Runnable lost) {
        holding.look(lost);
    }

    /** @throws StoreTakenException if another service took it while this one was cut off from it */
    void requireHeld() throws StoreTakenException {
        holding.requireHeld();
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (IOException e) {
            log.line(SiteLog.Level.WARN, "store", "cannot be closed: " + e.getMessage());
        }
        holding.close();
    }
}
