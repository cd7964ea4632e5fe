package io.github.maskwatch.training.run;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.detection.DetectionScores;
import io.github.maskwatch.metrics.detection.DetectorChoice;
import io.github.maskwatch.metrics.detection.JudgedScene;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.batch.BatchConfig;
import io.github.maskwatch.training.batch.BatchSource;
import io.github.maskwatch.training.batch.Sample;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.detector.DetectionLoss;
import io.github.maskwatch.training.detector.DetectorNetwork;
import io.github.maskwatch.training.export.DetectorExportCheck;
import io.github.maskwatch.training.export.DetectorOnnx;
import io.github.maskwatch.training.export.DetectorSettings;
import io.github.maskwatch.training.export.ModelOrigin;
import io.github.maskwatch.training.file.AtomicFile;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import io.github.maskwatch.training.scene.AnnotatedImage;
import io.github.maskwatch.training.scene.Scene;
import io.github.maskwatch.training.scene.SceneDataset;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.SceneTarget;
import io.github.maskwatch.training.scene.compose.SceneSamples;
import io.github.maskwatch.training.scene.compose.SceneStore;
import io.github.maskwatch.training.trainer.Checkpoints;
import io.github.maskwatch.training.trainer.Trainer;
import io.github.maskwatch.training.trainer.TrainingData;
import io.github.maskwatch.training.trainer.TrainingListener;
import io.github.maskwatch.training.trainer.TrainingOutcome;
import io.github.maskwatch.training.trainer.Validation;
import io.github.maskwatch.training.trainer.Validator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A run of the detector in its folder: {@code config.json}, {@code split.json}, {@code last.ckpt}, {@code best.ckpt} and, at the end,
 * {@code model.onnx}. It owns the network. One thread at a time.
 *
 * <p>After each epoch the network is exported and the file is judged as it will be used: what is chosen is what people get.
 */
public final class DetectorRun implements AutoCloseable {
    private static final String VERSION_OF_A_TRIAL = "trial";
    private static final int MOST_COMPARED = 200;
    private static final int TYPICAL = 48;

    private final Path folder;
    private final DetectorRunConfig config;
    private final SceneDataset dataset;
    private final SceneStore store;
    private final Checkpoints checkpoints;
    private final DetectorNetwork network;
    private final Opener opener;
    private final int workers;

    /** Opens a model file with all the faces that it offers, however low their score; which runtime does that is the caller's matter. */
    @FunctionalInterface
    public interface Opener {
        OpenedDetector open(byte[] model) throws IOException;
    }

    /** A detector that also tells what its network said, cell by cell. */
    public interface OpenedDetector extends MaskDetector, DetectorExportCheck.Written {}

    /**
     * What became of an export.
     *
     * @param choice made on the validation scenes
     * @param scores on them, at its threshold
     */
    public record Exported(DetectorExportCheck check, DetectorChoice choice, DetectionScores scores) {}

    /**
     * A run in a folder whose configuration is written already.
     *
     * @param dataset opened as the configuration says
     * @param workers threads that decode and augment, at least 1
     * @throws IOException one line, if libtorch cannot be loaded
     */
    public DetectorRun(
            Path folder, DetectorRunConfig config, SceneDataset dataset, PhotoReader reader, Opener opener, int workers)
            throws IOException {
        this.folder = folder;
        this.config = config;
        this.dataset = dataset;
        this.opener = opener;
        this.workers = workers;
        this.store = SceneStore.caching(reader);
        this.checkpoints = new Checkpoints(folder, RunFolder.fingerprint(config, dataset.hash()));
        Torch.load();
        this.network = new DetectorNetwork(config.network(), config.training().seed());
    }

    /**
     * Makes a run's folder with its configuration, its split and, if it has one, a copy of the checkpoint that it begins with.
     *
     * @param start null where chance draws the weights
     * @throws IOException one line, if it is there already with something in it or cannot be made
     */
    public static void create(
            Path folder, RunConfigFile.Content content, SceneDataset dataset, @Nullable StartingWeights start)
            throws IOException {
        RunFolder.create(folder, content, split -> {
            if (start != null) {
                start.writeTo(folder);
            }
            dataset.writeSplit(split);
        });
    }

    /**
     * The scenes of a run that goes on, split as they were.
     *
     * @param scenes folder where they are
     * @throws IOException one line, if they are not the same any more
     */
    public static SceneDataset reopen(
            Path folder, Path scenes, SceneDatasetConfig config, PhotoReader reader, Dataset.Progress progress)
            throws IOException {
        return SceneDataset.reopen(scenes, RunFolder.split(folder), config, reader, progress);
    }

    /** Whether there is a checkpoint to go on from. */
    public boolean begun() {
        return checkpoints.hasLast();
    }

