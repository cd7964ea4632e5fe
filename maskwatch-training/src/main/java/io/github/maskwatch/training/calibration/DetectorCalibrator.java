package io.github.maskwatch.training.calibration;

import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.metrics.detection.DetectorCalibration;
import io.github.maskwatch.metrics.detection.DetectorChoice;
import io.github.maskwatch.metrics.detection.JudgedScene;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.evaluation.Progress;
import io.github.maskwatch.training.evaluation.scene.SceneJudge;
import io.github.maskwatch.training.evaluation.scene.SceneJudgement;
import io.github.maskwatch.training.export.DetectorSettings;
import io.github.maskwatch.training.export.ModelEntries;
import io.github.maskwatch.training.scene.Scene;
import java.io.IOException;
import java.util.List;

/**
 * Chooses for a detector, without training, on which size it works, how probable a face is at which score, from where on it is shown, and how
 * sure one must be of a state to call it; all on scenes that it was not trained on, such as some hundred frames of the cameras that it is
 * for. One thread at a time.
 */
public final class DetectorCalibrator {
    private final PhotoReader reader;
    private final Opener opener;

    /** Opens a model file with all the faces that it offers, however low their score; which runtime does that is the caller's matter. */
    @FunctionalInterface
    public interface Opener {
        MaskDetector open(byte[] model) throws IOException;
    }

    public DetectorCalibrator(PhotoReader reader, Opener opener) {
        this.reader = reader;
        this.opener = opener;
    }

    /**
     * What was chosen, and what the detector is worth with it.
     *
     * @param choice made on the scenes
     * @param settings for its file, of which the choice is a part
     * @param judged with it, on the same scenes
     * @param broken scenes whose photo could not be read, and which were left out
     */
    public record Calibrated(
            DetectorChoice choice, DetectorSettings settings, JudgedDetector judged, List<BrokenPhoto> broken) {
        public Calibrated {
            broken = List.copyOf(broken);
        }

        /**
         * The model with it.
         *
         * @throws IOException one line, if it is no model
         */
        public byte[] file(byte[] model, String name) throws IOException {
            return ModelEntries.with(model, name, settings.metadata());
        }
    }

    /**
     * Chooses.
     *
     * @param model the bytes of a detector's file, in float32 or in eight bits
     * @param name what messages call it
     * @param open to which size frames are brought and which boxes are one face; its other entries are chosen anew
     * @param scenes to choose on
     * @throws IOException one line, if the file is no model or cannot be opened, or if nothing can be chosen on the scenes: none of their photos can be
     *     read, or the detector finds none of their faces
     */
    public Calibrated run(byte[] model, String name, DetectorSettings open, List<Scene> scenes, Progress progress)
            throws IOException {
        SceneJudge.Judged said;
        try (MaskDetector detector = opener.open(ModelEntries.with(model, name, open.metadata()))) {
            said = new SceneJudge(reader).judge(scenes, detector, progress);
        }
        List<JudgedScene> judged = judged(said);
        DetectorChoice choice = DetectorChoice.of(judged);
        requireFound(choice.calibration());
        return new Calibrated(
                choice,
                open.chosen(choice),
                JudgedDetector.of(choice.asShown(judged), choice.faceThreshold()),
                said.broken());
    }

    private static List<JudgedScene> judged(SceneJudge.Judged said) throws IOException {
        if (said.scenes().isEmpty()) {
            throw new IOException("nothing to choose on: none of the photos can be read, such as "
                    + said.broken().get(0));
        }
        return said.scenes().stream().map(SceneJudgement::judged).toList();
    }

    private static void requireFound(DetectorCalibration calibration) throws IOException {
        if (calibration.faces() == 0) {
            throw new IOException(
                    "nothing to choose on: the detector finds no marked face in these photos; are the boxes about"
                            + " faces, and is there any that is not ignored?");
        }
    }
}
