package io.github.maskwatch.cli;

import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.EvaluationSet;
import io.github.maskwatch.training.evaluation.Evaluator;
import io.github.maskwatch.training.export.ExportCheck;
import io.github.maskwatch.training.export.ExportMismatchException;
import io.github.maskwatch.training.export.ModelFile;
import io.github.maskwatch.training.network.Torch;
import io.github.maskwatch.training.report.RunReport;
import io.github.maskwatch.training.run.RunConfig;
import io.github.maskwatch.training.run.RunConfigFile;
import io.github.maskwatch.training.run.TrainingRun;
import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.TrainingEnd;
import io.github.maskwatch.training.trainer.TrainingListener;
import io.github.maskwatch.training.trainer.TrainingOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        description = {
            "Trains a network that tells faces with a mask from faces without, from your own photos, and writes it as model.onnx"
                    + " with a report beside it.",
            "",
            "A run has a folder with all that belongs to it. Ctrl-C stops it after the step under way; it goes on with --resume as if"
                    + " nothing had happened, even after a power cut."
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    /** What may stand beside --resume: it has no influence on the model. */
    private static final Set<String> WITH_RESUME = Set.of("--resume", "--workers");

    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PHOTOS",
            description =
                    "A folder with with_mask/, without_mask/ and perhaps mask_worn_incorrectly/ inside, or with these inside"
                            + " train/, val/ and test/. With --resume only if the photos were moved.")
    @Nullable
    Path photos;

    @Option(
            names = "--output",
            paramLabel = "RUN",
            description = "The run's folder, new or empty. Default: runs/classify-1, or the next free number.")
    @Nullable
    Path output;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Go on with a run that was stopped or killed, with the options that it began with.")
    @Nullable
    Path resume;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "Threads that decode and augment photos ahead of the step. Default: processors less one, at least one.")
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    @ArgGroup(heading = "%nPhotos:%n", exclusive = false, validate = false, order = 1)
    PhotoOptions photoOptions = new PhotoOptions();

    @ArgGroup(
            heading = "%nThe network (convolution, pooling, convolution, pooling, dropout, dense, dense):%n",
            exclusive = false,
            validate = false,
            order = 2)
    NetworkOptions network = new NetworkOptions();

    @ArgGroup(heading = "%nLearning:%n", exclusive = false, validate = false, order = 3)
    LearningOptions learning = new LearningOptions();

    @ArgGroup(
            heading = "%nAugmentation (training photos are changed at random, each time anew):%n",
            exclusive = false,
            validate = false,
            order = 4)
    AugmentationOptions augmentation = new AugmentationOptions();

    private final ModelFile.Opener opener;

    TrainCommand() {
        this(OnnxMaskClassifier::open);
    }

    TrainCommand(ModelFile.Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException, Failure {
        if (workers < 1) {
            throw new Failure(ExitCode.WRONG_USE, "--workers must be at least 1, got " + workers);
        }
        PhotoReader reader = new PhotoReader();
        BegunRun begun = resume == null ? begin(reader) : resumed(resume, reader);
        TrainingTables tables =
                new TrainingTables(out(), spec.commandLine().getColorScheme().ansi());
        tables.photos(begun.dataset());
        tables.network(begun.config().network());
        out().println("Run " + begun.folder());
        out().flush();
        try (TrainingRun run = new TrainingRun(begun.folder(), begun.config(), begun.dataset(), reader, workers)) {
            return train(run, begun, reader);
        }
    }

    private BegunRun begin(PhotoReader reader) throws IOException, Failure {
        if (photos == null) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "train: wanted PHOTOS, a folder with a folder of photos per class, or --resume RUN");
        }
        // Before the photos are read, which takes a while: whatever is wrong with the options should come out at once.
        RunConfig config = config(2);
        Torch.load();
        Dataset dataset = Dataset.open(photos, config.dataset(), reader, new Reading());
        if (photoOptions.wantsThree() && dataset.states().size() < 3) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    photos + ": there are no photos in mask_worn_incorrectly/, but --classes 3 was wanted");
        }
        Path folder = output == null ? nextFree() : output;
        RunConfigFile.Content content = new RunConfigFile.Content(
                photos.toAbsolutePath().normalize().toString(),
                CommandText.of(spec.root()),
                config(dataset.states().size()));
        create(folder, content, dataset);
        return new BegunRun(folder, content, dataset);
    }

    private RunConfig config(int classes) throws Failure {
        return new RunConfig(
                photoOptions.config(learning.seed()),
                network.config(classes),
                learning.config(),
                augmentation.config());
    }

    private static void create(Path folder, RunConfigFile.Content content, Dataset dataset) throws Failure {
        try {
            TrainingRun.create(folder, content, dataset);
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.OUTPUT_FAILED, "the run's folder cannot be used: " + FailureHandler.lineOf(e), e);
        }
    }

    private static Path nextFree() {
        int number = 1;
        while (Files.exists(Path.of("runs", "classify-" + number))) {
            number++;
        }
        return Path.of("runs", "classify-" + number);
    }

    private BegunRun resumed(Path folder, PhotoReader reader) throws IOException, Failure {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!WITH_RESUME.contains(option.longestName())) {
                throw new Failure(
                        ExitCode.WRONG_USE,
                        "--resume goes on with the options that the run began with: leave " + option.longestName()
                                + " out");
            }
        }
        RunConfigFile.Content content = RunConfigFile.read(folder);
        Torch.load();
        Path from = photos == null ? Path.of(content.photos()) : photos;
        return new BegunRun(folder, content, TrainingRun.reopen(folder, from, reader, new Reading()));
    }

    private int train(TrainingRun run, BegunRun begun, PhotoReader reader) throws IOException, Failure {
        RunReport report = new RunReport(begun.folder(), "Training of a classic network", begun.facts());
        TrainingProgress progress = new TrainingProgress(out(), isTerminal(), width(), System::nanoTime);
        TrainingOutcome outcome;
        try (StopSignal stop =
                new StopSignal(spec.commandLine().getErr(), "Stopping after this step; everything is kept …")) {
            try {
                outcome = run.train(TrainingListener.all(progress, report), stop);
                progress.endLine();
                if (outcome.end() == TrainingEnd.INTERRUPTED) {
                    out().println("Stopped. Go on with: maskwatch train --resume " + begun.folder());
                    out().flush();
                    return ExitCode.INTERRUPTED.number();
                }
            } catch (IOException e) {
                progress.endLine();
                if (stop.getAsBoolean()) {
                    // The JVM goes away as soon as the signal is closed: nobody else could say it any more.
                    return FailureHandler.handle(e, spec.commandLine());
                }
                throw e;
            }
        }
        finish(run, begun, outcome, report, reader);
        return ExitCode.DONE.number();
    }

    private void finish(TrainingRun run, BegunRun begun, TrainingOutcome outcome, RunReport report, PhotoReader reader)
            throws IOException, Failure {
        if (outcome.end() == TrainingEnd.STOPPED_EARLY) {
            out().println("Stopped early: the validation loss has not fallen any more.");
        }
        out().flush();
        ExportCheck check = export(run);
        Evaluation evaluation = evaluate(run, begun, reader);
        begun.card(outcome.history()).write(begun.folder(), evaluation);
        Path page = report.finish(evaluation, reader);
        EpochResult best = outcome.history().best().orElseThrow();
        out().println();
        say(
                "Best epoch  %d, val_loss %.4f, val_accuracy %.4f",
                best.epoch(), best.validationLoss(), best.validationAccuracy());
        say(
                "Model       %s (%.1f MB); on %d photos it agrees with the trained network to %.0e",
                run.model(), Files.size(run.model()) / 1e6, check.photos(), check.largestDifference());
        say("Report      %s", page);
        out().flush();
    }

    private ExportCheck export(TrainingRun run) throws IOException, Failure {
        try {
            return run.export(opener, new Version().number());
        } catch (ExportMismatchException e) {
            throw new Failure(
                    ExitCode.BAD_MODEL,
                    e.getMessage()
                            + "; there is no model.onnx, the weights are kept in the run's folder: please report this",
                    e);
        }
    }

    private void say(String format, Object... values) {
        out().println(String.format(Locale.ROOT, format, values));
    }

    private Evaluation evaluate(TrainingRun run, BegunRun begun, PhotoReader reader) throws IOException {
        EvaluationSet set = new EvaluationSet(
                begun.dataset().folder() + ", val split",
                begun.dataset().examples(Split.VALIDATION),
                begun.dataset().examples(Split.TRAIN),
                List.of());
        try (MaskClassifier classifier = opener.open(run.model())) {
            return new Evaluator(reader, begun.config().training().seed(), true)
                    .evaluate(run.model().toString(), classifier, set, (done, of) -> {});
        }
    }

    /** "Reading photos: 1,200 of 7,605", on a terminal, gone when all are read. */
    private final class Reading implements Dataset.Progress {
        private static final int EVERY = 50;

        @Override
        public synchronized void done(int photos, int ofPhotos) {
            if (isTerminal() && (photos % EVERY == 0 || photos == ofPhotos)) {
                PrintWriter errors = spec.commandLine().getErr();
                errors.print(photos == ofPhotos ? "\r\033[K" : "\rReading photos: " + photos + " of " + ofPhotos);
                errors.flush();
            }
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Whether lines can be redrawn: what picocli asks before it colours anything. */
    private static boolean isTerminal() {
        return Ansi.AUTO.enabled();
    }

    private int width() {
        return spec.usageMessage().autoWidth(true).width();
    }
}
