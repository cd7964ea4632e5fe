package io.github.maskwatch.training.report;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.evaluation.scene.DetectionMistake;
import io.github.maskwatch.training.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The worst mistakes of one kind.
 *
 * @param file name of the contact sheet
 */
record MistakeSheet(String file, String title, String note, List<MistakeCrop> crops) {
    private static final int MOST = 30;

    private static final String LINES = "Lines: how it is marked; dashes: what was said.";

    MistakeSheet {
        crops = List.copyOf(crops);
    }

    static List<MistakeSheet> all(DetectionEvaluation evaluation, PhotoReader reader) throws IOException {
        double threshold = evaluation.work().faceThreshold();
        return List.of(
                of(
                        "misses.jpg",
                        "The worst misses",
                        "Faces that were not found, the largest first. ",
                        evaluation.worstMisses(MOST),
                        threshold,
                        reader),
                of(
                        "false-alarms.jpg",
                        "The worst false alarms",
                        "Boxes where no face is marked, the surest first. Look for faces that nobody marked, too. ",
                        evaluation.worstFalseAlarms(MOST),
                        threshold,
                        reader),
                of(
                        "wrong-states.jpg",
                        "The worst wrong states",
                        "Faces that were found and said wrong, the surest first. Look for wrong labels, too. ",
                        evaluation.worstStates(MOST),
                        threshold,
                        reader));
    }

    private static MistakeSheet of(
            String file,
            String title,
            String note,
            List<DetectionMistake> mistakes,
            double threshold,
            PhotoReader reader)
            throws IOException {
        return new MistakeSheet(file, title, note + LINES, MistakeCrop.of(mistakes, threshold, reader));
    }

    /** Writes the contact sheet, or takes an old one away where there is nothing to show. */
    void write(Path folder) throws IOException {
        Path sheet = folder.resolve(file);
        if (crops.isEmpty()) {
            Files.deleteIfExists(sheet);
            return;
        }
        List<ContactSheet.Tile> tiles = crops.stream().map(MistakeCrop::tile).toList();
        AtomicFile.write(
                sheet, temporary -> Files.write(temporary, Thumbnail.jpeg(ContactSheet.draw(title, note, tiles))));
    }
}
