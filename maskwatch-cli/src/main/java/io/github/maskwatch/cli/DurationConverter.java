package io.github.maskwatch.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 500ms}, or a bare number of seconds. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)?");

    @Override
    public Duration convert(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        Matcher parts = PART.matcher(text);
        double seconds = 0;
        int end = 0;
        while (end < text.length() && parts.find() && parts.start() == end) {
            seconds += Double.parseDouble(parts.group(1)) * seconds(parts.group(2));
            end = parts.end();
        }
        if (end < text.length() || seconds <= 0) {
            throw new TypeConversionException(
                    "'" + value + "' is no duration above 0; wanted such as 90s, 10m or 1h30m");
        }
        return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }

    private static double seconds(String unit) {
        return switch (unit == null ? "s" : unit) {
            case "ms" -> 0.001;
            case "m" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            default -> 1;
        };
    }
}
