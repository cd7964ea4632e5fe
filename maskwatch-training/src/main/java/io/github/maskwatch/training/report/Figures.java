package io.github.maskwatch.training.report;

import io.github.maskwatch.metrics.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written for people: alike in every language, so that the same run gives the same bytes. */
final class Figures {
    /** What stands where nothing is known. */
    static final String NONE = "–";

    private Figures() {}

    /** A place in a drawing, px, to two decimals without trailing zeros. */
    static String coordinate(double px) {
        String text = BigDecimal.valueOf(px)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    /** A share of 0–1 as percent with one decimal, such as "93.4 %". */
    static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Such as "93.4 % (91.9–94.6)". */
    static String percent(Interval share) {
        return Double.isNaN(share.value())
                ? NONE
                : String.format(
                        Locale.ROOT, "%.1f %% (%.1f–%.1f)", 100 * share.value(), 100 * share.low(), 100 * share.high());
    }

    /** Such as "91.9–94.6". */
    static String range(Interval share) {
        return String.format(Locale.ROOT, "%.1f–%.1f", 100 * share.low(), 100 * share.high());
    }

    static String decimal(double value, int digits) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** With thin spaces between thousands: "12 340". */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
    }
}
