package io.github.maskwatch.event;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Deliveries that are still to be made. They outlive the process: each is tried until it succeeds or is given up. Thread-safe. */
public interface Outbox {

    /** A delivery and what it carries. */
    record Pending(Delivery delivery, Event event) {}

    /** Those of a channel that are due, the oldest first, at most so many. */
    List<Pending> due(String channel, Instant now, int most) throws IOException;

    /** It arrived; it is forgotten. */
    void delivered(Delivery delivery) throws IOException;

    /** They arrived together; cheaper than one by one where each waits for the disk. */
    default void delivered(List<Delivery> deliveries) throws IOException {
        for (Delivery delivery : deliveries) {
            delivered(delivery);
        }
    }

    /**
     * It did not arrive and is to be tried again.
     *
     * @param next when
     */
    void failed(Delivery delivery, Instant next) throws IOException;

    /** It will never arrive; it is forgotten. */
    void abandoned(Delivery delivery) throws IOException;

    /**
     * What is to be made by other channels than these will never be; it is forgotten.
     *
     * @return how many deliveries those were
     */
    long abandonAllBut(Set<String> channels) throws IOException;

    /** How many are left, of all channels. */
    long size() throws IOException;
}
