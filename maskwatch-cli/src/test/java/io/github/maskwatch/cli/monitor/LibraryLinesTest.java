package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LibraryLinesTest {
    @Test
    void whatALibraryTellsIsALineOfTheLog() {
        StringWriter out = new StringWriter();
        Clock clock = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
        System.Logger library = System.getLogger("io.github.maskwatch.alarm.Tested");
        try (LibraryLines lines = new LibraryLines(new SiteLog(new PrintWriter(out, true), false, clock))) {
            library.log(Level.WARNING, "alarm channel {0}: {1}; trying again", "house", "no broker");
            library.log(Level.INFO, "alarm channel {0}: connected", "house");
            library.log(Level.ERROR, "alarm is lost");
            library.log(Level.DEBUG, "never");
            assertThat(lines).isNotNull();
        }

        assertThat(out.toString().lines())
                .containsExactly(
                        "2026-11-25T12:00:00Z warn alarm: alarm channel house: no broker; trying again",
                        "2026-11-25T12:00:00Z info alarm: alarm channel house: connected",
                        "2026-11-25T12:00:00Z error alarm: alarm is lost");
    }
}
