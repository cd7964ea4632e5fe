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
        Markup page = new Markup();
        page.open("html", "lang", "en");
        head(page);
        page.open("body");
        page.open("header").leaf("p", "Maskwatch", "class", "brand");
        page.leaf("h1", title).leaf("p", subtitle, "class", "soft").close();
        page.open("main");
        EvaluationSections sections = new EvaluationSections(page);
        if (evaluation != null) {
            sections.tiles(evaluation);
        }
        if (history != null) {
            new RunSections(page).curves(history, evaluation == null);
        }
        if (evaluation != null) {
            sections.all(evaluation, thumbnails);
        }
        new RunSections(page).facts(facts);
        page.close().close().close();
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    private void head(Markup page) {
        page.open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.leaf("title", title + " – " + subtitle);
        page.open("style")
                .raw(Styles.read("page.css") + Styles.read("chart.css"))
                .close();
        page.close();
    }
}
