package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.cli.picture.PictureFile;
import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.fleet.CameraFrame;
import io.github.maskwatch.monitor.live.FacePlaces;
import io.github.maskwatch.monitor.overlay.Caption;
import io.github.maskwatch.monitor.overlay.Mark;
import io.github.maskwatch.monitor.overlay.Overlay;
import io.github.maskwatch.monitor.overlay.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A picture of each alarm about a camera: the frame of that moment with its zones and boxes, the faces as the settings want them, as
 * {@code 2026-11-25T08-30-00.120Z_door_<id of the alarm>.jpg}. Of one camera at most one a second. They are written on a thread of its own: a slow
 * disk delays nobody. Only the newest frame of each camera is held in memory. Thread-safe.
 */
final class AlarmPictures implements AutoCloseable {
    private static final Duration LEAST_APART = Duration.ofSeconds(1);
    /** An older frame is not of the alarm: the camera was lost, and its picture would tell of somebody else. */
    private static final Duration OLDEST_FRAME = Duration.ofSeconds(5);

    private static final Duration LATEST_WRITING = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 8;
    private static final int LONGEST_NAME = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** Its own files alone, whole ones and what a crash left of one. */
    private static final Pattern FILE = Pattern.compile("\\.?(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d\\.\\d{3}Z)_.*_"
            + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.jpg(\\.part)?");

    private final PictureSettings settings;
    private final SiteLog log;
    private final Overlay overlay = new Overlay();
    private final Map<CameraId, Seen> newest = new ConcurrentHashMap<>();
    private final Map<CameraId, Instant> taken = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor writer;
    private volatile boolean failing;

    private record Seen(CameraFrame frame, Places places) {}

    private AlarmPictures(PictureSettings settings, SiteLog log) {
        this.settings = settings;
        this.log = log;
        writer = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread thread = new Thread(task, "maskwatch-pictures");
                    thread.setDaemon(true);
                    return thread;
                },
                // What does not fit is not written: an alarm must wait for nobody.
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** @throws IOException one line, if the folder cannot be made or written to */
    static AlarmPictures open(PictureSettings settings, SiteLog log) throws IOException {
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new IOException("cannot make the folder " + settings.folder() + " for the pictures", e);
        }
        if (!Files.isWritable(settings.folder())) {
            throw new IOException("no permission to write pictures to " + settings.folder());
        }
        return new AlarmPictures(settings, log);
    }

    /** Of each camera one at a time. */
    void seen(CameraFrame frame, Places places) {
        newest.put(frame.camera(), new Seen(frame, places));
    }

    /** Nobody is there any more. */
    void lost(CameraId camera) {
        newest.remove(camera);
    }

    /** Never waits. */
    void raised(AlarmRaised alarm) {
        CameraId camera = alarm.camera();
        Seen seen = camera == null ? null : newest.get(camera);
        if (seen == null || !worth(seen.frame(), alarm.time())) {
            return;
        }
        writer.execute(() -> write(seen, alarm.id()));
    }

    private boolean worth(CameraFrame frame, Instant time) {
        if (Duration.between(frame.time(), time).abs().compareTo(OLDEST_FRAME) > 0) {
            return false;
        }
        boolean[] free = new boolean[1];
        taken.compute(frame.camera(), (camera, last) -> {
            free[0] = last == null || Duration.between(last, time).abs().compareTo(LEAST_APART) >= 0;
            return free[0] ? time : last;
        });
        return free[0];
    }

    private void write(Seen seen, EventId alarm) {
        Path file = settings.folder().resolve(name(seen.frame(), alarm));
        try {
            PictureFile.write(drawn(seen), file);
            failing = false;
        } catch (IOException | RuntimeException e) {
            if (!failing) {
                log.line(SiteLog.Level.ERROR, "pictures", "cannot write " + file + ": " + e.getMessage());
            }
            failing = true;
        }
    }

    private Image drawn(Seen seen) {
        CameraFrame frame = seen.frame();
        Image picture = settings.faces().in(frame.frame().image(), FacePlaces.of(frame.found(), frame.tracked()));
        List<MaskedFace> told = frame.tracked().told();
        String time = frame.time().truncatedTo(ChronoUnit.MILLIS).toString();
        Caption caption = new Caption("", List.of(frame.camera().name(), time), "");
        return overlay.draw(picture, seen.places(), told.stream().map(Mark::of).toList(), caption);
    }

    private static String name(CameraFrame frame, EventId alarm) {
        String camera = frame.camera().name().replaceAll("[^\\p{L}\\p{N}.-]", "-");
        String shortened = camera.substring(0, Math.min(LONGEST_NAME, camera.length()));
        return TIME.format(frame.time()) + "_" + shortened + "_" + alarm + ".jpg";
    }

    /**
     * Deletes pictures that are too old by the time in their names; other files in the folder are left alone.
     *
     * @return how many
     * @throws IOException if one cannot be deleted
     */
    long forget(Instant now) throws IOException {
        Instant oldest = now.minus(settings.keep());
        long forgotten = 0;
        try (var files = Files.newDirectoryStream(settings.folder())) {
            for (Path file : files) {
                Instant time = timeOf(file);
                if (time != null && time.isBefore(oldest) && Files.deleteIfExists(file)) {
                    forgotten++;
                }
            }
        }
        return forgotten;
    }

    private static @Nullable Instant timeOf(Path file) {
        Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? TIME.parse(name.group(1), Instant::from) : null;
    }

    /** Writes what waits, within two seconds. Idempotent. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LATEST_WRITING.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            writer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
