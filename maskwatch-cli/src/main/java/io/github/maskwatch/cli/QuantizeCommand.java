package io.github.maskwatch.cli;

import io.github.maskwatch.training.quantization.QuantizationConfig;
import io.github.maskwatch.training.quantization.RangeRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "quantize",
        description = {
            "Makes a detector that computes in eight bits out of one in float32: faster, a third of the size, and used like any other. The"
                    + " ranges of its numbers are measured on training scenes; thresholds and temperatures are chosen anew on the"
                    + " validation scenes, on which both are then judged.",
            "",
            "Where the mean average precision of two or of three classes would fall by more than half a point, nothing is written."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class QuantizeCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description =
                    "The model.onnx of `maskwatch train --task detect`, or nano, small or medium for a bundled one.")
    String model;

    @Parameters(
            index = "1",
            paramLabel = "SCENES",
            description = "Photos with boxes, in train/ and val/: COCO JSON, Pascal VOC or YOLO text.")
    Path photos;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The new model, such as nano-int8.onnx; its card is written beside it, such as nano-int8.md.")
    Path output;

    @Option(
            names = "--scenes",
            paramLabel = "N",
            description = "Training scenes to measure on. Default: ${DEFAULT-VALUE}.")
    int scenes = QuantizationConfig.DEFAULTS.scenes();

    @Option(names = "--seed", description = "Draws them. Default: ${DEFAULT-VALUE}.")
    long seed = QuantizationConfig.DEFAULTS.seed();

    @Option(
            names = "--ranges",
            paramLabel = "RULE",
            converter = Rule.class,
            description =
                    "How the range of a tensor is chosen from its values: full, percentile (without the outermost of 100,000) or"
                            + " least-error (squared). Default: ${DEFAULT-VALUE}.")
    RangeRule ranges = QuantizationConfig.DEFAULTS.ranges();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each of " + DetectorTiming.FRAMES
                    + " frames is timed; 0: cost is not measured. Default: ${DEFAULT-VALUE}.")
    int rounds = 4;

    /** The rules by their names. */
    static final class Rule implements ITypeConverter<RangeRule> {
        @Override
        public RangeRule convert(String name) {
            return Stream.of(RangeRule.values())
                    .filter(rule -> rule.id().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("wanted: "
                            + Stream.of(RangeRule.values()).map(RangeRule::id).collect(Collectors.joining(", "))
                            + ", got '" + name + "'"));
        }
    }

    @Override
    public Integer call() throws IOException, Failure {
        if (scenes < 1) {
            throw new Failure(ExitCode.WRONG_USE, "--scenes: wanted at least 1, got " + scenes);
        }
        if (rounds < 0) {
            throw new Failure(ExitCode.WRONG_USE, "--rounds: wanted at least 0, got " + rounds);
        }
        new DetectorQuantizing(this).run();
        return ExitCode.DONE.number();
    }

    QuantizationConfig config() {
        return new QuantizationConfig(scenes, seed, ranges, QuantizationConfig.DEFAULTS.mostLost());
    }
}
