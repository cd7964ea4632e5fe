package io.github.maskwatch.cli;

import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.image.CameraId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which events. */
final class EventSelection {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description =
                    "From this moment on, such as 2026-11-25 or 2026-11-25T08:30:00Z (UTC). Default: from the beginning.")
    @Nullable
    Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "Before this moment. Default: to the end.")
    @Nullable
    Instant to;

    @Option(names = "--camera", paramLabel = "NAME", description = "Of this camera only; any number of times.")
    Set<String> cameras = new LinkedHashSet<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = KindConverter.class,
            description =
                    "Of this kind only (appeared, state, left, zone_entered, zone_left, line_passed, counted, alarm, camera,"
                            + " service); any number of times.")
    Set<EventKind> kinds = new HashSet<>();

    EventQuery query() {
        return new EventQuery(from, to, cameras.stream().map(CameraId::new).collect(Collectors.toSet()), kinds);
    }

    /** The kinds by their names in files. */
    static final class KindConverter implements ITypeConverter<EventKind> {
        @Override
        public EventKind convert(String value) {
            try {
                return EventKind.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
