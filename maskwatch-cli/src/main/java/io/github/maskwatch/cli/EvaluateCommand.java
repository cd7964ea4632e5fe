package io.github.maskwatch.cli;

import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.EvaluationSet;
import io.github.maskwatch.training.evaluation.Evaluator;
import io.github.maskwatch.training.evaluation.Progress;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.report.DetectionJson;
import io.github.maskwatch.training.report.EvaluationFolder;
import io.github.maskwatch.training.report.EvaluationJson;
import io.github.maskwatch.training.report.Fact;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "evaluate",
        description = {
            "Measures a model. A classifier on labelled photos: accuracy, balanced accuracy, precision, recall and F1 per class with"
                    + " their 95 %% intervals, the confusion matrix, the calibration error, and beside them what two shortcuts reach"
                    + " that see no face. A detector on scenes with boxes: average precision as COCO counts it for two and three"
                    + " classes, and what it finds at its working threshold, by size, source, brightness and blur."
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "An ONNX file, or a bundled model: 'classic', or a detector: 'nano', 'small', 'medium'.")
    String model;

    @Parameters(
            index = "1",
            paramLabel = "PHOTOS",
            description =
                    "For a classifier a folder with with_mask/, without_mask/ and perhaps mask_worn_incorrectly/ inside, or with"
                            + " these inside train/, val/ and test/; for a detector a folder of scenes in COCO JSON, Pascal VOC or"
                            + " YOLO text.")
    Path photos;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            converter = SplitName.class,
            description =
                    "Where PHOTOS has train/, val/ and test/: which of them. Default: test, or val if there is none.")
    @Nullable
    Split split;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    boolean json;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description =
                    "Also write report.html, evaluation.json, the drawings and the worst mistakes there. Of a detector, a name"
                            + " that ends with .json: its answers in COCO's results form.")
    @Nullable
    Path output;

    @Option(names = "--no-baselines", description = "Do not fit the two shortcut baselines.")
    boolean withoutBaselines;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description =
                    "Of the baselines' random forest and folds, of a detector's bootstrap. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--detect-size",
            paramLabel = "PX",
            converter = DetectSize.Converter.class,
            description =
                    "Of a detector: longer side to which scenes are reduced, 320, 480, 640 or auto. Default: auto.")
    DetectSize detectSize = DetectSize.AUTO;

    private final ClassifierSource classifiers;

    EvaluateCommand() {
        this(Classifiers::open);
    }

    EvaluateCommand(ClassifierSource classifiers) {
        this.classifiers = classifiers;
    }

    /** The splits by the names of their folders. */
    static final class SplitName implements ITypeConverter<Split> {
        @Override
        public Split convert(String name) {
            for (Split split : Split.values()) {
                if (split.id().equalsIgnoreCase(name)) {
                    return split;
                }
            }
            throw new TypeConversionException("wanted: train, val or test, got '" + name + "'");
        }
    }

    @Override
    public Integer call() throws IOException, Failure {
        if (Detectors.isDetector(model)) {
            judgeDetector();
            return ExitCode.DONE.number();
        }
        EvaluationSet set = EvaluationSet.open(photos, split);
        PrintWriter errors = spec.commandLine().getErr();
        set.warnings().forEach(warning -> errors.println("maskwatch: " + warning));
        PhotoReader reader = new PhotoReader();
        Evaluation evaluation = evaluate(set, reader);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(EvaluationJson.of(evaluation).text());
        } else {
            new EvaluationText(out, spec.commandLine().getColorScheme().ansi()).print(evaluation);
        }
        out.flush();
        if (output != null) {
            (json ? errors : out).println("Report: " + write(output, evaluation, reader));
        }
        return ExitCode.DONE.number();
    }

    private void judgeDetector() throws IOException, Failure {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        DetectorJudging judging = new DetectorJudging(model, photos, split, detectSize, seed);
        CountLine count =
                new CountLine(errors, spec.commandLine().getColorScheme().ansi().enabled());
        DetectionEvaluation evaluation;
        try {
            evaluation = judging.run(errors, count);
        } finally {
            count.clear();
        }
        if (json) {
            out.println(DetectionJson.of(evaluation).text());
        } else {
            new DetectionText(out, spec.commandLine().getColorScheme().ansi()).print(evaluation);
        }
        out.flush();
        if (output != null) {
            (json ? errors : out).println("Report: " + judging.write(output, evaluation, facts()));
        }
    }

    private Evaluation evaluate(EvaluationSet set, PhotoReader reader) throws IOException {
        CountLine count = new CountLine(
                spec.commandLine().getErr(),
                spec.commandLine().getColorScheme().ansi().enabled());
        try (MaskClassifier classifier = classifiers.open(model)) {
            return new Evaluator(reader, seed, !withoutBaselines).evaluate(model, classifier, set, count);
        } finally {
            count.clear();
        }
    }

    private Path write(Path folder, Evaluation evaluation, PhotoReader reader) throws Failure {
        try {
            return EvaluationFolder.write(folder, evaluation, facts(), reader);
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.OUTPUT_FAILED, "the report cannot be written to " + folder + ": " + e.getMessage(), e);
        }
    }

    private List<Fact> facts() {
        return List.of(
                new Fact("command", CommandText.of(spec.root())),
                new Fact("model", model),
                new Fact("photos", photos.toString()),
                new Fact("seed", Long.toString(seed)),
                new Fact("version", new Version().number()));
    }

    /** "120 of 960 photos", on one line of a terminal, gone when all is done. */
    private record CountLine(PrintWriter errors, boolean terminal) implements Progress {
        @Override
        public void done(int photos, int ofPhotos) {
            if (terminal) {
                errors.printf("\r%d of %d photos", photos, ofPhotos);
                errors.flush();
            }
        }

        void clear() {
            if (terminal) {
                errors.print("\r" + " ".repeat(40) + "\r");
                errors.flush();
            }
        }
    }
}
