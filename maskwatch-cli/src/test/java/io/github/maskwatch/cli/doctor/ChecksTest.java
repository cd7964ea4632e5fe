package io.github.maskwatch.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.video.Camera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Grade grade(Check check) throws IOException, InterruptedException {
        return check.look().stream().map(Finding::grade).max(Grade::compareTo).orElseThrow();
    }

    private static Clock at(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    @Test
    void anOldJava() throws Exception {
        assertThat(grade(new JavaCheck(Runtime.Version.parse("11.0.2"), "x", "y")))
                .isEqualTo(Grade.WRONG);
        assertThat(grade(new JavaCheck(Runtime.Version.parse("21"), "x", "y"))).isEqualTo(Grade.OK);
    }

    @Test
    void aLibraryThatDoesNotLoad() {
        LibraryCheck check = new LibraryCheck("FFmpeg", () -> {
            throw new NoClassDefFoundError("no libavutil");
        });

        assertThat(check.look().get(0).grade()).isEqualTo(Grade.WRONG);
        assertThat(check.look().get(0).text()).contains("no libavutil");
    }

    @Test
    void littleMemoryAndFewProcessors() throws Exception {
        assertThat(grade(new MemoryCheck(768L << 20, 2, 4))).isEqualTo(Grade.OK);
        assertThat(grade(new MemoryCheck(768L << 20, 2, 5))).isEqualTo(Grade.WARNING);
        assertThat(grade(new MemoryCheck(128L << 20, 8, 1))).isEqualTo(Grade.WRONG);
    }

    @Test
    void clocksThatCannotBeRight() throws Exception {
        assertThat(grade(new ClockCheck(at("1970-01-01T00:10:00Z"), BERLIN, false)))
                .isEqualTo(Grade.WRONG);
        assertThat(grade(new ClockCheck(at("2126-11-25T08:30:00Z"), BERLIN, false)))
                .isEqualTo(Grade.WRONG);
        assertThat(grade(new ClockCheck(at("2026-11-25T08:30:00Z"), BERLIN, false)))
                .isEqualTo(Grade.OK);
        assertThat(grade(new ClockCheck(at("2026-11-25T08:30:00Z"), ZoneOffset.UTC, false)))
                .isEqualTo(Grade.WARNING);
        assertThat(grade(new ClockCheck(at("2026-11-25T08:30:00Z"), ZoneOffset.UTC, true)))
                .isEqualTo(Grade.OK);
    }

    @Test
    void folders(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("a").resolve("b");
        assertThat(grade(new FolderCheck("cache", missing, true, 1))).isEqualTo(Grade.OK);
        assertThat(grade(new FolderCheck("store", missing, false, 1))).isEqualTo(Grade.WRONG);
        assertThat(grade(new FolderCheck("store", folder, false, Long.MAX_VALUE)))
                .isEqualTo(Grade.WARNING);
        assertThat(missing).doesNotExist();
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(grade(new FolderCheck("store", file, false, 1))).isEqualTo(Grade.WRONG);
    }

    @Test
    void cameras() throws Exception {
        assertThat(grade(new CameraCheck("door", 10, () -> new Camera.Mode(640, 480, "h264", 25))))
                .isEqualTo(Grade.OK);
        assertThat(grade(new CameraCheck("door", 10, () -> new Camera.Mode(640, 480, "h264", 5))))
                .isEqualTo(Grade.WARNING);
        assertThat(grade(new CameraCheck("door", 10, () -> {
                    throw new IOException("gone");
                })))
                .isEqualTo(Grade.WRONG);
    }

    @Test
    void oneThatHangsOrBreaksKeepsNoOtherFromItsAnswer() throws Exception {
        Check hangs = check("hangs", () -> {
            new CountDownLatch(1).await();
            return List.of();
        });
        Check breaks = check("breaks", () -> {
            throw new IllegalStateException("a defect");
        });
        Check works = check("works", () -> List.of(Finding.ok("works", "well")));

        List<Finding> findings =
                new Examination(Duration.ofMillis(300), Throwable::getMessage).of(List.of(breaks, works, hangs));

        assertThat(findings).extracting(Finding::subject).containsExactly("breaks", "works", "hangs");
        assertThat(findings).extracting(Finding::grade).containsExactly(Grade.WRONG, Grade.OK, Grade.WRONG);
        assertThat(FindingText.lines(findings)).last().isEqualTo("2 wrong.");
    }

    private interface Look {
        List<Finding> look() throws InterruptedException;
    }

    private static Check check(String subject, Look look) {
        return new Check() {
            @Override
            public String subject() {
                return subject;
            }

            @Override
            public List<Finding> look() throws InterruptedException {
                return look.look();
            }
        };
    }

    @Test
    void aPasswordOfALibrarysMessageIsTakenOut() {
        assertThat(Finding.wrong("camera", "no rtsp://me:hunter2@host/a\nthere", null)
                        .text())
                .isEqualTo("no rtsp://host/a there");
        assertThat(Finding.wrong("store", "postgresql://me:hunt/er2@db/x is away", null)
                        .text())
                .isEqualTo("postgresql://db/x is away");
    }
}
