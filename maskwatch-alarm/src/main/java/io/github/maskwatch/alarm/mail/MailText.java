package io.github.maskwatch.alarm.mail;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.image.CameraId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Subject, text and name of a mail that tells of alarms. */
final class MailText {
    /** Characters; what most programs show. */
    private static final int LONGEST_SUBJECT = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH);

    private MailText() {}

    /** One line, cut where it is too long. */
    static String subject(String prefix, List<AlarmRaised> alarms) {
        String head = prefix.isEmpty() ? "" : prefix + " ";
        String line = alarms.size() == 1
                ? place(alarms.get(0).camera()) + alarms.get(0).text()
                : summary(alarms);
        String whole = (head + line).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (whole.codePointCount(0, whole.length()) <= LONGEST_SUBJECT) {
            return whole;
        }
        return whole.substring(0, whole.offsetByCodePoints(0, LONGEST_SUBJECT - 1))
                        .strip() + "…";
    }

    private static String place(@Nullable CameraId camera) {
        return camera == null ? "" : camera.name() + ": ";
    }

    private static String summary(List<AlarmRaised> alarms) {
        String cameras = alarms.stream()
                .map(AlarmRaised::camera)
                .filter(Objects::nonNull)
                .map(CameraId::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return alarms.size() + " alarms" + (cameras.isEmpty() ? "" : ": " + cameras);
    }

    static String body(List<AlarmRaised> alarms, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        if (alarms.size() > 1) {
            text.append(alarms.size()).append(" alarms, the oldest first.\n\n");
        }
        alarms.forEach(alarm -> append(text, alarm, zone));
        return text.append("Sent by Maskwatch. An id that you have seen before is the same alarm once more.\n")
                .toString();
    }

    private static void append(StringBuilder text, AlarmRaised alarm, ZoneId zone) {
        text.append(alarm.text().replaceAll("[\\p{Cntrl}\\s]+", " ").strip()).append('\n');
        line(text, "Time", time(alarm.time(), zone));
        line(text, "Camera", alarm.camera() == null ? null : alarm.camera().name());
        line(text, "Zone", alarm.zone());
        line(text, "State", alarm.state() == null ? null : alarm.state().label());
        line(text, "Rule", alarm.rule());
        line(text, "Id", alarm.id().toString());
        text.append('\n');
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(String.format(Locale.ROOT, "  %-7s %s%n", name, value).replace(System.lineSeparator(), "\n"));
        }
    }

    private static String time(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }

    /** The same for the same alarms, so that a mail system knows a repetition. */
    static String messageId(List<AlarmRaised> alarms, String domain) {
        String ids = alarms.stream().map(alarm -> alarm.id().toString()).collect(Collectors.joining(" "));
        String name =
                alarms.size() == 1 ? ids : "digest-" + UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.US_ASCII));
        return "<" + name + "@" + domain + ">";
    }
}
