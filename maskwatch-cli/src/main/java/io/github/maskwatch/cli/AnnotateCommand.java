package io.github.maskwatch.cli;

import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.PhotoFolder;
import io.github.maskwatch.training.dataset.PhotoFolder.LabelledFile;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.scene.SceneDataset;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.refine.RefinedScenes;
import io.github.maskwatch.training.scene.refine.RefinementConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "annotate",
        description = {
            "Makes scenes to train a detector on, with the help of one that is there already, and writes them as a new folder in"
                    + " COCO JSON; look at them before you train.",
            "",
            "Close-ups that lie in a folder per class (with_mask/, without_mask/, mask_worn_incorrectly/) get a box where the"
                    + " detector is sure of exactly one face. In scenes that have boxes, faces that nobody has marked are"
                    + " ignored in training, where the detector is sure of them; what is for validation stays as it is, and"
                    + " what is for the test is left out."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AnnotateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SCENES",
            description = "Scenes with boxes: COCO JSON, Pascal VOC or YOLO text.")
    private @Nullable Path scenes;

    @Option(
            names = "--close-ups",
            paramLabel = "PHOTOS",
            description =
                    "Photos of single faces in a folder per class, or with these in train/, val/ and test/, of which"
                            + " train/ is taken.")
    private @Nullable Path closeUps;

    @Option(
            names = "--only",
            paramLabel = "PREFIX",
            split = ",",
            description = "Of the close-ups those alone whose file names begin so.")
    private List<String> only = List.of();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "A model.onnx of a detector, or accurate, nano, small or medium. Default: ${DEFAULT-VALUE}.")
    private String model = BundledModels.ACCURATE;

    @Option(
            names = "--unmarked",
            paramLabel = "SCORE",
            description =
                    "Face score from which on an unmarked face is ignored; above 1: none. Default: ${DEFAULT-VALUE}.")
    private double unmarked = RefinementConfig.DEFAULTS.unmarked();

    @Option(
            names = "--sure",
            paramLabel = "SCORE",
            description = "Face score that the face of a close-up needs. Default: ${DEFAULT-VALUE}.")
    private double sure = RefinementConfig.DEFAULTS.closeUp();

    @Option(names = "--output", required = true, paramLabel = "FOLDER", description = "New or empty.")
    private Path output = Path.of("");

    private final DetectorSource detectors;

    AnnotateCommand() {
        this(new Detectors.OfUsers());
    }

    AnnotateCommand(DetectorSource detectors) {
        this.detectors = detectors;
    }

    @Override
    public Integer call() throws IOException, Failure {
        if (scenes == null && closeUps == null) {
            throw new Failure(
                    ExitCode.WRONG_USE, "nothing to annotate: name a folder of SCENES, or --close-ups, or both");
        }
        requireEmpty();
        PhotoReader reader = new PhotoReader();
        RefinementConfig config =
                RefinementConfig.DEFAULTS.withUnmarked(unmarked).withCloseUp(sure);
        try (DetectorSource.Judged detector = detectors.open(model, null)) {
            RefinedScenes refined = new RefinedScenes(output, detector.detector(), reader, config);
            addScenes(refined, reader);
            addCloseUps(refined);
            print(finished(refined));
        }
        return ExitCode.DONE.number();
    }

    private void requireEmpty() throws Failure {
        if (Files.exists(output) && !Files.isDirectory(output)) {
            throw new Failure(ExitCode.OUTPUT_FAILED, output + ": is a file; take another --output");
        }
        writing(() -> Files.createDirectories(output));
        try (var inside = Files.list(output)) {
            if (inside.findAny().isPresent()) {
                throw new Failure(ExitCode.OUTPUT_FAILED, output + ": is not empty; take another --output");
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (!Files.isWritable(output)) {
            throw new Failure(ExitCode.OUTPUT_FAILED, output + ": cannot be written to; take another --output");
        }
    }

    /** Something that writes into the new folder. */
    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private void writing(Writing step) throws Failure {
        try {
            step.write();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Failure unwritable(IOException problem) {
        return Failure.notWritten("the scenes", output, problem);
    }

    private RefinedScenes.Counts finished(RefinedScenes refined) throws Failure {
        try {
            return refined.finish();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void addScenes(RefinedScenes refined, PhotoReader reader) throws IOException, Failure {
        if (scenes == null) {
            return;
        }
        CountLine count = CountLine.of(spec.commandLine());
        SceneDataset dataset = SceneDataset.open(scenes, SceneDatasetConfig.defaults(), reader, count::done);
        count.clear();
        dataset.warnings().forEach(this::warn);
        dataset.broken().forEach(broken -> warn("left out " + broken));
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
            writing(() -> refined.addScenes(split, dataset.scenes(split), count));
        }
        count.clear();
    }

    private void addCloseUps(RefinedScenes refined) throws IOException, Failure {
        if (closeUps == null) {
            return;
        }
        CountLine count = CountLine.of(spec.commandLine());
        PhotoFolder folder = PhotoFolder.read(closeUps);
        folder.warnings().forEach(this::warn);
        List<LabelledFile> wanted = folder.files().stream()
                .filter(file -> file.split() == (folder.hasSplit() ? Split.TRAIN : null))
                .filter(this::isWanted)
                .toList();
        if (wanted.isEmpty()) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    closeUps + ": no photo to train on"
                            + (only.isEmpty()
                                    ? ", only in val/ or test/"
                                    : " begins with " + String.join(" or ", only)));
        }
        boolean tellsIncorrect = folder.files().stream().anyMatch(file -> file.label() == MaskState.WORN_INCORRECTLY);
        writing(() -> refined.addCloseUps(wanted, tellsIncorrect, count));
        count.clear();
    }

    private boolean isWanted(LabelledFile file) {
        return only.isEmpty()
                || only.stream().anyMatch(String.valueOf(file.path().getFileName())::startsWith);
    }

    private void warn(String line) {
        spec.commandLine().getErr().println("maskwatch: " + line);
    }

    private void print(RefinedScenes.Counts counts) {
        counts.unreadable().forEach(line -> warn("left out " + line));
        var out = spec.commandLine().getOut();
        out.printf("Scenes      %,d%n", counts.scenes());
        out.printf(
                "Close-ups   %,d; left out %,d in which the detector was not sure of exactly one face%n",
                counts.closeUps(), counts.leftOut());
        out.printf("Ignored     %,d faces that nobody has marked%n", counts.ignored());
        out.printf("Written to  %s%n", output);
        out.flush();
    }
}
