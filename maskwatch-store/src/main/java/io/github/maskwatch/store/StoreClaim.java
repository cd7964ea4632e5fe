package io.github.maskwatch.store;

import java.io.IOException;

/**
 * That one service alone watches for a store: two would write one audit log and send each alarm twice. Whoever reads the store, imports into it or makes wishes needs no claim. It ends with the
 * process, however that ends. Thread-safe.
 */
public interface StoreClaim extends AutoCloseable {

    /**
     * Takes it.
     *
     * @throws StoreTakenException if another service has it
     * @throws IOException if that cannot be found out: one line, without a password
     */
    static StoreClaim take(StoreAddress address) throws IOException {
        return address instanceof StoreAddress.OnServer server
                ? ServerClaim.take(server)
                : FileClaim.take((StoreAddress.InFile) address);
    }

    /** Whether a service has it. Nothing is made and no service kept from starting. */
    static boolean isTaken(StoreAddress address) throws IOException {
        return address instanceof StoreAddress.OnServer server
                ? ServerClaim.isTaken(server)
                : FileClaim.isTaken((StoreAddress.InFile) address);
    }

    /**
     * Takes it anew if it was lost, as it is with the connection to a server. To be called every few seconds.
     *
     * @return whether it had been lost
     * @throws StoreTakenException if another service took it meanwhile
     * @throws IOException if the server cannot be reached; to be tried again
     */
    boolean renew() throws IOException;

    @Override
    void close();
}
