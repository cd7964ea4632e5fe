package io.github.maskwatch.training.report;

import io.github.maskwatch.metrics.Calibration;
import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.metrics.detection.ClassAtWork;
import io.github.maskwatch.metrics.detection.ClassScore;
import io.github.maskwatch.metrics.detection.DetectionQuestion;
import io.github.maskwatch.metrics.detection.DetectionSlice;
import io.github.maskwatch.metrics.detection.PrecisionRecall;
import io.github.maskwatch.metrics.detection.RiskCoverage;
import io.github.maskwatch.metrics.detection.WorkingPoint;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.evaluation.scene.QuestionFigures;
import io.github.maskwatch.training.evaluation.scene.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sections of a page about how good a detector is. */
final class DetectionSections {
    /** More points than px would only make the page heavy. */
    private static final int MOST_POINTS = 400;

    private final Markup page;
    private final PageParts parts;
    private final DetectionEvaluation evaluation;

    DetectionSections(Markup page, DetectionEvaluation evaluation) {
        this.page = page;
        this.parts = new PageParts(page);
        this.evaluation = evaluation;
    }

    /**
     * The whole page.
     *
     * @param mistakes groups of the worst ones
     */
    void all(List<MistakeSheet> mistakes) {
        tiles();
        precision();
        work();
        confusion();
        sure();
        evaluation.slices().forEach(this::slices);
        mistakes.forEach(this::mistakes);
        parts.broken(evaluation.broken());
    }

    private void tiles() {
        page.open("section", "class", "tiles");
        tile(
                "mAP50, two classes",
                evaluation.figures(DetectionQuestion.TWO_CLASSES).map50());
        if (evaluation.tellsThree()) {
            tile(
                    "mAP50, three classes",
                    evaluation.figures(DetectionQuestion.THREE_CLASSES).map50());
        }
        tile("found and right", evaluation.work().foundAndRight());
        tile("faces found", evaluation.work().recall());
        parts.tile(
                "faces",
                Figures.count(evaluation.work().faces()),
                "in " + Figures.count(evaluation.scenes().size()) + " scenes");
        page.close();
        soft("Measured on " + evaluation.set()
                + ". All intervals are 95 %: of AP by bootstrap over the scenes, of shares" + " Wilson's.");
    }

    private void tile(String name, Interval share) {
        parts.tile(name, Figures.percent(share.value()), "95 %: " + Figures.range(share));
    }

    private void soft(String words) {
        page.leaf("p", words, "class", "soft");
    }

    private void precision() {
        page.open("section").leaf("h2", "Average precision");
        soft(DetectionEvaluation.DEFINITION + ".");
        page.open("div", "class", "scroll").open("table");
        parts.heads("", "AP50", "0 to 100 %", "AP50:95", "every class");
        for (QuestionFigures figures : asked()) {
            question(figures);
        }
        page.close().close();
        soft("Every class: AP50 if each face gave a detection of every class rather than one of the most probable.");
        page.open("div", "class", "pair");
        for (QuestionFigures figures : asked()) {
            page.open("figure").raw(curves(figures).inline()).close();
        }
        page.close().close();
    }

    private List<QuestionFigures> asked() {
        return evaluation.questions().stream()
                .filter(figures -> figures.scores().scenes() > 0)
                .toList();
    }

    private void question(QuestionFigures figures) {
        boolean one = figures.scores().classes().size() == 1;
        page.open("tr").open("th", "scope", "row").text(title(figures.scores().question()));
        page.leaf(
                "div",
                Figures.count(figures.scores().scenes()) + " scenes, "
                        + Figures.count(figures.scores().classes().stream()
                                .mapToLong(ClassScore::faces)
                                .sum())
                        + " faces",
                "class",
                "range");
        page.close();
        parts.interval(figures.map50());
        parts.whisker(figures.map50());
        parts.interval(figures.map());
        page.leaf("td", one ? "" : Figures.percent(figures.everyClass()), "class", "num")
                .close();
        if (!one) {
            figures.scores().classes().forEach(this::oneClass);
        }
    }

