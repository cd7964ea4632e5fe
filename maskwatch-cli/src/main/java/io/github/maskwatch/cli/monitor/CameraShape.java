package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.message.UserInfo;
import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Secret;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.monitor.rules.Schedule;
import io.github.maskwatch.monitor.rules.ScheduleShape;
import io.github.maskwatch.monitor.service.CameraConfig;
import io.github.maskwatch.zone.Line;
import io.github.maskwatch.zone.PlaceConfig;
import io.github.maskwatch.zone.Zone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A camera in YAML. */
final class CameraShape extends Shape<SiteCamera> {
    /** Of an address its scheme, the user and perhaps the password before its host, and the rest. */
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)(?:([^/]*)@)?(.*)");

    private final Key<String> name = required("name", Types.LINE, "What it is called in events, messages and figures.");
    private final Key<String> source = required(
            "source", Types.LINE, "`rtsp://…`, `http://…`, a webcam's number, a video, or `demo`; without a password.");
    private final Key<String> user = optional("user", Types.LINE, "Of the camera, where it wants one.");
    private final Key<Secret> password = optional("password", Types.SECRET, "Of that user.");
    private final Key<Double> fps = withDefault(
            "fps",
            Types.number(0.1, 60),
            CameraConfig.DEFAULT_TARGET_FPS,
            "Frames a second in which faces are looked for while somebody is in view.");
    private final Key<Boolean> mirror =
            withDefault("mirror", Types.BOOLEAN, false, "Whether the picture is mirrored left to right.");
    private final Key<Boolean> repeat =
            withDefault("repeat", Types.BOOLEAN, false, "Whether a video is played again when it ends, for trials.");
    private final Key<List<Schedule.Entry>> schedule = withDefault(
            "schedule",
            Types.oneOrMore(new ScheduleShape()),
            List.of(),
            "When people before it are recorded and counted; one or a list; none: always. At other times nothing is known of anybody.");
    private final Key<Double> leastFace = withDefault(
            "least_face",
            Types.number(0, 10_000),
            0.0,
            "Somebody counts once the face's shorter side reached so many px; 0: at once.");
    private final Key<Duration> leaveAfter = withDefault(
            "leave_after",
            Types.DURATION,
            PlaceConfig.DEFAULTS.leaveAfter(),
            "Somebody is out of a zone when seen outside of it alone for so long.");
    private final Key<List<Zone>> zones =
            withDefault("zones", Types.listOf(new Shapes.ZoneShape()), List.of(), "Parts of the picture.");
    private final Key<List<Line>> lines = withDefault(
            "lines",
            Types.listOf(new Shapes.LineShape()),
            List.of(),
            "Lines that people cross, counted once each way.");

    CameraShape() {
        super("camera");
    }

    @Override
    protected SiteCamera build(Section section) throws ConfigurationException {
        PlaceConfig base = PlaceConfig.DEFAULTS;
        PlaceConfig place = new PlaceConfig(
                section.value(zones),
                section.value(lines),
                section.value(leastFace),
                0,
                base.looksToEnter(),
                section.value(leaveAfter),
                base.lineMargin());
        CameraConfig camera =
                new CameraConfig(section.value(name), address(section), section.value(fps), section.value(mirror));
        return new SiteCamera(camera, place, section.value(repeat), new Schedule(section.value(schedule)));
    }

    private String address(Section section) throws ConfigurationException {
        String text = section.value(source);
        String who = section.orNull(user);
        Secret secret = section.orNull(password);
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches()) {
            if (who != null || secret != null) {
                throw section.problem(source, "user and password are for an address such as rtsp://camera/stream");
            }
            return text;
        }
        requireClear(text, section);
        String inAddress = address.group(2);
        if (inAddress != null && inAddress.contains(":")) {
            throw section.problem(
                    source,
                    "has a password in it; take it out and write password: ${env:NAME} or password: {file: PATH}");
        }
        if (secret != null && who == null && inAddress == null) {
            throw section.problem(source, "has a password but no user; add user: NAME");
        }
        String whole =
                address.group(1) + credentials(who == null ? inAddress : encoded(who), secret) + address.group(3);
        requireClear(whole, section);
        return whole;
    }

    private void requireClear(String address, Section section) throws ConfigurationException {
        if (UserInfo.isDoubtful(address)) {
            throw section.problem(
                    source,
                    "has an @ behind a /, so that a password may be in it; write that as password: ${env:NAME} or"
                            + " password: {file: PATH}, and an @ of the path as %40");
        }
    }

    private static String credentials(@Nullable String user, @Nullable Secret password) {
        if (user == null) {
            return "";
        }
        return user + (password == null ? "" : ":" + encoded(password.reveal())) + "@";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
