package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.overlay.Pictures;
import io.github.maskwatch.video.VideoRecorder;
import io.github.maskwatch.video.VideoSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(120)
class WatchCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FRAMES = 30;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /** One face in each picture, its mask worn by the left half only. */
    private static final class LeftFace implements MaskDetector {
        @Override
        public List<MaskedFace> detect(Image image) {
            Box box = new Box(image.width() / 8.0, image.height() / 4.0, image.width() / 4.0, image.width() / 4.0);
            return List.of(new MaskedFace(new Face(box, 0.75f), new MaskPrediction(0.125, 0.25, 0.625)));
        }

        @Override
        public void close() {}
    }

    private static Terminal watch(String... args) {
        return Terminal.run(
                new CommandLine(new WatchCommand(LeftFace::new))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(new FailureHandler())
                        .setParameterExceptionHandler(new WrongUseHandler()),
                args);
    }

    private static Path clip() throws IOException {
        Path file = shared.resolve("clip.mp4");
        return Files.exists(file) ? file : recorded(file);
    }

    private static Path recorded(Path file) throws IOException {
        DemoSource scene = new DemoSource(3, Duration.ofMillis(40 * FRAMES));
        try (FrameReader frames = scene.open();
                VideoRecorder recorder = new VideoRecorder(file)) {
            for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
                recorder.write(frame);
            }
        }
        return file;
    }

    private Path picture(String name, int width, int height) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(Pictures.toBuffered(Image.filled(width, height, 0x708090)), "png", file.toFile());
        return file;
    }

    private List<JsonNode> events(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> {
                        try {
                            return JSON.readTree(line);
                        } catch (IOException e) {
                            throw new AssertionError(line, e);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void aVideoIsAnnotatedAndItsEventsAreWritten() throws Exception {
        Path clip = clip();
        Path output = folder.resolve("out.mp4");
        Path events = folder.resolve("out.jsonl");
        Terminal terminal = watch(
                clip.toString(),
                "--headless",
                "--no-track",
                "--output",
                output.toString(),
                "--events",
                events.toString());
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out())
                .contains("Frames   30 read, 30 processed, 0 dropped")
                .contains("Latency  median ")
                .contains("Faces    0 with mask, 0 without mask, 30 worn incorrectly, 0 cannot tell")
                .contains("Written  " + events + ", " + output);
        assertThat(annotated(output)).isEqualTo(FRAMES);
        List<JsonNode> lines = events(events);
        assertThat(lines).hasSize(FRAMES);
        assertThat(lines)
                .extracting(line -> line.at("/frame").asInt())
                .startsWith(0, 1, 2)
                .endsWith(29);
    }

    /** Frames of the video, each with the amber line of the box. */
    private static int annotated(Path video) throws IOException {
        int frames = 0;
        try (FrameReader reader = VideoSource.parse(video.toString()).open()) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                int color = frame.image().at(80, 200);
                assertThat(color >> 16).as("red of the amber line").isGreaterThan(180);
                assertThat(color & 0xff).as("blue of the amber line").isLessThan(120);
                frames++;
            }
        }
        return frames;
    }

    @Test
    void anEventHasWhatTheHelpPromises() throws Exception {
        Path events = folder.resolve("out.jsonl");
        Instant before = Instant.now();
        watch(
                clip().toString(),
                "--headless",
                "--no-track",
                "--events",
                events.toString(),
                "--frames",
                "2",
                "--mirror");
        JsonNode line = events(events).get(1);
        assertThat(line.at("/camera").asText()).endsWith("clip.mp4");
        assertThat(line.has("file")).isFalse();
        assertThat(line.at("/frame").asInt()).isEqualTo(1);
        assertThat(line.at("/position_s").asDouble()).isEqualTo(0.04);
        assertThat(Instant.parse(line.at("/time").asText()))
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(line.at("/latency_ms").asDouble()).isPositive();
        assertThat(line.at("/width").asInt()).isEqualTo(640);
        assertThat(line.at("/height").asInt()).isEqualTo(480);
        assertThat(line.at("/mirrored").asBoolean()).isTrue();
        assertThat(line.at("/faces").toString())
                .isEqualTo("[{\"box\":[80.0,120.0,160.0,160.0],\"score\":0.75,\"state\":\"mask_worn_incorrectly\","
                        + "\"probabilities\":{\"with_mask\":0.125,\"without_mask\":0.25,"
                        + "\"mask_worn_incorrectly\":0.625}}]");
    }

    /** What single frames say stays in the line; who it is and what all looks say comes beside it. */
    @Test
    void peopleAreFollowedFromFrameToFrame() throws Exception {
        Path events = folder.resolve("out.jsonl");
        Terminal terminal = watch(clip().toString(), "--headless", "--events", events.toString());
        assertThat(terminal.out()).contains("People   1 seen (who leaves and comes back counts again)");
        List<JsonNode> lines = events(events);
        JsonNode first = lines.get(0).at("/faces/0");
        assertThat(first.has("track")).isFalse();
        assertThat(first.has("vote")).isFalse();
        String track = lines.get(1).at("/faces/0/track").asText();
        assertThat(track).matches("[0-9a-f]{16}");
        assertThat(lines.subList(1, FRAMES))
                .allMatch(line -> line.at("/faces/0/track").asText().equals(track))
                .allMatch(line -> line.at("/faces/0/state").asText().equals("mask_worn_incorrectly"));
        assertThat(lines.get(1).at("/changes").toString())
                .isEqualTo("[{\"track\":\"" + track + "\",\"change\":\"appeared\"}]");
        JsonNode vote = lines.get(1).at("/faces/0/vote");
        assertThat(vote.at("/state").asText()).as("only two looks").isEqualTo("cannot_tell");
        assertThat(vote.at("/probabilities/mask_worn_incorrectly").asDouble()).isPositive();
    }

    /** A masked face that walks to the right, 10 px a frame. */
    private static final class Walker implements MaskDetector {
        private int frames;

        @Override
        public List<MaskedFace> detect(Image image) {
            Box box = new Box(100 + 10 * frames++, 180, 120, 120);
            return List.of(new MaskedFace(new Face(box, 0.9f), new MaskPrediction(0.98, 0.01, 0.01)));
        }

        @Override
        public void close() {}
    }

    private Path site() throws IOException {
        return Files.writeString(
                folder.resolve("site.yaml"), """
                cameras:
                  - name: entrance
                    source: "%s"
                    zones: [{name: hall, area: [[0.5, 0], [1, 0], [1, 1], [0.5, 1]]}]
                    lines: [{name: door, from: [0.5, 1], to: [0.5, 0]}]
                  - {name: yard, source: demo}
                """.formatted(clip().toString().replace("\\", "/")));
    }

    @Test
    void aCameraOutsideOfItsHoursIsToldOf() throws Exception {
        String other = LocalDate.now(ZoneId.systemDefault())
                .plusDays(3)
                .getDayOfWeek()
                .name()
                .substring(0, 3)
                .toLowerCase(Locale.ROOT);
        Path site = Files.writeString(
                folder.resolve("site.yaml"), """
                cameras:
                  - {name: entrance, source: "%s", schedule: {days: %s, hours: "07:00-19:00"}}
                """.formatted(clip().toString().replace("\\", "/"), other));
        Terminal terminal = walk("--site", site.toString(), "--headless");
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.err())
                .isEqualToIgnoringNewLines("Note: monitor records nobody at entrance now, outside of " + other
                        + " 07:00-19:00; here all that comes is shown and counted.");
    }

    private static Terminal walk(String... args) {
        return Terminal.run(
                new CommandLine(new WatchCommand(Walker::new))
                        .setExecutionExceptionHandler(new FailureHandler())
                        .setParameterExceptionHandler(new WrongUseHandler()),
                args);
    }

    @Test
    void aSitesCameraIsWatchedWithItsZonesAndLines() throws Exception {
        Path events = folder.resolve("out.jsonl");
        Path output = folder.resolve("out.mp4");
        Terminal terminal = walk(
                "--site",
                site().toString(),
                "--camera",
                "entrance",
                "--headless",
                "--events",
                events.toString(),
                "--output",
                output.toString());
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("Watching entrance", "Passed   door 1 in, 0 out", ", 1 here in the end");
        List<JsonNode> places = events(events).stream()
                .filter(line -> line.has("places"))
                .map(line -> line.at("/places/0"))
                .toList();
        assertThat(places)
                .extracting(place ->
                        place.at("/event").asText() + " " + place.at("/place").asText())
                .containsExactlyInAnyOrder("zone_entered hall", "line_passed door");
        assertThat(places)
                .allMatch(place -> place.at("/state").asText().equals("with_mask"))
                .allMatch(place -> place.at("/track").asText().matches("[0-9a-f]{16}"));
        assertThat(events(events)).allMatch(line -> line.at("/camera").asText().equals("entrance"));
        try (FrameReader reader = VideoSource.parse(output.toString()).open()) {
            Image first = Objects.requireNonNull(reader.next()).image();
            int zone = first.at(637, 100);
            assertThat((zone & 0xff) - (zone >> 16)).as("blue of the zone").isPositive();
        }
    }

    @Test
    void aRecordingIsWatchedWithTheZonesOfASitesCamera() throws Exception {
        Path events = folder.resolve("out.jsonl");
        Terminal terminal = walk(
                clip().toString(),
                "--site",
                site().toString(),
                "--camera",
                "entrance",
                "--headless",
                "--no-track",
                "--events",
                events.toString());
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.out()).doesNotContain("Passed");
        assertThat(events(events))
                .noneMatch(line -> line.has("places"))
                .allMatch(line -> line.at("/camera").asText().endsWith("clip.mp4"));
    }

    @Test
    void whichCameraIsMeantMustBeClear() throws Exception {
        String site = site().toString();
        Terminal several = walk("--site", site, "--headless");
        assertThat(several.exitCode()).isEqualTo(2);
        assertThat(several.err()).contains("name one camera with --camera; there is entrance, yard");
        Terminal unknown = walk("--site", site, "--camera", "gate", "--headless");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("is called gate; there is entrance, yard");
        assertThat(walk("demo", "--camera", "gate", "--headless").err()).contains("add --site CONFIG");
        Terminal nothing = walk("--headless");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("missing required parameter: 'SOURCE'");
    }

    @Test
    void nobodyIsFollowedFromOnePictureToTheNext() throws Exception {
        picture("photos/a.png", 320, 240);
        picture("photos/b.png", 320, 240);
        Path events = folder.resolve("out.jsonl");
        Terminal terminal = watch(folder.resolve("photos").toString(), "--headless", "--events", events.toString());
        assertThat(terminal.out()).contains("2 worn incorrectly, 0 cannot tell").doesNotContain("People");
        assertThat(events(events)).noneMatch(line -> line.at("/faces/0").has("track"));
    }

    @Test
    void aFaceThatIsNotCalledIsToldAsSuch() throws Exception {
        Path events = folder.resolve("out.jsonl");
        MaskDetector unsure = new MaskDetector() {
            @Override
            public List<MaskedFace> detect(Image image) {
                Face face = new Face(new Box(80, 120, 160, 160), 0.75f);
                return List.of(new MaskedFace(face, new MaskPrediction(0.5, 0.25, 0.25), false));
            }

            @Override
            public void close() {}
        };
        Terminal terminal = Terminal.run(
                new CommandLine(new WatchCommand(() -> unsure)),
                clip().toString(),
                "--headless",
                "--events",
                events.toString(),
                "--frames",
                "2");
        assertThat(terminal.out()).contains("Faces    0 with mask, 0 without mask, 0 worn incorrectly, 2 cannot tell");
        assertThat(events(events).get(0).at("/faces/0/state").asText()).isEqualTo("cannot_tell");
        assertThat(events(events).get(0).at("/faces/0/probabilities/with_mask").asDouble())
                .isEqualTo(0.5);
    }

    @Test
    void eventsAreAppended() throws Exception {
        Path events = folder.resolve("out.jsonl");
        Files.writeString(events, "{\"before\":true}\n");
        watch(clip().toString(), "--headless", "--events", events.toString(), "--frames", "3");
        assertThat(events(events)).hasSize(4);
    }

    @Test
    void aPictureIsAnnotated() throws Exception {
        Path output = folder.resolve("out.png");
        Terminal terminal =
                watch(picture("door.png", 320, 240).toString(), "--headless", "--output", output.toString());
        assertThat(terminal.err()).isEmpty();
        assertThat(ImageIO.read(output.toFile()).getRGB(40, 100) & 0xffffff).isNotEqualTo(0x708090);
        assertThat(leftovers()).isEmpty();
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains(".part")).toList();
        }
    }

    @Test
    void aFolderBecomesAFolderOrAVideoAndABrokenPictureIsPassedOver() throws Exception {
        picture("photos/a.png", 320, 240);
        picture("photos/b.png", 100, 300);
        Files.writeString(folder.resolve("photos/c.jpg"), "no picture");
        Path photos = folder.resolve("photos");
        Path output = folder.resolve("annotated");
        Path events = folder.resolve("out.jsonl");
        Terminal terminal =
                watch(photos.toString(), "--headless", "--output", output.toString(), "--events", events.toString());
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.err()).startsWith("maskwatch: passed over: ").contains("c.jpg");
        assertThat(output.toFile().list()).containsExactlyInAnyOrder("a.png", "b.png");
        assertThat(ImageIO.read(output.resolve("b.png").toFile()).getHeight()).isEqualTo(300);
        assertThat(events(events).get(1).at("/file").asText())
                .isEqualTo(photos.resolve("b.png").toString());
        Path video = folder.resolve("out.mp4");
        assertThat(watch(photos.toString(), "--headless", "--output", video.toString())
                        .exitCode())
                .isZero();
        try (FrameReader reader = VideoSource.parse(video.toString()).open()) {
            Frame first = Objects.requireNonNull(reader.next());
            assertThat(first.image().width()).isEqualTo(320);
            assertThat(reader.next()).isNotNull();
        }
    }

    @Test
    void thePhotosThemselvesAreNeverWrittenOver() throws Exception {
        Path photo = picture("photos/a.png", 320, 240);
        byte[] before = Files.readAllBytes(photo);
        for (Path source : List.of(photo, photo.getParent())) {
            Terminal terminal = watch(source.toString(), "--headless", "--output", source.toString());
            assertThat(terminal.exitCode()).isEqualTo(2);
            assertThat(terminal.err()).contains("is the source itself");
        }
        assertThat(Files.readAllBytes(photo)).isEqualTo(before);
    }

    @Test
    void aRecordingIsNeverWrittenOver() throws Exception {
        Path clip = Files.copy(clip(), folder.resolve("mine.mp4"));
        Path link = Files.createSymbolicLink(folder.resolve("link.mp4"), clip);
        byte[] before = Files.readAllBytes(clip);
        for (List<String> output : List.of(
                List.of(clip.toString(), "--output", clip.toString()),
                List.of(link.toString(), "--output", clip.toString()),
                List.of(clip.toString(), "--output", link.toString()),
                List.of(clip.toString(), "--events", clip.toString()))) {
            Terminal terminal = watch(output.get(0), "--headless", output.get(1), output.get(2));
            assertThat(terminal.exitCode()).isEqualTo(2);
            assertThat(terminal.err()).contains(output.get(1) + " " + output.get(2) + " is the source itself");
        }
        assertThat(Files.readAllBytes(clip)).isEqualTo(before);
    }

    @Test
    void outputsThatCannotBeWrittenAreFoundBeforeTheRun() throws Exception {
        String clip = clip().toString();
        String nowhere = folder.resolve("missing/out").toString();
        for (String[] wrong : new String[][] {
            {"--events", nowhere + ".jsonl"}, {"--output", nowhere + ".mp4"}, {"--events", folder.toString()}
        }) {
            Terminal terminal = watch(clip, "--headless", wrong[0], wrong[1]);
            assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(5);
            assertThat(terminal.err().lines()).hasSize(1);
            assertThat(terminal.out()).as("nothing was started").isEmpty();
        }
    }

    @Test
    void anOutputOfAnotherKindIsRefused() throws Exception {
        Terminal video = watch(
                clip().toString(),
                "--headless",
                "--output",
                folder.resolve("out.jpg").toString());
        assertThat(video.exitCode()).isEqualTo(2);
        assertThat(video.err()).contains("wanted a file that ends with .mp4");
        String photo = picture("a.png", 32, 32).toString();
        Terminal picture =
                watch(photo, "--headless", "--output", folder.resolve("out.gif").toString());
        assertThat(picture.err()).contains("wanted a file that ends with .jpg, .png or .mp4");
    }

    @Test
    void aTakenPortIsOneLineAndNothingIsLeftBehind() throws Exception {
        Path events = folder.resolve("out.jsonl");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Terminal terminal = watch(clip().toString(), "--no-window", "--port", port, "--events", events.toString());
            assertThat(terminal.exitCode()).isEqualTo(5);
            assertThat(terminal.err()).contains("port " + port + " of 127.0.0.1 is taken");
            assertThat(terminal.err().lines()).hasSize(1);
        }
        assertThat(events).doesNotExist();
    }

    @Test
    void thePageIsServedAndItsAddressPrinted() throws Exception {
        Terminal terminal = watch(clip().toString(), "--no-window", "--port", "0", "--frames", "3");
        assertThat(terminal.out()).containsPattern("Page http://127\\.0\\.0\\.1:\\d+/");
        assertThat(terminal.exitCode()).isZero();
    }

    @Test
    void aWindowThatCannotBeHadIsOneLineAndTheRunGoesOn() throws Exception {
        assumeFalse(!java.awt.GraphicsEnvironment.isHeadless(), "this machine has a display");
        Terminal terminal = watch(clip().toString(), "--window", "--no-page", "--frames", "2");
        assertThat(terminal.err().strip()).isEqualTo("maskwatch: no window: there is no display; going on without it");
        assertThat(terminal.exitCode()).isZero();
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThat(watch("demo", "--headless", "--window").exitCode()).isEqualTo(2);
        assertThat(watch("demo", "--headless", "--port", "0").exitCode()).isEqualTo(2);
        assertThat(watch("demo", "--frames", "0").exitCode()).isEqualTo(2);
        assertThat(watch("demo", "--duration", "soon").err()).contains("'soon' is no duration above 0");
    }

    @Test
    void aSourceThatIsNotThereIsOneLine() {
        Terminal terminal = watch(folder.resolve("nowhere.mp4").toString(), "--headless");
        assertThat(terminal.exitCode()).isEqualTo(3);
        assertThat(terminal.err().lines()).hasSize(1);
        assertThat(terminal.err()).contains("nowhere.mp4");
        Terminal camera = watch("97", "--headless");
        assertThat(camera.exitCode()).isEqualTo(4);
        assertThat(camera.err().lines()).hasSize(1);
    }

    @Test
    void theDemonstrationRunsForAsLongAsAskedFor() {
        Terminal terminal = watch("demo", "--headless", "--duration", "1s");
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("Frames   26 read");
    }
}
