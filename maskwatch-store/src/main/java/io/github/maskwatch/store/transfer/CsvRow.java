package io.github.maskwatch.store.transfer;

import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventRow;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An event as cells of text, named and written as the fields of its JSON; null: not there. */
final class CsvRow {
    static final List<String> COLUMNS = List.of(
            "id", "kind", "time", "camera", "track", "place", "direction", "from", "state", "stayed_s", "name", "text");
    private static final int NANO_DIGITS = 9;

    private CsvRow() {}

    static List<@Nullable String> of(Event event) {
        EventRow row = event.row();
        return new ArrayList<>(Arrays.<@Nullable String>asList(
                row.id().toString(),
                row.kind().id(),
                row.time().toString(),
                text(row.camera(), CameraId::name),
                text(row.track(), TrackId::toString),
                row.place(),
                text(row.direction(), Direction::id),
                text(row.from(), MaskState::id),
                text(row.state(), MaskState::id),
                text(row.stayed(), CsvRow::seconds),
                row.name(),
                row.text()));
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> form) {
        return value == null ? null : form.apply(value);
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * @param cells in the order of {@link #COLUMNS}
     * @throws IllegalArgumentException if they are no event
     */
    static Event event(List<@Nullable String> cells) {
        try {
            return new EventRow(
                            EventId.parse(need(cells, 0)),
                            EventKind.of(need(cells, 1)),
                            Instant.parse(need(cells, 2)),
                            value(cells.get(3), CameraId::new),
                            value(cells.get(4), TrackId::parse),
                            cells.get(5),
                            value(cells.get(6), Direction::of),
                            value(cells.get(7), MaskState::of),
                            value(cells.get(8), MaskState::of),
                            value(cells.get(9), CsvRow::duration),
                            cells.get(10),
                            cells.get(11))
                    .event();
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("no event: " + e.getMessage(), e);
        }
    }

    private static String need(List<@Nullable String> cells, int column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("an event needs its " + COLUMNS.get(column) + ", got none");
        }
        return cell;
    }

    private static <T> @Nullable T value(@Nullable String cell, Function<String, T> form) {
        return cell == null ? null : form.apply(cell);
    }

    private static Duration duration(String seconds) {
        return Duration.ofSeconds(
                0, new BigDecimal(seconds).movePointRight(NANO_DIGITS).longValueExact());
    }
}
