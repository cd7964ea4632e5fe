package io.github.maskwatch.training.report;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an evaluation leaves in a folder beside the page. */
final class EvaluationFiles {
    private static final int MOST_MISTAKES = 30;

    private EvaluationFiles() {}

    /**
     * Writes the figures, the drawings and the contact sheet.
     *
     * @return the worst mistakes, for the page
     */
    static List<Thumbnail> write(Path folder, Evaluation evaluation, PhotoReader reader) throws IOException {
        AtomicFile.write(
                folder.resolve("evaluation.json"), EvaluationJson.of(evaluation).text() + "\n");
        AtomicFile.write(
                folder.resolve("confusion.svg"),
                ConfusionChart.draw(evaluation
                                .threeStates()
                                .orElseGet(evaluation::headline)
                                .confusion())
                        .file());
        AtomicFile.write(
                folder.resolve("reliability.svg"),
                ReliabilityChart.draw(evaluation.headline().calibration()).file());
        List<Thumbnail> thumbnails = Thumbnail.of(evaluation.worstMistakes(MOST_MISTAKES), reader);
        Path sheet = folder.resolve("mistakes.jpg");
        if (thumbnails.isEmpty()) {
            Files.deleteIfExists(sheet);
        } else {
            AtomicFile.write(sheet, file -> Files.write(file, Thumbnail.jpeg(ContactSheet.draw(thumbnails))));
        }
        return thumbnails;
    }
}
