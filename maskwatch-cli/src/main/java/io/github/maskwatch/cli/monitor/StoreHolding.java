package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.store.StoreClaim;
import io.github.maskwatch.store.StoreTakenException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A run's claim on its store: looked after, and the run's end if another service has it. Thread-safe. */
final class StoreHolding implements AutoCloseable {
    private final StoreClaim claim;
    private final SiteLog log;
    private final AtomicReference<@Nullable StoreTakenException> taken = new AtomicReference<>();

    StoreHolding(StoreClaim claim, SiteLog log) {
        this.claim = claim;
        this.log = log;
    }

    /** To be called every few seconds. */
    void look(Runnable end) {
        try {
            if (claim.renew()) {
                log.line(
                        SiteLog.Level.WARN, "store", "the claim on it was lost with its connection, and is taken anew");
            }
        } catch (StoreTakenException e) {
            if (taken.compareAndSet(null, e)) {
                log.line(SiteLog.Level.ERROR, "store", "the watch ends: " + e.getMessage());
                end.run();
            }
        } catch (IOException | RuntimeException e) {
            // The server is away; who writes to it tells so, and the next look tries again.
            return;
        }
    }

    /** @throws StoreTakenException if the run ended because another service has the store */
    void requireHeld() throws StoreTakenException {
        StoreTakenException found = taken.get();
        if (found != null) {
            throw found;
        }
    }

    @Override
    public void close() {
        claim.close();
    }
}
