package io.github.maskwatch.store.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventVisitor;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link EventFormat#CSV}. Columns may stand in any order. */
final class CsvEvents implements EventFile {
    // Quoting only what must be (STRICT_CHECK_FOR_QUOTING) would leave empty texts without their quotes.
    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer(schema());
    private static final ObjectReader READER = MAPPER.readerForListOf(String.class);

    private static CsvSchema schema() {
        CsvSchema.Builder builder = CsvSchema.builder();
        CsvRow.COLUMNS.forEach(builder::addColumn);
        return builder.setUseHeader(true).setLineSeparator("\r\n").build();
    }

    @Override
    public EventSink write(Path file) throws IOException {
        SequenceWriter out = WRITER.writeValues(Files.newBufferedWriter(file));
        return new EventSink() {
            private boolean empty = true;

            @Override
            public void visit(Event event) throws IOException {
                out.write(CsvRow.of(event));
                empty = false;
            }

            @Override
            public void close() throws IOException {
                out.close();
                if (empty) {
                    Files.writeString(file, String.join(",", CsvRow.COLUMNS) + "\r\n");
                }
            }
        };
    }

    @Override
    public void read(Path file, EventVisitor visitor) throws IOException {
        try (Reader in = Files.newBufferedReader(file);
                MappingIterator<List<@Nullable String>> rows = READER.readValues(in)) {
            int[] places = places(file, next(file, rows));
            List<@Nullable String> row = next(file, rows);
            while (row != null) {
                visitor.visit(event(file, row, places, rows));
                row = next(file, rows);
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableEventsException(file + " is no text in UTF-8", e);
        }
    }

    private static @Nullable List<@Nullable String> next(Path file, MappingIterator<List<@Nullable String>> rows)
            throws IOException {
        try {
            return rows.hasNextValue() ? rows.nextValue() : null;
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            throw new UnreadableEventsException(file + ", line " + line(rows) + ": no CSV: " + message, e);
        }
    }

    /** Where each of our columns stands in the file. */
    private static int[] places(Path file, @Nullable List<@Nullable String> header) throws IOException {
        List<@Nullable String> names = new ArrayList<>(header == null ? List.of() : header);
        String first = names.isEmpty() ? null : names.get(0);
        if (first != null && first.startsWith("\uFEFF")) {
            names.set(0, first.substring(1));
        }
        if (names.size() != CsvRow.COLUMNS.size() || !new HashSet<>(names).containsAll(CsvRow.COLUMNS)) {
            throw new UnreadableEventsException(
                    file + ": the first line must name the columns " + String.join(",", CsvRow.COLUMNS), null);
        }
        return CsvRow.COLUMNS.stream().mapToInt(names::indexOf).toArray();
    }

    private static Event event(
            Path file, List<@Nullable String> row, int[] places, MappingIterator<List<@Nullable String>> rows)
            throws IOException {
        try {
            if (row.size() != places.length) {
                throw new IllegalArgumentException("a row must have " + places.length + " cells, got " + row.size());
            }
            List<@Nullable String> cells = new ArrayList<>();
            for (int place : places) {
                cells.add(row.get(place));
            }
            return CsvRow.event(cells);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventsException(file + ", before line " + line(rows) + ": " + e.getMessage(), e);
        }
    }

    private static int line(MappingIterator<?> rows) {
        return rows.getCurrentLocation().getLineNr();
    }
}