    private static String title(DetectionQuestion question) {
        return switch (question) {
            case FACES -> "faces, whatever they wear";
            case TWO_CLASSES -> "two classes, mean";
            case THREE_CLASSES -> "three classes, mean";
        };
    }

    private void oneClass(ClassScore score) {
        page.open("tr").open("td").open("span", "class", "state " + score.name());
        page.text(label(score.name())).close();
        page.leaf("div", Figures.count(score.faces()) + " faces", "class", "range")
                .close();
        page.leaf("td", Figures.percent(score.ap50()), "class", "num");
        page.leaf("td", "", "class", "axis");
        page.leaf("td", Figures.percent(score.ap()), "class", "num");
        page.leaf("td", "").close();
    }

    /** "with mask" of "with_mask". */
    static String label(String className) {
        return className.replace('_', ' ').replace("mask worn", "worn");
    }

    private static Drawing curves(QuestionFigures figures) {
        List<PlaneChart.Curve> curves = figures.curves().stream()
                .map(curve -> new PlaneChart.Curve(label(curve.name()), style(curve.name()), points(curve)))
                .toList();
        return PlaneChart.draw(
                "Precision over recall, " + title(figures.scores().question()).replace(", mean", ""),
                "recall",
                "precision",
                1,
                curves);
    }

    private static String style(String className) {
        return switch (className) {
            case "with_mask" -> "mw-with";
            case "without_mask" -> "mw-without";
            case "mask_worn_incorrectly" -> "mw-incorrectly";
            default -> "mw-a";
        };
    }

    private static List<PlaneChart.Point> points(PrecisionRecall curve) {
        return thinned(curve.points().stream()
                .map(point -> new PlaneChart.Point(point.recall(), point.precision()))
                .toList());
    }

    private static List<PlaneChart.Point> thinned(List<PlaneChart.Point> points) {
        List<PlaneChart.Point> kept = new ArrayList<>();
        int step = Math.max(1, points.size() / MOST_POINTS);
        for (int i = 0; i < points.size(); i++) {
            if (i % step == 0 || i == points.size() - 1) {
                kept.add(points.get(i));
            }
        }
        return kept;
    }

    private void work() {
        WorkingPoint work = evaluation.work();
        page.open("section")
                .leaf("h2", "At work: faces of a score of at least " + Figures.decimal(work.faceThreshold(), 2));
        soft(DetectionEvaluation.WORK_DEFINITION + ".");
        page.open("div", "class", "scroll").open("table");
        parts.heads("", "precision", "recall", "0 to 100 %");
        row(
                "faces",
                Figures.count(work.faces()) + " faces, " + Figures.count(work.offered()) + " boxes",
                work.precision(),
                work.recall());
        for (ClassAtWork one : work.classes()) {
            row(label(one.name()), Figures.count(one.faces()) + " faces", one.precision(), one.recall());
        }
        page.open("tr").leaf("th", "found and right", "scope", "row").leaf("td", "");
        parts.interval(work.foundAndRight());
        parts.whisker(work.foundAndRight());
        page.close().close().close().close();
    }

    private void row(String name, String note, Interval precision, Interval recall) {
        page.open("tr").open("th", "scope", "row").text(name);
        page.leaf("div", note, "class", "range").close();
        parts.interval(precision);
        parts.interval(recall);
        parts.whisker(recall);
        page.close();
    }

    private void confusion() {
        page.open("section").leaf("h2", "What was said of the faces found");
        page.open("div", "class", "pair");
        page.open("figure")
                .raw(ConfusionChart.draw(evaluation.work().twoClasses(), "faces")
                        .inline())
                .close();
        if (evaluation.tellsThree()) {
            page.open("figure")
                    .raw(ConfusionChart.draw(evaluation.work().threeClasses(), "faces")
                            .inline())
                    .close();
        }
        page.close().close();
    }

