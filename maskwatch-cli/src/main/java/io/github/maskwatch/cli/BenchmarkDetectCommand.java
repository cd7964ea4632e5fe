package io.github.maskwatch.cli;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.inference.DetectorAdapter;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.metrics.detection.JudgedScene;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.dataset.SplitManifest;
import io.github.maskwatch.training.evaluation.scene.SceneJudge;
import io.github.maskwatch.training.evaluation.scene.SceneJudgement;
import io.github.maskwatch.training.scene.Scene;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.SceneSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "detect",
        description = {
            "Measures detectors beside each other on the same scenes, in one run, on one thread: processor time of a whole pipeline"
                    + " per frame of 640 x 480 px (reduction, network, decoding, suppression; the median, taken in turns), and"
                    + " average precision, found and right, and the same by face size.",
            "",
            "Found and right: the share of true faces on which there is a box (IoU 0.5) of the right one of two classes, at the"
                    + " detector's own threshold; a mask worn incorrectly counts as none."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BenchmarkDetectCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SCENES",
            description =
                    "Photos with boxes: COCO JSON, Pascal VOC or YOLO text, or a folder with these in train/, val/ and"
                            + " test/.")
    Path scenes;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            converter = EvaluateCommand.SplitName.class,
            description = "Where SCENES has train/, val/ and test/: which of them. Default: test, or else val.")
    @Nullable
    Split split;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "A model.onnx, or nano, small, medium, accurate or classic for a bundled one; any number of times. Default: every"
                            + " bundled detector.")
    List<String> models = new ArrayList<>();

    @Option(
            names = "--detect-size",
            paramLabel = "PX",
            converter = DetectSize.Converter.class,
            description =
                    "Longer side to which Maskwatch's own detectors reduce a frame: 320, 480, 640 or auto. Default: auto.")
    DetectSize detectSize = DetectSize.AUTO;

    @Option(
            names = "--rival",
            paramLabel = "NAME=FILE",
            description =
                    "The weights of a detector of another make for which there is an adapter; any number of times.")
    Map<String, Path> rivals = new LinkedHashMap<>();

    @Option(
            names = "--adapters",
            paramLabel = "JAR",
            description = "Where the adapters for --rival are, such as benchmarks/target/benchmarks.jar.")
    @Nullable
    Path adapters;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each of " + DetectorTiming.FRAMES
                    + " frames is timed; 0: cost is not measured. Default:" + " ${DEFAULT-VALUE}.")
    int rounds = 4;

    @Option(
            names = "--scenes",
            paramLabel = "N",
            description = "Judge the first N scenes only; 0: accuracy is not measured. Default: all.")
    @Nullable
    Integer most;

    @Override
    public Integer call() throws IOException, Failure {
        if (rounds < 0 || (most != null && most < 0)) {
            throw new Failure(ExitCode.WRONG_USE, "--rounds and --scenes must be at least 0");
        }
        PhotoReader reader = new PhotoReader();
        SceneSet set = SceneSet.open(scenes, split, run(), SceneDatasetConfig.defaults(), reader, (done, of) -> {});
        set.remarks().forEach(line -> tell("maskwatch: " + line));
        if (adapters != null && !Files.exists(adapters)) {
            throw new NoSuchFileException(adapters.toString());
        }
        URL[] jars = adapters == null ? new URL[0] : new URL[] {adapters.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jars, getClass().getClassLoader())) {
            List<Contestant> contestants = contestants(loader);
            measure(contestants, set, reader);
        }
        return ExitCode.DONE.number();
    }

    /** The split of the first of the models that comes from a run on these very scenes. */
    private @Nullable SplitManifest run() throws IOException {
        for (String model : models) {
            Optional<SplitManifest> run = SplitManifest.beside(Path.of(model), SplitManifest.SCENES);
            if (run.isPresent()) {
                return run.get();
            }
        }
        return null;
    }

    private List<Contestant> contestants(ClassLoader loader) throws IOException, Failure {
        List<Contestant> contestants = new ArrayList<>();
        for (String model : models.isEmpty() ? bundled() : models) {
            contestants.add(Contestant.own(model, detectSize));
        }
        List<DetectorAdapter> known = StreamSupport.stream(
                        ServiceLoader.load(DetectorAdapter.class, loader).spliterator(), false)
                .toList();
        for (Map.Entry<String, Path> rival : rivals.entrySet()) {
            contestants.add(Contestant.of(adapter(known, rival.getKey()), rival.getValue()));
        }
        return contestants;
    }

    private List<String> bundled() throws Failure {
        List<String> there = new ArrayList<>();
        for (BundledDetector detector : BundledDetector.values()) {
            if (detector.isThere()) {
                there.add(detector.id());
            }
        }
        if (BundledDetector.SMALL.isThere() && detectSize.side() == null) {
            there.add(BundledModels.ACCURATE);
        }
        if (there.isEmpty() && rivals.isEmpty()) {
            throw new Failure(ExitCode.WRONG_USE, "no detector comes with this build; name one with --model");
        }
        return there;
    }

    private static DetectorAdapter adapter(List<DetectorAdapter> known, String name) throws Failure {
        return known.stream()
                .filter(adapter -> adapter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ExitCode.WRONG_USE,
                        "no adapter for the rival '" + name + "'; "
                                + (known.isEmpty()
                                        ? "name the jar that has it with --adapters"
                                        : "there are: "
                                                + known.stream()
                                                        .map(DetectorAdapter::name)
                                                        .collect(Collectors.joining(", ")))));
    }

    private void measure(List<Contestant> contestants, SceneSet set, PhotoReader reader) throws IOException {
        ContestTable table = new ContestTable(spec.commandLine().getOut());
        List<DetectorTiming> timings = rounds == 0 ? List.of() : timings(contestants, set, reader);
        List<List<JudgedScene>> judged =
                most != null && most == 0 ? List.of() : judged(contestants, set.scenes(), reader);
        table.print(set.description(), contestants, timings, judged);
    }

    private List<DetectorTiming> timings(List<Contestant> contestants, SceneSet set, PhotoReader reader)
            throws IOException {
        List<Image> frames = DetectorTiming.frames(set.scenes(), reader);
        tell("Timing on " + frames.size() + " frames …");
        List<MaskDetector> open = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                open.add(contestant.opener().open(contestant.faceThreshold()));
            }
            return DetectorTiming.measure(open, frames, rounds);
        } finally {
            open.forEach(MaskDetector::close);
        }
    }

    private List<List<JudgedScene>> judged(List<Contestant> contestants, List<Scene> all, PhotoReader reader)
            throws IOException {
        List<Scene> some = all.subList(0, most == null ? all.size() : Math.min(most, all.size()));
        List<List<JudgedScene>> judged = new ArrayList<>();
        for (Contestant contestant : contestants) {
            tell("Judging " + contestant.name() + " on " + some.size() + " scenes …");
            try (MaskDetector detector = contestant.opener().open(Detectors.FLOOR)) {
                SceneJudge.Judged said = new SceneJudge(reader).judge(some, detector, (done, of) -> {});
                if (judged.isEmpty()) {
                    tellBroken(said);
                }
                judged.add(said.scenes().stream().map(SceneJudgement::judged).toList());
            }
        }
        return judged;
    }

    /** The same for all detectors. */
    private void tellBroken(SceneJudge.Judged said) throws IOException {
        if (said.scenes().isEmpty()) {
            throw new IOException(scenes + ": none of its photos can be read, such as "
                    + said.broken().get(0));
        }
        BrokenPhoto.remarks(said.broken()).forEach(line -> tell("maskwatch: " + line));
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
