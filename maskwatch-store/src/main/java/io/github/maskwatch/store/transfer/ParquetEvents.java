package io.github.maskwatch.store.transfer;

import blue.strategic.parquet.ParquetReader;
import blue.strategic.parquet.ParquetWriter;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** {@link EventFormat#PARQUET}. */
final class ParquetEvents implements EventFile {
    private static final String PURE_JAVA = "org.xerial.snappy.purejava";

    // Snappy in Java is a little slower, and leaves no native library among the temporary files of a process that is
    // killed.
    private static void withoutNatives() {
        if (System.getProperty(PURE_JAVA) == null) {
            System.setProperty(PURE_JAVA, "true");
        }
    }

    @Override
    public EventSink write(Path file) throws IOException {
        withoutNatives();
        ParquetWriter<Event> out = ParquetWriter.writeFile(ParquetRow.SCHEMA, file.toFile(), ParquetRow::write);
        return new EventSink() {
            @Override
            public void visit(Event event) throws IOException {
                out.write(event);
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public void read(Path file, EventVisitor visitor) throws IOException {
        withoutNatives();
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (ParquetReader<ParquetRow, ParquetRow, String[]> rows = open(file)) {
            AtomicReference<@Nullable ParquetRow> next = new AtomicReference<>();
            long number = 1;
            while (advance(file, rows, next)) {
                visitor.visit(event(file, number, next.get()));
                number++;
            }
        }
    }

    private static ParquetReader<ParquetRow, ParquetRow, String[]> open(Path file) throws IOException {
        try {
            ParquetReader<ParquetRow, ParquetRow, String[]> reader =
                    ParquetReader.spliterator(file.toFile(), new ParquetRow.Hydration());
            MessageType schema = reader.metaData().getFileMetaData().getSchema();
            String wrong = ParquetRow.mismatch(schema);
            if (wrong != null) {
                reader.close();
                throw new UnreadableEventsException(file + " holds no events: " + wrong, null);
            }
            return reader;
        } catch (RuntimeException e) {
            throw new UnreadableEventsException(file + " is no Parquet file: " + e.getMessage(), e);
        }
    }

    /** The library wraps whatever it meets. */
    private static boolean advance(
            Path file, ParquetReader<?, ParquetRow, ?> rows, AtomicReference<@Nullable ParquetRow> next)
            throws IOException {
        try {
            return rows.tryAdvance(next::set);
        } catch (RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new UnreadableEventsException(file + " cannot be read to its end: " + root.getMessage(), e);
        }
    }

    private static Event event(Path file, long number, @Nullable ParquetRow row) throws IOException {
        try {
            if (row == null) {
                throw new IllegalArgumentException("an empty row");
            }
            return row.event();
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventsException(file + ", row " + number + ": " + e.getMessage(), e);
        }
    }
}
