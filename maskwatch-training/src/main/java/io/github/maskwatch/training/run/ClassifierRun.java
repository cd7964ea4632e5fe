package io.github.maskwatch.training.run;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.augment.Augmentation;
import io.github.maskwatch.training.batch.BatchConfig;
import io.github.maskwatch.training.batch.BatchSource;
import io.github.maskwatch.training.batch.PhotoSamples;
import io.github.maskwatch.training.batch.PhotoStore;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Example;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.export.ExportCheck;
import io.github.maskwatch.training.export.ModelFile;
import io.github.maskwatch.training.export.ModelOrigin;
import io.github.maskwatch.training.network.ClassicNetwork;
import io.github.maskwatch.training.network.CrossEntropy;
import io.github.maskwatch.training.network.Torch;
import io.github.maskwatch.training.trainer.Checkpoints;
import io.github.maskwatch.training.trainer.LossValidator;
import io.github.maskwatch.training.trainer.Trainer;
import io.github.maskwatch.training.trainer.TrainingData;
import io.github.maskwatch.training.trainer.TrainingListener;
import io.github.maskwatch.training.trainer.TrainingOutcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A run of the classic network in its folder: {@code config.json}, {@code split.json}, {@code last.ckpt}, {@code best.ckpt} and, at the
 * end, {@code model.onnx}. It owns the network. One thread at a time.
 */
public final class ClassifierRun implements AutoCloseable {
    private final Path folder;
    private final ClassifierRunConfig config;
    private final Dataset dataset;
    private final PhotoStore store;
    private final Checkpoints checkpoints;
    private final ClassicNetwork network;
    private final int workers;

    /**
     * A run in a folder whose configuration is written already.
     *
     * @param dataset opened as the configuration says
     * @param workers threads that decode and augment, at least 1
     * @throws IllegalArgumentException if the network is for another number of classes than the photos have
     * @throws IOException one line, if libtorch cannot be loaded
     */
    public ClassifierRun(Path folder, ClassifierRunConfig config, Dataset dataset, PhotoReader reader, int workers)
            throws IOException {
        if (dataset.states().size() != config.network().classes()) {
            throw new IllegalArgumentException(
                    "the network is for " + config.network().classes()
                            + " classes, but the photos have "
                            + dataset.states().stream().map(MaskState::id).toList());
        }
        this.folder = folder;
        this.config = config;
        this.dataset = dataset;
        this.workers = workers;
        this.store = PhotoStore.caching(reader, config.network().input());
        this.checkpoints = new Checkpoints(folder, RunFolder.fingerprint(config, dataset.hash()));
        Torch.load();
        this.network = new ClassicNetwork(
                config.network(), config.precision(), config.training().seed());
    }

    /**
     * Makes a run's folder with its configuration and its split.
     *
     * @throws IOException one line, if it is there already with something in it or cannot be made
     */
    public static void create(Path folder, RunConfigFile.Content content, Dataset dataset) throws IOException {
        RunFolder.create(folder, content, dataset::writeSplit);
    }

    /**
     * The photos of a run that goes on, split as they were.
     *
     * @param photos folder where they are
     * @throws IOException one line, if they are not the same any more
     */
    public static Dataset reopen(Path folder, Path photos, PhotoReader reader, Dataset.Progress progress)
            throws IOException {
        return Dataset.reopen(photos, RunFolder.split(folder), reader, progress);
    }

    /** Whether there is a checkpoint to go on from. */
    public boolean begun() {
        return checkpoints.hasLast();
    }

    /**
     * Trains, from the last checkpoint if there is one.
     *
     * @param stop looked at after each step
     * @throws IOException as {@link Trainer#train} says, or if another process is training in the folder
     */
    @SuppressWarnings("try") // the claim acts by being open
    public TrainingOutcome train(TrainingListener listener, BooleanSupplier stop) throws IOException {
        try (FileChannel claim = RunFolder.claim(folder)) {
            return trainAlone(listener, stop);
        }
    }

    private TrainingOutcome trainAlone(TrainingListener listener, BooleanSupplier stop) throws IOException {
        CrossEntropy loss = new CrossEntropy(config.training().labelSmoothing(), classWeights());
        Photos photos = new Photos();
        LossValidator<Example> validator = new LossValidator<>(network, CrossEntropy.plain(), photos::validation);
        return new Trainer<>(network, loss, config.training(), photos, validator, checkpoints).train(listener, stop);
    }

    /**
     * Writes the best epoch's weights as {@code model.onnx}, once the file has answered as the network does.
     *
     * @param version of Maskwatch, for the file
     * @throws IOException as {@link ModelFile#write} says
     */
    public ExportCheck export(ModelFile.Opener opener, String version) throws IOException {
        checkpoints.loadBest(network);
        ModelOrigin origin = new ModelOrigin(
                dataset.states(), version, dataset.hash(), config.training().seed());
        return ModelFile.write(model(), network, origin, opener, dataset.examples(Split.VALIDATION), store);
    }

    /** Where {@link #export} writes. */
    public Path model() {
        return folder.resolve("model.onnx");
    }

    private List<Double> classWeights() {
        return switch (config.training().classWeighting()) {
            case NONE -> List.of();
            case BALANCED -> balanced();
        };
    }

    private List<Double> balanced() {
        List<Example> examples = dataset.examples(Split.TRAIN);
        List<Double> weights = new ArrayList<>();
        for (MaskState state : dataset.states()) {
            long count = examples.stream().filter(e -> e.label() == state).count();
            weights.add((double) examples.size() / (dataset.states().size() * Math.max(1, count)));
        }
        return weights;
    }

    private final class Photos implements TrainingData<Example> {
        private final Augmentation augmentation = config.augmentation().toAugmentation();
        private final BatchConfig batches = new BatchConfig(config.training().batchSize(), workers, workers + 2);

        @Override
        public BatchSource<Example> training(int epoch, int batch) {
            return BatchSource.training(
                    PhotoSamples.training(dataset.examples(Split.TRAIN), store, augmentation),
                    batches,
                    config.training().seed(),
                    epoch,
                    batch);
        }

        BatchSource<Example> validation() {
            return BatchSource.inOrder(PhotoSamples.plain(dataset.examples(Split.VALIDATION), store), batches);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
