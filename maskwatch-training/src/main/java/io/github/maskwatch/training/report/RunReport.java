package io.github.maskwatch.training.report;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.file.AtomicFile;
import io.github.maskwatch.training.trainer.TrainingHistory;
import io.github.maskwatch.training.trainer.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps the folder of a training run readable for people: {@code metrics.csv}, {@code loss.svg}, {@code accuracy.svg} and
 * {@code report.html} after each epoch, and at the end what {@link #finish} adds. One thread at a time.
 */
public final class RunReport implements TrainingListener {
    private final Path folder;
    private final String title;
    private final List<Fact> facts;
    private TrainingHistory history = TrainingHistory.empty();

    /**
     * Writes nothing yet.
     *
     * @param folder of the run
     * @param title of the page
     * @param facts what the run depends on, down to the command
     */
    public RunReport(Path folder, String title, List<Fact> facts) {
        this.folder = folder;
        this.title = title;
        this.facts = List.copyOf(facts);
    }

    @Override
    public void started(TrainingHistory before) throws IOException {
        history = before;
        write();
    }

    @Override
    public void epochDone(TrainingHistory until, boolean kept) throws IOException {
        history = until;
        write();
    }

    private void write() throws IOException {
        MetricsFile.write(folder.resolve("metrics.csv"), history);
        if (!history.epochs().isEmpty()) {
            AtomicFile.write(
                    folder.resolve("loss.svg"), Learner.CLASSIFIER.loss(history).file());
            AtomicFile.write(
                    folder.resolve("accuracy.svg"),
                    Learner.CLASSIFIER.accuracy(history).file());
        }
        AtomicFile.write(page(), new ReportPage(title, folderName(), history, null, List.of(), facts).html());
    }

    /**
     * Adds how good the kept weights are: {@code evaluation.json}, {@code confusion.svg}, {@code reliability.svg},
     * {@code mistakes.jpg}, and all of it in the page.
     *
     * @return the page
     * @throws IOException one line, if a file cannot be written or a photo vanished meanwhile
     */
    public Path finish(Evaluation evaluation, PhotoReader reader) throws IOException {
        List<Thumbnail> mistakes = EvaluationFiles.write(folder, evaluation, reader);
        AtomicFile.write(page(), new ReportPage(title, folderName(), history, evaluation, mistakes, facts).html());
        return page();
    }

    /** The page, whether it is there yet or not. */
    public Path page() {
        return folder.resolve("report.html");
    }

    private String folderName() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }
}
