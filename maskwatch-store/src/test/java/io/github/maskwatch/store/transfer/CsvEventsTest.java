package io.github.maskwatch.store.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvEventsTest {
    private static final String ID = "0193628e-57fb-7a5b-8c1d-0123456789ab";
    private static final Event ALARM = new AlarmRaised(
            EventId.parse(ID), Instant.parse("2026-11-25T08:30:00Z"), null, "few", null, "", null, "a \"b\",\r\nc");
    private static final String HEADER = "id,kind,time,camera,track,place,direction,from,state,stayed_s,name,text\r\n";

    @TempDir
    Path folder;

    private List<Event> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), text);
        List<Event> found = new ArrayList<>();
        new CsvEvents().read(file, found::add);
        return found;
    }

    @Test
    void isAsTheStandardSays() throws IOException {
        Path file = folder.resolve("x.csv");
        try (EventSink sink = new CsvEvents().write(file)) {
            sink.visit(ALARM);
        }

        assertThat(Files.readString(file))
                .isEqualTo(
                        HEADER + "\"" + ID + "\",alarm,2026-11-25T08:30:00Z,,,\"\",,,,,few,\"a \"\"b\"\",\r\nc\"\r\n");
        assertThat(read(Files.readString(file))).containsExactly(ALARM);
    }

    @Test
    void columnsInAnotherOrderAndTheMarkOfASpreadsheetAreUnderstood() throws IOException {
        String text = "\uFEFFtext,name,stayed_s,state,from,direction,place,track,camera,time,kind,id\n"
                + "\"a \"\"b\"\",\r\nc\",few,,,,,\"\",,,2026-11-25T08:30:00Z,alarm," + ID;

        assertThat(read(text)).containsExactly(ALARM);
    }

    @Test
    void otherColumnsAreRefused() {
        assertThatExceptionOfType(UnreadableEventsException.class)
                .isThrownBy(() -> read("id,kind\r\n1,2\r\n"))
                .withMessageContaining("must name the columns");
        assertThatExceptionOfType(UnreadableEventsException.class)
                .isThrownBy(() -> read(""))
                .withMessageContaining("must name the columns");
        assertThatExceptionOfType(UnreadableEventsException.class)
                .isThrownBy(() -> read(HEADER + "1,2\r\n"))
                .withMessageContaining("12 cells, got 2");
        assertThatExceptionOfType(UnreadableEventsException.class)
                .isThrownBy(() -> read(HEADER + "x,alarm,2026-11-25T08:30:00Z,,,,,,,,few,text\r\n"))
                .withMessageContaining("line");
    }
}
