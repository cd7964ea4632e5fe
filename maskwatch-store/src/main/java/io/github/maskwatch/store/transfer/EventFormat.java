package io.github.maskwatch.store.transfer;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of files that events are exported to and imported from. */
public enum EventFormat {
    /** RFC 4180, UTF-8, with a header; a field that is not there is empty, an empty text is {@code ""}. */
    CSV("csv"),
    /** A JSON object per line, as {@link io.github.maskwatch.monitor.event.EventJson} writes it. */
    JSONL("jsonl"),
    /** Apache Parquet, Snappy; times are TIMESTAMP(NANOS, UTC). */
    PARQUET("parquet");

    private final String id;

    EventFormat(String id) {
        this.id = id;
    }

    /** The name, and how files of it end. */
    public String id() {
        return id;
    }

    EventFile file() {
        return switch (this) {
            case CSV -> new CsvEvents();
            case JSONL -> new JsonLines();
            case PARQUET -> new ParquetEvents();
        };
    }

    /** The format that the file's name ends with; null if it is none of these. */
    public static @Nullable EventFormat ofName(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (EventFormat format : values()) {
            if (name.endsWith("." + format.id)) {
                return format;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return id;
    }
}
