package io.github.maskwatch.monitor.config;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The types of values. */
public final class Types {
    private static final Pattern NAME_FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
    private static final Pattern SHARE_FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%|([01](?:\\.\\d{1,8})?)");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Any text but an empty one. */
    public static final Type<String> TEXT =
            scalar("text", "a text", text -> require(text, !text.isBlank()), Function.identity());

    /** A text without line breaks and other control characters. */
    public static final Type<String> LINE = scalar(
            "line of text",
            "a text of one line",
            text -> require(text, !text.isBlank() && text.chars().noneMatch(Character::isISOControl)),
            Function.identity());

    /** A name that other places refer to: letters, digits, {@code . _ -}, at most 64. */
    public static final Type<String> NAME = scalar(
            "name",
            "a name of letters, digits, \".\", \"_\" and \"-\", at most 64",
            text -> require(text, NAME_FORM.matcher(text).matches()),
            Function.identity());

    /** {@code true} or {@code false}, and no other words for them. */
    public static final Type<Boolean> BOOLEAN = scalar(
            "true or false",
            "true or false",
            text -> Boolean.valueOf(require(text, text.equals("true") || text.equals("false"))),
            String::valueOf);

    /** At least 0: "5 s", "500ms", "10 min", "1 h 30 min", "30 d". */
    public static final Type<Duration> DURATION = scalar(
            "duration",
            "a duration such as \"5 s\", \"500 ms\", \"10 min\", \"2 h\" or \"30 d\"",
            Types::duration,
            value -> Quantities.NANOSECONDS.print(value.toNanos()));

    /** "5 GB", "200 MB", "1 GiB". */
    public static final Type<DataSize> DATA_SIZE =
            scalar("data size", "a data size such as \"5 GB\" or \"200 MB\"", DataSize::parse, DataSize::toString);

    /** A share of a whole, 0–1: "80 %" or 0.8. */
    public static final Type<Double> SHARE =
            scalar("share", "a share such as \"80 %\" or 0.8", Types::share, Types::percent);

    /** A time of day: "07:30". */
    public static final Type<LocalTime> TIME = scalar(
            "time of day",
            "a time of day such as \"07:30\"",
            text -> LocalTime.parse(text, CLOCK),
            value -> String.format(Locale.ROOT, "%02d:%02d", value.getHour(), value.getMinute()));

    /** Days of the week: "mon-fri", "sat, sun", "daily". At least one. */
    public static final Type<Set<DayOfWeek>> DAYS = new DaysType();

    /** A time zone: "Europe/Berlin". */
    public static final Type<ZoneId> TIME_ZONE =
            scalar("time zone", "a time zone such as \"Europe/Berlin\" or \"UTC\"", ZoneId::of, ZoneId::getId);

    /** A file or folder; a relative one starts from the configuration's own folder. */
    public static final Type<Path> PATH = new PathType();

    /** An address. One with a password in it is refused and not repeated: that is for a {@link #SECRET}. */
    public static final Type<URI> ADDRESS = new AddressType();

    /** From an environment variable or a file. */
    public static final Type<Secret> SECRET = new SecretType();

    private Types() {}

    /**
     * Any type of one line.
     *
     * @param wanted for messages, such as {@code a duration such as "5 s"}
     * @param parser throws {@code IllegalArgumentException}, {@code ArithmeticException} or {@code DateTimeException} for what it does not understand
     */
    public static <T> Type<T> scalar(
            String name, String wanted, Function<String, T> parser, Function<T, String> printer) {
        return new ScalarType<>(name, wanted, parser, printer);
    }

    /**
     * A duration that is a part of a larger text.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Duration duration(String text) {
        return Duration.ofNanos(Quantities.NANOSECONDS.parse(text));
    }

    /** A whole number between two, both included. */
    public static Type<Integer> integer(int least, int most) {
        return scalar(
                "whole number",
                "a whole number of " + least + " to " + most,
                text -> {
                    long value = Long.parseLong(
                            require(text, WHOLE_NUMBER.matcher(text).matches()));
                    require(text, value >= least && value <= most);
                    return (int) value;
                },
                String::valueOf);
    }

    /** A number between two, both included. */
    public static Type<Double> number(double least, double most) {
        return scalar(
                "number",
                "a number of " + least + " to " + most,
                text -> {
                    double value = new BigDecimal(text).doubleValue();
                    require(text, value >= least && value <= most);
                    return value;
                },
                String::valueOf);
    }

    /** One of a closed set, by the name that each has in files. */
    public static <E extends Enum<E>> Type<E> oneOf(Class<E> type, Function<E, String> name) {
        E[] values = type.getEnumConstants();
        String names = String.join(", ", Arrays.stream(values).map(name).toList());
        return scalar(
                "one of " + names,
                "one of " + names,
                text -> Arrays.stream(values)
                        .filter(value -> name.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text)),
                name);
    }

    /** {@code [a, b]}; may be empty. */
    public static <T> Type<List<T>> listOf(Type<T> type) {
        return new ListType<>(type, false);
    }

    /** {@code [a, b]}, or one value without brackets; not empty. */
    public static <T> Type<List<T>> oneOrMore(Type<T> type) {
        return new ListType<>(type, true);
    }

    /** {@code {name: a, other: b}}, in the file's order. */
    public static <T> Type<Map<String, T>> mapOf(Type<T> type) {
        return new MapType<>(type);
    }

    private static String require(String text, boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static double share(String text) {
        var matcher = SHARE_FORM.matcher(text);
        require(text, matcher.matches());
        BigDecimal value =
                matcher.group(1) == null ? new BigDecimal(text) : new BigDecimal(matcher.group(1)).movePointLeft(2);
        require(text, value.compareTo(BigDecimal.ONE) <= 0);
        return value.doubleValue();
    }

    private static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).multiply(HUNDRED).stripTrailingZeros();
        return percent.toPlainString() + " %";
    }
}
