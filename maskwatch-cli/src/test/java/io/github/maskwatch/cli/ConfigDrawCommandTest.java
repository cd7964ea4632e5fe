package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.Maskwatch;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.video.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ConfigDrawCommandTest {
    private static final String DOOR = """
              - name: front/door
                source: demo
                least_face: 60
                zones: [{name: hall, area: [[0.002, 0.002], [0.998, 0.002], [0.998, 0.9], [0.002, 0.9]]}]
                lines: [{name: in, from: [0.1, 0.5], to: [0.9, 0.5]}]
            """;
    /** Nobody listens on the first port. */
    private static final String GONE = "  - {name: gone, source: \"rtsp://127.0.0.1:1/door\"}\n";

    @TempDir
    Path folder;

    private String site(String... cameras) throws IOException {
        Path file = folder.resolve("site.yaml");
        return Files.writeString(file, "cameras:\n" + String.join("", cameras)).toString();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private static Image picture(Path file) throws IOException {
        try (FrameReader reader = VideoSource.parse(file.toString()).open()) {
            return Objects.requireNonNull(reader.next()).image();
        }
    }

    private static int faces(Path file) throws IOException {
        try (MaskDetector detector = Maskwatch.detector()) {
            return detector.detect(picture(file)).size();
        }
    }

    @Test
    void eachCameraIsDrawnAndOneThatIsNotThereIsALine() throws IOException {
        String twin = DOOR.replace("front/door", "front?door");
        Terminal terminal = Terminal.maskwatch("config", "draw", site(DOOR, GONE, twin), "--output", out("drawn"));
        assertThat(terminal.exitCode()).isEqualTo(4);
        assertThat(terminal.err().lines()).hasSize(1).first().asString().startsWith("maskwatch: gone: cannot open ");
        assertThat(terminal.out()).contains("Drawn    front/door: ").contains("front-door-2.jpg");
        try (Stream<Path> files = Files.list(folder.resolve("drawn"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("front-door.jpg", "front-door-2.jpg");
        }
        int border = picture(folder.resolve("drawn/front-door.jpg")).at(1, 200);
        assertThat(border & 0xff).as("blue of the zone's border").isGreaterThan(190);
        assertThat(border >> 16).as("red of the zone's border").isLessThan(150);
    }

    @Test
    void facesAreHiddenUnlessTheyAreWantedRaw() throws IOException {
        Path hidden = folder.resolve("hidden.png");
        assertThat(Terminal.maskwatch("config", "draw", site(DOOR), "--output", hidden.toString())
                        .exitCode())
                .isZero();
        assertThat(faces(hidden)).isZero();
        Path raw = folder.resolve("raw.jpg");
        Terminal terminal =
                Terminal.maskwatch("config", "draw", site(DOOR), "--faces", "raw", "--output", raw.toString());
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.err()).contains("faces are recorded to be seen");
        assertThat(faces(raw)).isPositive();
    }

    @Test
    void aFileIsForOneCamera() throws IOException {
        String site = site(DOOR, GONE);
        Terminal both = Terminal.maskwatch("config", "draw", site, "--output", out("door.jpg"));
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("name one camera with --camera; there is front/door, gone");
        Terminal one =
                Terminal.maskwatch("config", "draw", site, "--camera", "front/door", "--output", out("door.jpg"));
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(folder.resolve("door.jpg")).exists();
        assertThat(Terminal.maskwatch("config", "draw", site, "--camera", "back", "--output", out("x"))
                        .err())
                .contains("is called back; there is front/door, gone");
    }

    @Test
    void whereNothingCanBeWrittenIsOneLine() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (String place : List.of(file + "/drawn", file + "/door.jpg")) {
            Terminal terminal = Terminal.maskwatch("config", "draw", site(DOOR), "--output", place);
            assertThat(terminal.exitCode()).isEqualTo(5);
            assertThat(terminal.err().lines()).hasSize(1);
        }
    }
}
