package io.github.maskwatch.training.scene.refine;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.PhotoFolder.LabelledFile;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.evaluation.Progress;
import io.github.maskwatch.training.scene.Scene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A new folder of scenes made of those that are there and of close-ups, with the help of a detector: a first detector's surest answers teach the next
 * one (D.-H. Lee, "Pseudo-label", ICML workshop 2013; modified: they are believed in what they say of places, never of masks, and of unmarked faces only in that
 * nothing is to be learned there). One thread at a time.
 */
public final class RefinedScenes {
    /** The source of photos that were close-ups, beside the beginning of their names. */
    private static final String CLOSE_UP = "close-up";

    private final Path folder;
    private final MaskDetector detector;
    private final PhotoReader reader;
    private final Refinement refinement;
    private final Map<Split, CocoFolder> splits = new EnumMap<>(Split.class);
    private final List<String> unreadable = new ArrayList<>();
    private int scenes;
    private int closeUps;
    private int leftOut;
    private int ignored;

    /**
     * What came of it.
     *
     * @param scenes taken over
     * @param closeUps that became scenes
     * @param leftOut close-ups in which the detector was not sure of exactly one face
     * @param ignored faces that nobody had marked
     * @param unreadable photos that could not be read, and why, one line each
     */
    public record Counts(int scenes, int closeUps, int leftOut, int ignored, List<String> unreadable) {
        public Counts {
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * Begins a folder.
     *
     * @param folder new or empty
     * @param detector that offers faces of low scores, too; it stays the caller's
     */
    public RefinedScenes(Path folder, MaskDetector detector, PhotoReader reader, RefinementConfig config) {
        this.folder = folder;
        this.detector = detector;
        this.reader = reader;
        this.refinement = new Refinement(config);
    }

    /**
     * Takes over scenes. Those to train on are completed; what others are judged by stays as people have marked it.
     *
     * @throws IOException one line, if the folder cannot be written
     */
    public void addScenes(Split split, List<Scene> added, Progress progress) throws IOException {
        for (int i = 0; i < added.size(); i++) {
            Scene scene = added.get(i);
            Optional<List<LabelledFace>> faces = split == Split.TRAIN ? completed(scene) : Optional.of(scene.faces());
            if (faces.isPresent()) {
                ignored += faces.get().size() - scene.faces().size();
                split(split).add(scene.withFaces(faces.get()));
                scenes++;
            }
            progress.done(i + 1, added.size());
        }
    }

    private Optional<List<LabelledFace>> completed(Scene scene) {
        return read(scene.photo()).map(image -> {
            double x = (double) scene.width() / image.width();
            double y = (double) scene.height() / image.height();
            return refinement.completed(
                    scene.faces(),
                    detector.detect(image).stream()
                            .map(face -> scaled(face, x, y))
                            .toList());
        });
    }

    private static MaskedFace scaled(MaskedFace face, double x, double y) {
        return new MaskedFace(
                new Face(face.face().box().scale(x, y), face.face().score()), face.prediction(), face.called());
    }

    /**
     * Makes scenes to train on of close-ups.
     *
     * @param tellsIncorrect whether whoever sorted them had a class for masks worn incorrectly
     * @throws IOException one line, if the folder cannot be written
     */
    public void addCloseUps(List<LabelledFile> added, boolean tellsIncorrect, Progress progress) throws IOException {
        for (int i = 0; i < added.size(); i++) {
            LabelledFile closeUp = added.get(i);
            Optional<Image> read = read(closeUp.path());
            if (read.isPresent()) {
                addCloseUp(closeUp, tellsIncorrect, read.get());
            }
            progress.done(i + 1, added.size());
        }
    }

    private void addCloseUp(LabelledFile closeUp, boolean tellsIncorrect, Image image) throws IOException {
        Optional<List<LabelledFace>> faces =
                refinement.closeUp(closeUp.label(), Math.min(image.width(), image.height()), detector.detect(image));
        if (faces.isEmpty()) {
            leftOut++;
            return;
        }
        closeUps++;
        ignored += faces.get().size() - 1;
        split(Split.TRAIN)
                .add(new Scene(closeUp.path(), image.width(), image.height(), CLOSE_UP, faces.get(), tellsIncorrect));
    }

    private Optional<Image> read(Path photo) {
        try {
            return Optional.of(reader.read(photo));
        } catch (IOException e) {
            unreadable.add(photo + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private CocoFolder split(Split split) throws IOException {
        CocoFolder begun = splits.get(split);
        if (begun == null) {
            begun = new CocoFolder(folder.resolve(split.id()));
            splits.put(split, begun);
        }
        return begun;
    }

    /** Writes the annotations; without them the folder is not one of scenes. */
    public Counts finish() throws IOException {
        for (CocoFolder split : splits.values()) {
            split.write();
        }
        return new Counts(scenes, closeUps, leftOut, ignored, unreadable);
    }
}
