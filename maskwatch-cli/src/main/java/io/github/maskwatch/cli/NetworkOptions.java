package io.github.maskwatch.cli;

import io.github.maskwatch.training.batch.ColorMode;
import io.github.maskwatch.training.batch.InputFormat;
import io.github.maskwatch.training.network.ClassicNetworkConfig;
import io.github.maskwatch.training.network.Initialization;
import io.github.maskwatch.training.network.Padding;
import io.github.maskwatch.training.network.Precision;
import io.github.maskwatch.training.network.Scaling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The network, as options; without any of them it is the one of {@link ClassicNetworkConfig#defaults}. */
class NetworkOptions {
    @Option(
            names = "--size",
            paramLabel = "PX",
            description = "Side of the square picture that the network takes. Default: ${DEFAULT-VALUE}.")
    private int size = 64;

    @Option(names = "--color", paramLabel = "rgb|grey", description = "What it sees. Default: ${DEFAULT-VALUE}.")
    private ColorMode color = ColorMode.RGB;

    @Option(
            names = "--filters",
            paramLabel = "A,B",
            converter = PairConverter.class,
            description = "Filters of the two convolutions. Default: ${DEFAULT-VALUE}.")
    private Pair filters = new Pair(48, 96);

    @Option(
            names = "--kernels",
            paramLabel = "A,B",
            converter = PairConverter.class,
            description = "Sides of their kernels. Default: ${DEFAULT-VALUE}.")
    private Pair kernels = new Pair(5, 5);

    @Option(
            names = "--pools",
            paramLabel = "A,B",
            converter = PairConverter.class,
            description = "Sides of the poolings after them. Default: ${DEFAULT-VALUE}.")
    private Pair pools = new Pair(3, 3);

    @Option(
            names = "--padding",
            paramLabel = "valid|same",
            description = "What the convolutions do at the picture's edge. Default: ${DEFAULT-VALUE}.")
    private Padding padding = Padding.SAME;

    @Option(
            names = "--dropout",
            paramLabel = "SHARE",
            description = "Of the flattened numbers, left out in each step. Default: ${DEFAULT-VALUE}.")
    private double dropout = 0.5;

    @Option(
            names = "--dense",
            paramLabel = "UNITS",
            description = "Units of the first dense layer. Default: ${DEFAULT-VALUE}.")
    private int dense = 128;

    @Option(
            names = "--scaling",
            paramLabel = "RANGE",
            description =
                    "What becomes of pixels 0-255 before the first layer: 0..1, -1..1, or standardized (each picture to mean 0"
                            + " and deviation 1). It becomes part of the model file. Default: ${DEFAULT-VALUE}.")
    private Scaling scaling = Scaling.MINUS_ONE_TO_ONE;

    @Option(
            names = "--init",
            paramLabel = "glorot|he",
            description = "From where weights start. Default: ${DEFAULT-VALUE}.")
    private Initialization initialization = Initialization.HE;

    @Option(
            names = "--precision",
            paramLabel = "float32|bfloat16",
            description =
                    "In which numbers the convolutions of a training step are computed; weights and everything else are float32."
                            + " Default: bfloat16 where the processor multiplies it (Linux: avx512_bf16, amx_bf16), else"
                            + " float32.")
    private @Nullable Precision precision;

    /** Those of the network as it was first described, which benchmarks refer to. Picocli makes a group anew: a type of its own. */
    static final class Described extends NetworkOptions {
        Described() {
            super.describe();
        }
    }

    private void describe() {
        size = 100;
        filters = new Pair(100, 100);
        kernels = new Pair(3, 3);
        pools = new Pair(2, 2);
        padding = Padding.VALID;
        dense = 50;
        scaling = Scaling.ZERO_TO_ONE;
        initialization = Initialization.GLOROT;
    }

    ClassicNetworkConfig config(int classes) {
        return new ClassicNetworkConfig(
                new InputFormat(size, size, color),
                scaling,
                filters.first(),
                kernels.first(),
                pools.first(),
                filters.second(),
                kernels.second(),
                pools.second(),
                padding,
                dropout,
                dense,
                classes,
                initialization);
    }

    Precision precision() {
        return precision == null ? Precision.fastest() : precision;
    }

    /** A number for each of the two convolutions. */
    record Pair(int first, int second) {
        @Override
        public String toString() {
            return first + "," + second;
        }
    }

    /** Reads {@code 48,96}, or {@code 5} for {@code 5,5}. */
    static final class PairConverter implements ITypeConverter<Pair> {
        @Override
        public Pair convert(String text) {
            String[] parts = text.split(",", -1);
            try {
                if (parts.length <= 2) {
                    return new Pair(
                            Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[parts.length - 1].strip()));
                }
            } catch (NumberFormatException e) {
                // Falls through to the message below, which says what was wanted.
            }
            throw new TypeConversionException("wanted: two whole numbers such as 48,96, got '" + text + "'");
        }
    }
}
