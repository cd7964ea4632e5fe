package io.github.maskwatch.monitor.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole amounts with units, such as "1 h 30 min". A unit must stand there, but after 0.
 *
 * @param units what each is worth, the largest first; several names of the same worth: the first is the one to write
 */
record Quantities(Map<String, Long> units) {
    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,19}(?:\\.\\d{1,9})?)\\s*(\\p{Alpha}+)");

    static final Quantities NANOSECONDS = new Quantities(ordered(
            "d", 86_400_000_000_000L,
            "h", 3_600_000_000_000L,
            "min", 60_000_000_000L,
            "m", 60_000_000_000L,
            "s", 1_000_000_000L,
            "ms", 1_000_000L));

    static final Quantities BYTES = new Quantities(ordered(
            "TiB", 1L << 40,
            "TB", 1_000_000_000_000L,
            "GiB", 1L << 30,
            "GB", 1_000_000_000L,
            "MiB", 1L << 20,
            "MB", 1_000_000L,
            "KiB", 1L << 10,
            "kB", 1_000L,
            "KB", 1_000L,
            "B", 1L));

    private static Map<String, Long> ordered(Object... namesAndWorth) {
        Map<String, Long> units = new LinkedHashMap<>();
        for (int i = 0; i < namesAndWorth.length; i += 2) {
            units.put((String) namesAndWorth[i], (Long) namesAndWorth[i + 1]);
        }
        return units;
    }

    /**
     * @throws IllegalArgumentException if it is no amount
     * @throws ArithmeticException if it is too large, or finer than the smallest unit's worth of 1
     */
    long parse(String text) {
        if (text.strip().equals("0")) {
            return 0;
        }
        Matcher part = PART.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(worth(part.group(2)))));
            end = part.end();
        }
        if (end == 0 || end < text.length()) {
            throw new IllegalArgumentException("no amount with a unit: " + text);
        }
        return sum.longValueExact();
    }

    private long worth(String unit) {
        Long worth = units.get(unit);
        if (worth == null) {
            throw new IllegalArgumentException("no unit: " + unit);
        }
        return worth;
    }

    /** In the largest unit that it is a whole number of; of the smallest unit a fraction. */
    String print(long amount) {
        String smallest = "";
        for (Map.Entry<String, Long> unit : units.entrySet()) {
            smallest = unit.getKey();
            if (amount != 0 && amount % unit.getValue() == 0) {
                return amount / unit.getValue() + " " + smallest;
            }
        }
        BigDecimal fraction = BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(worth(smallest)));
        return fraction.toPlainString() + " " + smallest;
    }
}
