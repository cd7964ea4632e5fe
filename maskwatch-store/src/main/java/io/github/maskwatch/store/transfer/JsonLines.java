package io.github.maskwatch.store.transfer;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventVisitor;
import io.github.maskwatch.monitor.event.EventJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@link EventFormat#JSONL}. Empty lines are passed over. */
final class JsonLines implements EventFile {
    @Override
    public EventSink write(Path file) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file);
        return new EventSink() {
            @Override
            public void visit(Event event) throws IOException {
                out.write(EventJson.write(event));
                out.write('\n');
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public void read(Path file, EventVisitor visitor) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            long number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    visitor.visit(event(file, number, line));
                }
                number++;
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableEventsException(file + " is no text in UTF-8", e);
        }
    }

    private static Event event(Path file, long number, String line) throws UnreadableEventsException {
        try {
            return EventJson.read(line);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventsException(file + ", line " + number + ": " + e.getMessage(), e);
        }
    }
}
