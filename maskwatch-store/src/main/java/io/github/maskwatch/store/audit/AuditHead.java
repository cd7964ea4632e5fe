package io.github.maskwatch.store.audit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a log ended at some time. Kept somewhere else it shows later that nothing before was cut off or begun anew.
 *
 * @param line the number of a line
 * @param hash its hash, 64 hexadecimal digits
 */
public record AuditHead(long line, String hash) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{64})");

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static AuditHead parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "the head of a log must be LINE:HASH with 64 hexadecimal digits, got \"" + text + "\"");
        }
        return new AuditHead(Long.parseLong(parts.group(1)), parts.group(2).toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return line + ":" + hash;
    }
}
