package io.github.maskwatch.training.report;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.file.AtomicFile;
import io.github.maskwatch.training.trainer.TrainingHistory;
import io.github.maskwatch.training.trainer.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the folder of a detector's run readable for people: {@code metrics.csv}, {@code loss.svg}, {@code validation.svg} and {@code
 * report.html} after each epoch, and at the end what {@link #finish} adds. One thread at a time.
 */
public final class DetectorRunReport implements TrainingListener {
    private static final String TITLE = "Training of a detector";

    private final Path folder;
    private final List<Fact> facts;
    private TrainingHistory history = TrainingHistory.empty();

    /**
     * Writes nothing yet.
     *
     * @param facts what the run depends on, down to the command
     */
    public DetectorRunReport(Path folder, List<Fact> facts) {
        this.folder = folder;
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
                    folder.resolve("loss.svg"), Learner.DETECTOR.loss(history).file());
            AtomicFile.write(
                    folder.resolve("validation.svg"),
                    Learner.DETECTOR.accuracy(history).file());
        }
        AtomicFile.write(page(), PageFrame.html(TITLE, folderName(), page -> {
            new RunSections(page).curves(Learner.DETECTOR, history, true);
            new RunSections(page).facts(facts);
        }));
    }

    /**
     * Adds how good the kept weights are: {@code evaluation.json}, the contact sheets of the worst mistakes, and all of it in the page.
     *
     * @param more facts that are known only now
     * @return the page
     * @throws IOException one line, if a file cannot be written or a photo vanished meanwhile
     */
    public Path finish(DetectionEvaluation evaluation, List<Fact> more, PhotoReader reader) throws IOException {
        AtomicFile.write(
                folder.resolve("evaluation.json"), DetectionJson.of(evaluation).text() + "\n");
        List<MistakeSheet> mistakes = MistakeSheet.all(evaluation, reader);
        for (MistakeSheet sheet : mistakes) {
            sheet.write(folder);
        }
        List<Fact> all = new ArrayList<>(more);
        all.addAll(facts);
        AtomicFile.write(page(), PageFrame.html(TITLE, folderName(), page -> {
            new RunSections(page).curves(Learner.DETECTOR, history, false);
            new DetectionSections(page, evaluation).all(mistakes);
            new RunSections(page).facts(all);
        }));
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