    private void sure() {
        Calibration calibration = evaluation.calibration();
        RiskCoverage curve = evaluation.riskCoverage();
        page.open("section").leaf("h2", "How sure it may sound");
        page.leaf(
                "p",
                "It called " + Figures.percent(evaluation.work().called())
                        + " of the faces that it found and left the rest as"
                        + " \"cannot tell\"; of the called, "
                        + Figures.percent(evaluation.work().wrongOfCalled()) + " were wrong.");
        page.leaf(
                "p",
                "Expected calibration error " + Figures.decimal(calibration.error(), 4)
                        + "; area under the risk-coverage curve " + Figures.decimal(curve.area(), 4) + ".");
        soft(
                "Of the faces found: wrong is another state than the true one, of three where the annotations tell three, of two"
                        + " elsewhere. The curve tells what share of the called would be wrong if only the surest were called and the"
                        + " rest were left as \"cannot tell\".");
        page.open("div", "class", "pair");
        page.open("figure")
                .raw(ReliabilityChart.draw(calibration, "faces").inline())
                .close();
        page.open("figure").raw(riskCoverage(curve).inline()).close();
        page.close().close();
    }

    static Drawing riskCoverage(RiskCoverage curve) {
        double most = curve.points().stream()
                .filter(point -> point.coverage() > 0.1)
                .mapToDouble(RiskCoverage.Point::risk)
                .max()
                .orElse(0);
        List<PlaneChart.Point> points = thinned(curve.points().stream()
                .map(point -> new PlaneChart.Point(point.coverage(), point.risk()))
                .toList());
        List<PlaneChart.Point> wanted = List.of(new PlaneChart.Point(0, 0.02), new PlaneChart.Point(1, 0.02));
        return PlaneChart.draw(
                "Share wrong over share called",
                "share called",
                "share of the called that is wrong",
                Math.min(1, Math.max(0.05, Math.ceil(most * 20) / 20)),
                List.of(
                        new PlaneChart.Curve("2 %", "mw-b", wanted),
                        new PlaneChart.Curve("this detector", "mw-a", points)));
    }

    private void slices(Slices slices) {
        page.open("section").leaf("h2", slices.title());
        page.open("div", "class", "scroll").open("table");
        parts.heads("", "found and right", "0 to 100 %", "faces found", "right boxes", "mAP50, 2");
        for (DetectionSlice slice : slices.slices()) {
            WorkingPoint work = slice.work();
            page.open("tr").open("th", "scope", "row").text(slice.name());
            page.leaf("div", Figures.count(work.faces()) + " faces", "class", "range")
                    .close();
            parts.interval(work.foundAndRight());
            parts.whisker(work.foundAndRight());
            Stream.of(work.recall(), work.precision()).forEach(parts::interval);
            page.leaf("td", Figures.percent(slice.map50Two()), "class", "num").close();
        }
        page.close().close().close();
    }

    private void mistakes(MistakeSheet sheet) {
        page.open("section").leaf("h2", sheet.title());
        if (sheet.crops().isEmpty()) {
            page.leaf("p", "None.", "class", "soft").close();
            return;
        }
        soft(sheet.note());
        page.open("div", "class", "sheet");
        sheet.crops().forEach(this::mistake);
        page.close().close();
    }

    private void mistake(MistakeCrop crop) {
        page.open("figure").open("div", "class", "mat");
        page.empty("img", "src", Thumbnail.dataUri(crop.picture()), "alt", crop.file(), "loading", "lazy")
                .close();
        page.open("figcaption");
        for (ContactSheet.Caption caption : crop.captions()) {
            String style = caption.state() == null
                    ? "file"
                    : "state " + caption.state().id();
            page.leaf(
                    "div",
                    caption.words(),
                    "class",
                    style,
                    "title",
                    crop.photo().toString());
        }
        page.close().close();
    }
}
