package io.github.maskwatch.cli;

import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.training.export.ModelFile;
import io.github.maskwatch.training.run.RunConfigFile;
import io.github.maskwatch.training.run.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        description = {
            "Trains a network from your own photos and writes it as model.onnx with a report beside it: one that tells faces with a mask"
                    + " from faces without (--task classify, the default), or one that also finds them (--task detect).",
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

    /** Beside the whole groups of the classic network and of its augmentation. */
    private static final Set<String> OF_CLASSIFIERS = Set.of("--classes", "--leave-out-incorrect", "--class-weights");

    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PHOTOS",
            description = {
                "To classify: a folder with with_mask/, without_mask/ and perhaps mask_worn_incorrectly/ inside, or with these"
                        + " inside train/, val/ and test/.",
                "To detect: a folder of scenes with boxes in COCO JSON, Pascal VOC or YOLO text.",
                "With --resume only if the photos were moved."
            })
    @Nullable
    Path photos;

    @Option(
            names = "--task",
            paramLabel = "classify|detect",
            description = "What the network is to do. Default: ${DEFAULT-VALUE}.")
    Task task = Task.CLASSIFY;

    @Option(
            names = "--output",
            paramLabel = "RUN",
            description =
                    "The run's folder, new or empty. Default: runs/classify-1 or runs/detect-1, or the next free number.")
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
            heading = "%nThe classic network (convolution, pooling, convolution, pooling, dropout, dense, dense):%n",
            exclusive = false,
            validate = false,
            order = 2)
    NetworkOptions network = new NetworkOptions();

    @ArgGroup(heading = "%nThe detector:%n", exclusive = false, validate = false, order = 3)
    DetectorTrainingOptions detector = new DetectorTrainingOptions();

    @ArgGroup(heading = "%nLearning:%n", exclusive = false, validate = false, order = 4)
    LearningOptions learning = new LearningOptions();

    @ArgGroup(
            heading =
                    "%nAugmentation of the classic network (training photos are changed at random, each time anew):%n",
            exclusive = false,
            validate = false,
            order = 5)
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
        RunConfigFile.@Nullable Content begun = resume == null ? null : begun(resume);
        TrainingConsole console = new TrainingConsole(spec);
        if (begun == null) {
            requireOptionsOf(task);
        }
        return switch (begun == null ? task : begun.task()) {
            case CLASSIFY -> new ClassifierTraining(this, console, opener).run(begun);
            case DETECT -> new DetectorTraining(this, console).run(begun);
        };
    }

    private RunConfigFile.Content begun(Path folder) throws IOException, Failure {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!WITH_RESUME.contains(option.longestName())) {
                throw new Failure(
                        ExitCode.WRONG_USE,
                        "--resume goes on with the options that the run began with: leave " + option.longestName()
                                + " out");
            }
        }
        return RunConfigFile.read(folder);
    }

    /** What the task does not look at would be recorded as if it had made a difference. */
    private void requireOptionsOf(Task wanted) throws Failure {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            Class<?> group = option.group() == null
                    ? TrainCommand.class
                    : option.group().typeInfo().getType();
            boolean ofDetectors = group == DetectorTrainingOptions.class;
            boolean ofClassifiers = group == NetworkOptions.class
                    || group == AugmentationOptions.class
                    || OF_CLASSIFIERS.contains(option.longestName());
            if (wanted == Task.CLASSIFY ? ofDetectors : ofClassifiers) {
                throw new Failure(
                        ExitCode.WRONG_USE,
                        option.longestName() + ": is an option of --task "
                                + (ofDetectors ? "detect" : "classify, the default") + ", not of --task " + wanted.id()
                                + (ofDetectors ? ", the default" : "") + "; leave it out or name the other task");
            }
        }
    }

    /** The folder to train from, which has to be given to begin with. */
    Path wantedPhotos() throws Failure {
        if (photos == null) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "train: wanted PHOTOS, "
                            + (task == Task.CLASSIFY
                                    ? "a folder with a folder of photos per class"
                                    : "a folder of annotated scenes")
                            + ", or --resume RUN");
        }
        return photos;
    }

    /** Where the photos of a run that goes on are. */
    Path photosOf(RunConfigFile.Content begun) {
        return photos == null ? Path.of(begun.photos()) : photos;
    }
}
