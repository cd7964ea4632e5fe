package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.cli.picture.PictureFile;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.Maskwatch;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.video.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
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
    /** IoU from which on two boxes are of the same face. */
    private static final double SAME = 0.5;
    /** Share of hidden faces in whose blocks the detector may see one: which frames are dropped differs from run to run, and so what is seen. */
    private static final double MISTAKES = 0.01;

    private static final ObjectMapper JSON = new ObjectMapper();

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
            args.addAll(List.of("--output", video.toString(), "--events", events().toString()));
            args.addAll(List.of(more));
            return Terminal.maskwatch(args.toArray(String[]::new));
        }
    }

    private Path events() {
        return folder.resolve("door.jsonl");
    }

    private List<Box> told(String line) throws IOException {
        List<Box> boxes = new ArrayList<>();
        for (JsonNode face : JSON.readTree(line).at("/faces")) {
            JsonNode box = face.at("/box");
            boxes.add(new Box(
                    box.get(0).asDouble(),
                    box.get(1).asDouble(),
                    box.get(2).asDouble(),
                    box.get(3).asDouble()));
        }
        return boxes;
    }

    /**
     * Of the faces that the run itself found, the share that the detector finds again in what was recorded: by chance blocks, too,
     * may be taken for one.
     */
    private double foundAgain(Path video) throws IOException {
        List<String> lines = Files.readAllLines(events());
        int faces = 0;
        int again = 0;
        try (MaskDetector detector = Maskwatch.detector();
                FrameReader frames = VideoSource.parse(video.toString()).open()) {
            for (String line : lines) {
                Frame frame = Objects.requireNonNull(frames.next());
                List<MaskedFace> found = detector.detect(frame.image());
                for (Box face : told(line)) {
                    faces++;
                    again += found.stream().anyMatch(each -> each.face().box().iou(face) >= SAME) ? 1 : 0;
                }
            }
            assertThat(frames.next()).isNull();
        }
        assertThat(lines).hasSize(FRAMES);
        assertThat(faces).isGreaterThan(FRAMES);
        return (double) again / faces;
    }

    @Test
    void ofACameraNoFaceIsToBeSeen() throws IOException {
        Path video = folder.resolve("door.mp4");
        Terminal terminal = record(video);
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.err()).doesNotContain("to be seen");
        assertThat(foundAgain(video)).isLessThanOrEqualTo(MISTAKES);
    }

    @Test
    void noneIsEvenIfNobodyIsFollowed() throws IOException {
        Path video = folder.resolve("door.mp4");
        assertThat(record(video, "--no-track").exitCode()).isZero();
        assertThat(foundAgain(video)).isLessThanOrEqualTo(MISTAKES);
    }

    @Test
    void rawHasToBeAskedForAndIsSaid() throws IOException {
        Path video = folder.resolve("door.mp4");
        Terminal terminal = record(video, "--faces", "raw");
        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.err()).contains("maskwatch: faces are recorded to be seen (--faces raw)");
        assertThat(foundAgain(video)).isGreaterThan(0.9);
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
