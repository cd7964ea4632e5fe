package io.github.maskwatch.store.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.store.SomeEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random events, into each format and back. */
class LosslessTest {
    @Property(tries = 60)
    void whatIsWrittenIsReadAsItWas(@ForAll EventFormat format, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Event> events = new SomeEvents(random).list(random.nextInt(200));
        Path file = Files.createTempFile("events", "." + format.id());
        try {
            try (EventSink sink = format.file().write(file)) {
                for (Event event : events) {
                    sink.visit(event);
                }
            }
            List<Event> found = new ArrayList<>();
            format.file().read(file, found::add);

            assertThat(found).isEqualTo(events);
        } finally {
            Files.delete(file);
        }
    }
}
