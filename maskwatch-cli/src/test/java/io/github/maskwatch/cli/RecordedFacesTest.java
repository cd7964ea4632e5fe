package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.cli.picture.PictureFile;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.Maskwatch;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.video.VideoSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded, as the detector itself sees it: where no face is to be seen it finds none. */
@Timeout(240)
class RecordedFacesTest {
    private static final int FRAMES = 60;

    @TempDir
    Path folder;

    /** Faces that the detector is sure of, in each frame of a file. */
    private static List<Integer> faces(Path file) throws IOException {
        List<Integer> faces = new ArrayList<>();
        try (MaskDetector detector = Maskwatch.detector();
                FrameReader frames = VideoSource.parse(file.toString()).open()) {
            for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
                faces.add(detector.detect(frame.image()).size());
            }
        }
        return faces;
    }

    private Terminal record(Path video, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("watch"));
        try (DemoCamera camera = new DemoCamera()) {
            args.addAll(List.of(camera.address(), "--headless", "--frames", String.valueOf(FRAMES)));
            args.addAll(List.of("--output", video.toString()));
            args.addAll(List.of(more));
            return Terminal.maskwatch(args.toArray(String[]::new));
        }
    }

    @Test
    void ofACameraNoFaceIsToBeSeen() throws IOException {
        Path video = folder.resolve("door.mp4");
        Terminal terminal = record(video);
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.err()).doesNotContain("to be seen");
        assertThat(faces(video)).hasSize(FRAMES).containsOnly(0);
    }

    @Test
    void noneIsEvenIfNobodyIsFollowed() throws IOException {
        Path video = folder.resolve("door.mp4");
        assertThat(record(video, "--no-track").exitCode()).isZero();
        assertThat(faces(video)).hasSize(FRAMES).containsOnly(0);
    }

    @Test
    void rawHasToBeAskedForAndIsSaid() throws IOException {
        Path video = folder.resolve("door.mp4");
        Terminal terminal = record(video, "--faces", "raw");
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.err()).contains("maskwatch: faces are recorded to be seen (--faces raw)");
        assertThat(faces(video)).hasSize(FRAMES).allMatch(found -> found > 0);
    }

    private Path picture() throws IOException {
        try (FrameReader people = new DemoSource(1, null).open()) {
            Image picture = Objects.requireNonNull(people.next()).image();
            Path file = folder.resolve("people.png");
            PictureFile.write(picture, file);
            return file;
        }
    }

    /** A file is there already: what is drawn on a copy of it hides nobody unless asked. */
    @Test
    void ofAFileFacesAreHiddenOnDemandOnly() throws IOException {
        String file = picture().toString();
        Path raw = folder.resolve("raw.png");
        Path hidden = folder.resolve("hidden.png");
        Terminal seen = Terminal.maskwatch("watch", file, "--headless", "--output", raw.toString());
        assertThat(seen.err()).isEmpty();
        assertThat(faces(raw)).allMatch(found -> found > 0);
        Terminal.maskwatch("watch", file, "--headless", "--output", hidden.toString(), "--faces", "pixelated");
        assertThat(faces(hidden)).containsExactly(0);
    }

    @Test
    void facesOfNoFileAreNobodysChoice() {
        Terminal terminal = Terminal.maskwatch("watch", "demo", "--headless", "--faces", "raw");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(terminal.err()).contains("add --output");
    }
}
