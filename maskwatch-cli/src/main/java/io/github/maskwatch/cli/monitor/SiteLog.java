package io.github.maskwatch.cli.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The lines of a service: one for each change, none for a frame. As text ({@code 2026-11-25T08:30:00Z warn door: lost (…)}) or as JSON. Thread-safe.
 */
public final class SiteLog {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintWriter out;
    private final boolean json;
    private final Clock clock;

    /** How grave something is. */
    public enum Level {
        INFO,
        WARN,
        ERROR;

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SiteLog(PrintWriter out, boolean json, Clock clock) {
        this.out = out;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes a line.
     *
     * @param subject what it is about: a camera, {@code store}, a rule
     * @param text one line, without secrets
     */
    public synchronized void line(Level level, String subject, String text) {
        String time = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        out.println(json ? json(time, level, subject, text) : time + " " + level.id() + " " + subject + ": " + text);
        out.flush();
    }

    private static String json(String time, Level level, String subject, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time", time);
        fields.put("level", level.id());
        fields.put("subject", subject);
        fields.put("text", text);
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("four texts must become JSON", e);
        }
    }
}
