package io.github.maskwatch.cli;

import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.dataset.SplitManifest;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.EvaluationSet;
import io.github.maskwatch.training.evaluation.Evaluator;
import io.github.maskwatch.training.report.EvaluationFolder;
import io.github.maskwatch.training.report.EvaluationJson;
import io.github.maskwatch.training.report.Fact;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
            "Measures a model on labelled photos, with 95 %% intervals. A classifier of faces: accuracy, balanced accuracy, precision,"
                    + " recall and F1 per class, the confusion matrix, the calibration error, and beside them what two shortcuts"
                    + " reach that see no face. A detector: average precision as COCO counts it, for two and three classes, what"
                    + " it finds and says at its working threshold, by size, source, brightness and blur, and how sure it may"
                    + " sound."
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description =
                    "An ONNX file with a classifier or a detector, or a bundled one: 'classic', or the detectors 'nano',"
                            + " 'small', 'medium' and 'accurate'.")
    String model;

    @Parameters(
            index = "1",
            paramLabel = "PHOTOS",
            description =
                    "For a classifier: a folder with with_mask/, without_mask/ and perhaps mask_worn_incorrectly/ inside. For a"
                            + " detector: scenes with boxes in COCO JSON (annotations.json and images/), Pascal VOC or YOLO"
                            + " text. Either may lie inside train/, val/ and test/.")
    Path photos;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            converter = SplitName.class,
            description =
                    "Where PHOTOS has train/, val/ and test/, or is what the run of the MODEL beside whose file its split lies was trained"
                            + " on: which of them. Default: test, or val if there is none.")
    @Nullable
    Split split;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    boolean json;

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description =
                    "Also write report.html, evaluation.json, the drawings and the worst mistakes to this folder. For a"
                            + " detector it may end in .json: then what it said is written there in COCO's results form.")
    @Nullable
    Path output;

    @Option(names = "--no-baselines", description = "Do not fit the two shortcut baselines.")
    boolean withoutBaselines;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description =
                    "Of the baselines' random forest and folds, or of a detector's bootstrap. Default: ${DEFAULT-VALUE}.")
    long seed;

    @ArgGroup(validate = false, heading = "%nOf detectors:%n")
    DetectorEvaluationOptions detection = new DetectorEvaluationOptions();

    private final ClassifierSource classifiers;
    private final DetectorSource detectors;

    EvaluateCommand() {
        this(Classifiers::open, new Detectors.OfUsers());
    }

    EvaluateCommand(ClassifierSource classifiers, DetectorSource detectors) {
        this.classifiers = classifiers;
        this.detectors = detectors;
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
        if (detectors.isDetector(model)) {
            return new DetectorEvaluating(this, detectors).run();
        }
        detection.requireUnused();
        PhotoReader reader = new PhotoReader();
        EvaluationSet set = EvaluationSet.open(
                photos,
                split,
                SplitManifest.beside(Path.of(model), SplitManifest.FACES).orElse(null),
                reader,
                Dataset.Progress.none());
        PrintWriter errors = spec.commandLine().getErr();
        set.warnings().forEach(warning -> errors.println("maskwatch: " + warning));
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

    private Evaluation evaluate(EvaluationSet set, PhotoReader reader) throws IOException {
        CountLine count = CountLine.of(spec.commandLine());
        try (MaskClassifier classifier = classifiers.open(model)) {
            return new Evaluator(reader, seed, !withoutBaselines).evaluate(model, classifier, set, count);
        } finally {
            count.clear();
        }
    }

    private Path write(Path folder, Evaluation evaluation, PhotoReader reader) throws Failure {
        if (DetectorEvaluating.isResults(folder)) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "--output " + folder + ": results in COCO's form are of a detector; name a folder");
        }
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
                new Fact("seed of the baselines", Long.toString(seed)),
                new Fact("version", new Version().number()));
    }
}
