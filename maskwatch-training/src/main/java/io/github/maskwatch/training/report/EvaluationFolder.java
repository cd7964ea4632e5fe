package io.github.maskwatch.training.report;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The folder of an evaluation: {@code report.html}, {@code evaluation.json}, the drawings and the worst mistakes. */
public final class EvaluationFolder {
    private EvaluationFolder() {}

    /**
     * Writes the folder, which is made if it is not there; files of an earlier evaluation are replaced, each at once.
     *
     * @param facts what the figures depend on, down to the command
     * @return the page
     * @throws IOException one line, if the folder cannot be written or a photo vanished meanwhile
     */
    public static Path write(Path folder, Evaluation evaluation, List<Fact> facts, PhotoReader reader)
            throws IOException {
        List<Thumbnail> mistakes = EvaluationFiles.write(folder, evaluation, reader);
        Path page = folder.resolve("report.html");
        AtomicFile.write(
                page,
                new ReportPage(
                                "Evaluation of " + evaluation.model(),
                                evaluation.set(),
                                null,
                                evaluation,
                                mistakes,
                                facts)
                        .html());
        return page;
    }
}
