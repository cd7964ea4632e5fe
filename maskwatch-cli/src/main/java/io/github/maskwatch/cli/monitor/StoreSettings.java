package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.store.Retention;
import io.github.maskwatch.store.StoreAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where events are kept, and how long.
 *
 * @param audit null: no tamper-evident log
 */
public record StoreSettings(
        StoreAddress address, Retention retention, @Nullable AuditSettings audit) {
    /** Whether events that the store forgets stay in the tamper-evident log. */
    public boolean auditOutlivesEvents() {
        return audit != null && !retention.equals(Retention.FOREVER);
    }
}