    /**
     * Trains, from the last checkpoint if there is one. An epoch's validation loss is {@code 1 - (mAP50 of two classes + mAP50 of three) / 2},
     * or of two alone where no validation scene tells three; its validation accuracy is the share of faces found and right.
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
        if (!begun() && !config.start().isEmpty()) {
            StartingWeights.load(
                    folder,
                    config.start(),
                    network,
                    this::typicalPixels,
                    config.training().seed());
        }
        SceneSamples samples = samples();
        BatchConfig batches = new BatchConfig(config.training().batchSize(), workers, workers + 2);
        TrainingData<SceneTarget> data = (epoch, batch) ->
                BatchSource.training(samples, batches, config.training().seed(), epoch, batch);
        DetectionLoss loss = new DetectionLoss(config.loss(), config.training().labelSmoothing());
        return new Trainer<>(network, loss, config.training(), data, new Judge(), checkpoints).train(listener, stop);
    }

    /**
     * Writes the best epoch's weights as {@code model.onnx}, once the file has answered as the network does on up to 200 validation photos.
     * The working threshold, the temperatures and the threshold of calling are chosen on the validation scenes, and go into the file.
     *
     * @param version of Maskwatch, for the file
     * @throws io.github.maskwatch.training.export.ExportMismatchException if the file answers otherwise than the network; then nothing is left under its name but what was
     *     there before
     * @throws IOException one line, if it cannot be written or opened
     */
    public Exported export(String version) throws IOException {
        checkpoints.loadBest(network);
        DetectorSettings settings = DetectorSettings.uncalibrated(config.judgedSide());
        List<JudgedScene> judged;
        DetectorExportCheck check;
        try (OpenedDetector detector = opener.open(file(version, settings))) {
            check = DetectorExportCheck.run(network, detector, squares());
            judged = judge(detector, () -> false);
        }
        DetectorChoice choice = DetectorChoice.of(judged);
        byte[] file = file(version, settings.chosen(choice));
        AtomicFile.write(model(), beside -> Files.write(beside, file));
        return new Exported(check, choice, DetectionScores.of(choice.asShown(judged), choice.faceThreshold()));
    }

    /** Validation photos, evenly spread, as squares of the network's size. */
    private List<Image> squares() throws IOException {
        List<Scene> scenes = dataset.scenes(Split.VALIDATION);
        int count = Math.min(MOST_COMPARED, scenes.size());
        int side = config.network().side();
        List<Image> squares = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Scene scene = scenes.get((int) ((long) i * scenes.size() / count));
            squares.add(store.read(scene).image().resize(side, side));
        }
        return squares;
    }

    /** The bytes of the network as it is at this moment. */
    private byte[] file(String version, DetectorSettings settings) {
        ModelOrigin origin = new ModelOrigin(
                List.of(MaskState.values()),
                version,
                dataset.hash(),
                config.training().seed());
        return DetectorOnnx.bytes(network, origin, settings);
    }

    /** Some squares as they are trained on, those of the first epoch. */
    public List<Sample<SceneTarget>> someSquares(int count) throws IOException {
        List<Sample<SceneTarget>> squares = new ArrayList<>(count);
        SceneSamples samples = samples();
        for (int i = 0; i < count; i++) {
            squares.add(samples.sample(
                    (int) ((long) i * samples.count() / count),
                    config.training().seed() + i));
        }
        return squares;
    }

    private Tensor typicalPixels() throws IOException {
        BatchConfig one = new BatchConfig(TYPICAL, workers, 1);
        try (BatchSource<SceneTarget> source =
                BatchSource.training(samples(), one, config.training().seed(), 0, 0)) {
            Batch<SceneTarget> batch = Objects.requireNonNull(source.next(), "a source without end");
            return Tensors.over(batch.pixels(), batch.size(), config.network().input())
                    .clone();
        }
    }

    /** Some training scenes, evenly spread. */
    public List<AnnotatedImage> someScenes(int count) throws IOException {
        List<Scene> scenes = dataset.scenes(Split.TRAIN);
        List<AnnotatedImage> some = new ArrayList<>();
        for (int i = 0; i < Math.min(count, scenes.size()); i++) {
            some.add(store.read(scenes.get((int) ((long) i * scenes.size() / Math.min(count, scenes.size())))));
        }
        return some;
    }

    private SceneSamples samples() {
        return new SceneSamples(
                dataset.scenes(Split.TRAIN),
                store,
                config.composition(),
                config.network().input(),
                config.painting().toAugmentation());
    }

    /** Where the model is written. */
    public Path model() {
        return folder.resolve("model.onnx");
    }

    private final class Judge implements Validator {

        @Override
        public Optional<Validation> validate(BooleanSupplier stop) throws IOException {
            DetectorSettings settings = DetectorSettings.uncalibrated(config.judgedSide());
            try (MaskDetector detector = opener.open(file(VERSION_OF_A_TRIAL, settings))) {
                List<JudgedScene> judged = judge(detector, stop);
                if (judged.size() < dataset.scenes(Split.VALIDATION).size()) {
                    return Optional.empty();
                }
                DetectionScores scores = DetectionScores.of(judged, settings.faceThreshold());
                double two = scores.twoClasses().map50();
                double three = scores.threeClasses().map50();
                double mean = Double.isNaN(three) ? two : (two + three) / 2;
                return Optional.of(
                        new Validation(1 - mean, scores.foundAndRight().value()));
            }
        }
    }

    private List<JudgedScene> judge(MaskDetector detector, BooleanSupplier stop) throws IOException {
        List<JudgedScene> judged = new ArrayList<>();
        for (Scene scene : dataset.scenes(Split.VALIDATION)) {
            if (stop.getAsBoolean()) {
                break;
            }
            AnnotatedImage read = store.read(scene);
            judged.add(new JudgedScene(
                    read.image().width(),
                    read.image().height(),
                    read.tellsIncorrect(),
                    read.faces(),
                    detector.detect(read.image())));
        }
        return judged;
    }

    @Override
    public void close() {
        network.close();
    }
}
