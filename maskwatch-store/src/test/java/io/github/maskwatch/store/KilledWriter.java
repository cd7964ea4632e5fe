package io.github.maskwatch.store;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.monitor.config.Secret;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The process that is killed: appends for ever, in groups of one to five, and says the ids of each group after append has returned. */
final class KilledWriter {
    private KilledWriter() {}

    /** @param args the store's address, a seed, the password */
    public static void main(String[] args) throws IOException {
        Random random = new Random(Long.parseLong(args[1]));
        StoreAddress parsed = StoreAddress.parse(args[0]);
        boolean secured = args.length > 2 && !args[2].isEmpty();
        StoreAddress address = secured ? parsed.withPassword(new Secret(args[2])) : parsed;
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        SomeEvents events = new SomeEvents(random);
        try (EventStore store = DatabaseEventStore.open(address)) {
            out.println("ready");
            out.flush();
            while (true) {
                append(store, events.list(1 + random.nextInt(5)), out);
            }
        }
    }

    private static void append(EventStore store, List<Event> events, PrintStream out) throws IOException {
        List<Delivery> deliveries = new ArrayList<>();
        StringBuilder acknowledgement = new StringBuilder();
        for (Event event : events) {
            deliveries.add(new Delivery(event.id(), "mail", Instant.EPOCH, 0));
            acknowledgement.append(event.id()).append('\n');
        }
        store.append(events, deliveries);
        out.print(acknowledgement);
        out.flush();
    }
}
