package io.github.maskwatch.monitor.config;

/**
 * An amount of data. Units are the decimal ones of the International System (1 GB = 1,000,000,000 bytes) and those of powers of two (1 GiB).
 *
 * @param bytes at least 0
 */
public record DataSize(long bytes) {
    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a data size must be at least 0 bytes, got " + bytes);
        }
    }

    /** As {@link #toString} writes and people do: "5 GB", "200MB", "1.5 GiB". */
    public static DataSize parse(String text) {
        return new DataSize(Quantities.BYTES.parse(text));
    }

    @Override
    public String toString() {
        return Quantities.BYTES.print(bytes);
    }
}
