package io.github.maskwatch.training.report;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of a detector's evaluation: {@code report.html}, {@code evaluation.json} and the contact sheets {@code misses.jpg}, {@code
 * false-alarms.jpg} and {@code wrong-states.jpg}.
 */
public final class DetectionFolder {
    private DetectionFolder() {}

    /**
     * Writes the folder, which is made if it is not there; files of an earlier evaluation are replaced, each at once.
     *
     * @param facts what the figures depend on, down to the command
     * @return the page
     * @throws IOException one line, if the folder cannot be written or a photo vanished meanwhile
     */
    public static Path write(Path folder, DetectionEvaluation evaluation, List<Fact> facts, PhotoReader reader)
            throws IOException {
        AtomicFile.write(
                folder.resolve("evaluation.json"), DetectionJson.of(evaluation).text() + "\n");
        List<MistakeSheet> mistakes = MistakeSheet.all(evaluation, reader);
        for (MistakeSheet sheet : mistakes) {
            sheet.write(folder);
        }
        Path page = folder.resolve("report.html");
        AtomicFile.write(page, PageFrame.html("Evaluation of " + evaluation.model(), evaluation.set(), markup -> {
            new DetectionSections(markup, evaluation).all(mistakes);
            new RunSections(markup).facts(facts);
        }));
        return page;
    }
}
