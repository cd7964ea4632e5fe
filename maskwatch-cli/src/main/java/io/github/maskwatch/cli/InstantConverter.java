package io.github.maskwatch.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Moments: a day ({@code 2026-11-25}, its beginning in UTC) or a time with its offset ({@code 2026-11-25T08:30:00Z}, {@code …+01:00}). */
final class InstantConverter implements ITypeConverter<Instant> {
    private static final int DAY = "2026-11-25".length();

    @Override
    public Instant convert(String value) {
        try {
            return value.length() == DAY
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + value
                    + "' is no time; wanted such as 2026-11-25, 2026-11-25T08:30:00Z or 2026-11-25T09:30:00+01:00");
        }
    }
}
