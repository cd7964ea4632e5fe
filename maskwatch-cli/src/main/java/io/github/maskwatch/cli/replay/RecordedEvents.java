package io.github.maskwatch.cli.replay;

import io.github.maskwatch.cli.watch.FrameLineReader;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.monitor.event.EventJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A file of events, one line each: those of the store, as {@link EventJson} writes them, or the frames of {@code maskwatch watch --events}. Which it is, each
 * line says itself.
 */
final class RecordedEvents {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Path file;
    private final FrameLineReader frames;
    private boolean cutOff;

    /**
     * @param ids the names of events whose lines have none
     */
    RecordedEvents(Path file, RandomGenerator ids) {
        this.file = file;
        this.frames = new FrameLineReader(ids);
    }

    /** Who takes what a line says. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param events of that time; none, if nothing happened with a frame
         */
        void visit(Instant time, List<Event> events);
    }

    /** Whether the last line was not complete, as after a power cut; it is left out. */
    boolean isCutOff() {
        return cutOff;
    }

    /**
     * Shows line after line.
     *
     * @throws IOException if the file cannot be read, or a line is of neither kind; one line with its number
     */
    void read(Visitor visitor) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder; wanted a file with a JSON object per line");
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    FrameLineReader.Changes changes = changes(line, number, lines);
                    if (changes != null) {
                        visitor.visit(changes.time(), changes.events());
                    }
                }
            }
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not a text file in UTF-8; wanted a JSON object per line", e);
        }
    }

    private FrameLineReader.@Nullable Changes changes(String line, int number, BufferedReader lines)
            throws IOException {
        try {
            return changes(line);
        } catch (IllegalArgumentException e) {
            if (lines.read() < 0 && !endsWithLineBreak()) {
                cutOff = true;
                return null;
            }
            throw new IOException(file + ":" + number + ": " + e.getMessage(), e);
        }
    }

    private FrameLineReader.Changes changes(String line) {
        FrameLineReader.Changes frame = frames.read(line);
        FrameLineReader.Changes changes = frame == null ? event(EventJson.read(line)) : frame;
        if (changes.time().isBefore(FIRST) || changes.time().isAfter(LAST)) {
            throw new IllegalArgumentException("a time must be in 1970 to 9999, got " + changes.time());
        }
        return changes;
    }

    private static FrameLineReader.Changes event(Event event) {
        return new FrameLineReader.Changes(event.time(), List.of(event));
    }

    private boolean endsWithLineBreak() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - 1));
            return bytes.read() == '\n';
        }
    }
}
