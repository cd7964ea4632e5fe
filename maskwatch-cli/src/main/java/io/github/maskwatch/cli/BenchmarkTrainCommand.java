package io.github.maskwatch.cli;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.batch.BatchConfig;
import io.github.maskwatch.training.batch.BatchSource;
import io.github.maskwatch.training.batch.PhotoSamples;
import io.github.maskwatch.training.batch.PhotoStore;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.DatasetConfig;
import io.github.maskwatch.training.dataset.Example;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.network.ClassicNetwork;
import io.github.maskwatch.training.network.ClassicNetworkConfig;
import io.github.maskwatch.training.network.CrossEntropy;
import io.github.maskwatch.training.network.Torch;
import io.github.maskwatch.training.trainer.TrainingBenchmark;
import io.github.maskwatch.training.trainer.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        description = {
            "Measures training, reading and augmentation of the photos included: photos per second, and where the time goes. Twice:"
                    + " with every photo read and decoded anew, as in a first epoch, and with photos kept decoded, as 'maskwatch"
                    + " train' keeps them for later epochs as far as they fit into memory.",
            "",
            "Without options it is the network as it was first described, with the classic augmentation, on drawn photos. Nothing is"
                    + " kept of what is learned."
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        mixinStandardHelpOptions = true)
final class BenchmarkTrainCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PHOTOS",
            description = "A folder with a folder per class. Default: photos that are drawn for it.")
    @Nullable
    Path photos;

    @Option(names = "--steps", paramLabel = "N", description = "Steps that are measured. Default: ${DEFAULT-VALUE}.")
    int steps = 40;

    @Option(names = "--warm-up-steps", paramLabel = "N", description = "Steps before that. Default: ${DEFAULT-VALUE}.")
    int warmUpSteps = 5;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Threads that decode and augment. Default: processors less one, at least one.")
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    @ArgGroup(heading = "%nThe network:%n", exclusive = false, validate = false, order = 1)
    NetworkOptions.Described network = new NetworkOptions.Described();

    @ArgGroup(heading = "%nLearning:%n", exclusive = false, validate = false, order = 2)
    LearningOptions learning = new LearningOptions();

    @ArgGroup(heading = "%nAugmentation:%n", exclusive = false, validate = false, order = 3)
    AugmentationOptions.Classic augmentation = new AugmentationOptions.Classic();

    @Override
    public Integer call() throws IOException, Failure {
        if (steps < 1 || warmUpSteps < 0 || workers < 1) {
            throw new Failure(
                    ExitCode.WRONG_USE, "--steps and --workers must be at least 1, --warm-up-steps at least 0");
        }
        TrainingConfig config = learning.config(TrainingConfig.defaults());
        Torch.load();
        if (photos != null) {
            measure(photos, config);
        } else {
            try (DrawnPhotos drawn = DrawnPhotos.create()) {
                measure(drawn.folder(), config);
            }
        }
        return ExitCode.DONE.number();
    }

    private void measure(Path folder, TrainingConfig config) throws IOException {
        PhotoReader reader = new PhotoReader();
        Dataset dataset = Dataset.open(folder, DatasetConfig.defaults(), reader, Dataset.Progress.none());
        ClassicNetworkConfig shape = network.config(dataset.states().size());
        say("Network  %s", shape);
        say(
                "Batch    %d photos of %,d; %d threads a step, %d batch %s, convolutions in %s",
                config.batchSize(),
                dataset.examples(Split.TRAIN).size(),
                config.threads(),
                workers,
                workers == 1 ? "worker" : "workers",
                network.precision());
        say("%-24s %10s %8s %8s %16s", "", "images/s", "step", "waiting", "beside: decoding, augmentation");
        print(
                "every photo decoded",
                run(shape, config, dataset, new PhotoStore(reader, shape.input(), 0), warmUpSteps));
        PhotoStore kept = new PhotoStore(reader, shape.input(), Long.MAX_VALUE);
        for (Example example : dataset.examples(Split.TRAIN)) {
            kept.photo(example.photo());
        }
        print("photos kept decoded", run(shape, config, dataset, kept, warmUpSteps));
    }

    private TrainingBenchmark run(
            ClassicNetworkConfig shape, TrainingConfig config, Dataset dataset, PhotoStore store, int warmUp)
            throws IOException {
        List<Example> examples = dataset.examples(Split.TRAIN);
        BatchConfig batches = new BatchConfig(config.batchSize(), workers, workers + 2);
        try (ClassicNetwork classic = new ClassicNetwork(shape, network.precision(), config.seed());
                BatchSource<Example> source = BatchSource.training(
                        PhotoSamples.training(
                                examples, store, augmentation.config().toAugmentation()),
                        batches,
                        config.seed(),
                        0,
                        0)) {
            return TrainingBenchmark.run(classic, CrossEntropy.plain(), config, source, warmUp, steps);
        }
    }

    private void print(String name, TrainingBenchmark measured) {
        say(
                "%-24s %10.1f %7.1f%% %7.1f%% %12.1f%% %11.1f%% of a core",
                name,
                measured.imagesPerSecond(),
                100 * measured.stepSeconds() / measured.seconds(),
                100 * measured.waitSeconds() / measured.seconds(),
                100 * measured.decodeSeconds() / measured.seconds(),
                100 * measured.augmentSeconds() / measured.seconds());
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
