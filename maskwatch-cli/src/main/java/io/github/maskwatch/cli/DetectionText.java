package io.github.maskwatch.cli;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.ConfusionMatrix;
import io.github.maskwatch.metrics.detection.ClassAtWork;
import io.github.maskwatch.metrics.detection.ClassScore;
import io.github.maskwatch.metrics.detection.DetectionQuestion;
import io.github.maskwatch.metrics.detection.DetectionSlice;
import io.github.maskwatch.metrics.detection.FacePair;
import io.github.maskwatch.metrics.detection.WorkingPoint;
import io.github.maskwatch.rate.Confusion;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.evaluation.scene.QuestionFigures;
import io.github.maskwatch.training.evaluation.scene.Slices;
import io.github.maskwatch.zone.Headcount;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** A detector's evaluation as a page of text. */
final class DetectionText {
    private static final int NAME = 24;
    private static final int SHARE = 22;
    private static final int COUNT = 18;

    private final PrintWriter out;
    private final TextPage page;

    DetectionText(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.page = new TextPage(out, ansi);
    }

    /**
     * Average precision in a line.
     *
     * @param three NaN where nobody annotated masks worn incorrectly
     */
    static String map50(double two, double three) {
        return String.format(Locale.ROOT, "mAP50 %.3f for two classes", two)
                + (Double.isNaN(three) ? "" : String.format(Locale.ROOT, ", %.3f for three", three));
    }

    void print(DetectionEvaluation evaluation) {
        WorkingPoint work = evaluation.work();
        page.heading(evaluation.model() + " on " + evaluation.set());
        out.printf(
                Locale.ROOT,
                "%,d scenes, %,d faces (%,d more ignored); broken files: %s%n",
                evaluation.scenes().size(),
                work.faces(),
                evaluation.ignoredFaces(),
                evaluation.broken().isEmpty()
                        ? "none"
                        : Integer.toString(evaluation.broken().size()));
        precision(evaluation);
        work(work);
        sure(evaluation);
        confusion(work.twoClasses());
        if (evaluation.tellsThree()) {
            confusion(work.threeClasses());
            called(work.pairs());
        }
        evaluation.slices().forEach(this::slices);
        page.heading("How it is counted");
        page.wrapped("In brackets: 95 % intervals, of AP by bootstrap over the scenes. "
                + DetectionEvaluation.DEFINITION + ". At work: " + DetectionEvaluation.WORK_DEFINITION + ".");
        page.broken(evaluation.broken());
    }

    private void precision(DetectionEvaluation evaluation) {
        page.heading("Average precision, all thresholds");
        out.println(TextPage.pad("", NAME) + TextPage.pad("AP50", SHARE) + TextPage.pad("AP50:95", SHARE) + "faces");
        for (QuestionFigures figures : evaluation.questions()) {
            if (figures.scores().scenes() > 0) {
                question(figures, evaluation.scenes().size());
            }
        }
    }

    private void question(QuestionFigures figures, int ofScenes) {
        List<ClassScore> classes = figures.scores().classes();
        int scenes = figures.scores().scenes();
        line(
                switch (figures.scores().question()) {
                    case FACES -> "faces";
                    case TWO_CLASSES -> "two classes, mean";
                    case THREE_CLASSES -> "three classes, mean";
                },
                TextPage.share(figures.map50()),
                TextPage.share(figures.map()),
                classes.stream().mapToLong(ClassScore::faces).sum()
                        + (scenes == ofScenes ? "" : " in " + scenes + " scenes that tell three"));
        if (figures.scores().question() != DetectionQuestion.FACES) {
            for (ClassScore score : classes) {
                line("  " + score.name(), percent(score.ap50()), percent(score.ap()), Long.toString(score.faces()));
            }
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "    -" : String.format(Locale.ROOT, "%5.1f %%", 100 * share);
    }

    private void work(WorkingPoint work) {
        page.heading(String.format(Locale.ROOT, "At work, face score at least %.2f", work.faceThreshold()));
        out.println(
                TextPage.pad("", NAME) + TextPage.pad("precision", SHARE) + TextPage.pad("recall", SHARE) + "faces");
        line("faces", TextPage.share(work.precision()), TextPage.share(work.recall()), Long.toString(work.faces()));
        for (ClassAtWork one : work.classes()) {
            line(
                    "  " + one.name(),
                    TextPage.share(one.precision()),
                    TextPage.share(one.recall()),
                    Long.toString(one.faces()));
        }
        line("found and right", "", TextPage.share(work.foundAndRight()), "");
    }

    private void sure(DetectionEvaluation evaluation) {
        page.heading("How sure it sounds, of the faces found");
        page.row("calibration error", TextPage.number(evaluation.calibration().error()));
        page.row("called", TextPage.share(evaluation.work().called()) + "   the rest: cannot tell");
        page.row("of these wrong", TextPage.share(evaluation.work().wrongOfCalled()));
        page.row(
                "AURC",
                TextPage.number(evaluation.riskCoverage().area())
                        + "   area under the curve of share wrong over share called");
    }

    private void confusion(ConfusionMatrix matrix) {
        out.println();
        out.print(TextPage.pad("truth \\ said", NAME));
        matrix.states().forEach(said -> out.print(TextPage.right(said.label(), COUNT)));
        out.println();
        for (MaskState truth : matrix.states()) {
            out.print(TextPage.pad(truth.label(), NAME));
            matrix.states().forEach(said -> out.print(TextPage.right(Long.toString(matrix.count(truth, said)), COUNT)));
            out.println();
        }
    }

    /** Of the faces found, those of scenes that tell three: what would be said of them, and of how many nothing. */
    private void called(List<FacePair> pairs) {
        out.println();
        out.print(TextPage.pad("truth \\ called", NAME));
        for (MaskState state : MaskState.values()) {
            out.print(TextPage.right(state.label(), COUNT));
        }
        out.println(TextPage.right("cannot tell", COUNT));
        for (MaskState truth : MaskState.values()) {
            Headcount said = Confusion.said(pairs, truth);
            out.print(TextPage.pad(truth.label(), NAME));
            for (MaskState state : MaskState.values()) {
                out.print(TextPage.right(Long.toString(said.of(state)), COUNT));
            }
            out.println(TextPage.right(Long.toString(said.cannotTell()), COUNT));
        }
    }

    private void slices(Slices slices) {
        page.heading(slices.title());
        out.println(TextPage.pad("", NAME) + TextPage.pad("found and right", SHARE) + TextPage.pad("faces found", SHARE)
                + TextPage.pad("mAP50, 2", 12) + "faces");
        for (DetectionSlice slice : slices.slices()) {
            WorkingPoint work = slice.work();
            out.println((TextPage.pad(slice.name(), NAME)
                            + TextPage.pad(TextPage.share(work.foundAndRight()), SHARE)
                            + TextPage.pad(TextPage.share(work.recall()), SHARE)
                            + TextPage.pad(percent(slice.map50Two()), 12)
                            + work.faces())
                    .stripTrailing());
        }
    }

    private void line(String name, String first, String second, String last) {
        out.println((TextPage.pad(name, NAME) + TextPage.pad(first, SHARE) + TextPage.pad(second, SHARE) + last)
                .stripTrailing());
    }
}
