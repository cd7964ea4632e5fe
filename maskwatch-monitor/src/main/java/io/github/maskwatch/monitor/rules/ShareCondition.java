package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.monitor.config.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of the people that passed in a time: "below 80 % over 10 min, of at least 10 people".
 *
 * @param below whether the alarm is for a share below the limit; else for one above it
 * @param limit 0–1
 * @param window how long back it looks, above 0, at most 31 days
 * @param people with fewer it says nothing; at least 1
 */
public record ShareCondition(boolean below, double limit, Duration window, int people) {
    /** Of more people than these in a window the newest count, so that memory has a bound. */
    static final int MOST_PEOPLE = 20_000;

    static final Duration LONGEST = Duration.ofDays(31);
    static final String WANTED = "a share such as \"below 80 % over 10 min, of at least 10 people\"";

    private static final int PERCENT = 100;
    private static final Pattern FORM = Pattern.compile("(below|above)\\s+(\\d{1,3}(?:\\.\\d{1,4})?)\\s*%\\s+over\\s+"
            + "([\\d.]+\\s*[a-z]+)(?:\\s*,?\\s+of\\s+at\\s+least\\s+(\\d{1,6})(?:\\s+(?:people|persons|person))?)?");

    public ShareCondition {
        if (!(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException("a share must be in 0..1, got " + limit);
        }
        if (window.isZero() || window.isNegative() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a share's time must be above 0 and at most 31 d, got " + Types.DURATION.show(window));
        }
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("a share must be of 1 to " + MOST_PEOPLE + " people, got " + people);
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ShareCondition parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no share: " + text);
        }
        return new ShareCondition(
                form.group(1).equals("below"),
                new BigDecimal(form.group(2)).movePointLeft(2).doubleValue(),
                Types.duration(form.group(3)),
                form.group(4) == null ? 1 : Integer.parseInt(form.group(4)));
    }

    /**
     * Whether so many of so many people are a case for an alarm.
     *
     * @param counted in one of the rule's states
     * @param all of whom something can be said
     */
    boolean isMet(int counted, int all) {
        if (all < people) {
            return false;
        }
        double share = counted / (double) all;
        return below ? share < limit : share > limit;
    }

    @Override
    public String toString() {
        return (below ? "below " : "above ") + percent(limit) + " over " + Types.DURATION.show(window)
                + ", of at least " + people + " people";
    }

    /** With one decimal where there is one. */
    static String percent(double share) {
        return BigDecimal.valueOf(Math.round(share * PERCENT * 10), 1)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}
