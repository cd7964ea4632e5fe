package io.github.maskwatch.training.report;

import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.trainer.TrainingHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run or an evaluation as one page, which needs nothing else: styles, drawings and pictures are inside, so that it can be opened
 * from a disk, sent by mail and kept.
 *
 * @param title such as "Training run"
 * @param subtitle such as the run's folder
 * @param history null for an evaluation alone
 * @param evaluation null while the run is not at its end
 * @param thumbnails the worst mistakes
 * @param facts what the figures depend on, down to the command
 */
record ReportPage(
        String title,
        String subtitle,
        @Nullable TrainingHistory history,
        @Nullable Evaluation evaluation,
        List<Thumbnail> thumbnails,
        List<Fact> facts) {

    String html() {
        return PageFrame.html(title, subtitle, page -> {
            EvaluationSections sections = new EvaluationSections(page);
            if (evaluation != null) {
                sections.tiles(evaluation);
            }
            if (history != null) {
                new RunSections(page).curves(Learner.CLASSIFIER, history, evaluation == null);
            }
            if (evaluation != null) {
                sections.all(evaluation, thumbnails);
            }
            new RunSections(page).facts(facts);
        });
    }
}
