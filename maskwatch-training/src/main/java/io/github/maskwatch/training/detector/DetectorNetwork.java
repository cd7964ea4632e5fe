package io.github.maskwatch.training.detector;

import io.github.maskwatch.training.batch.InputFormat;
import io.github.maskwatch.training.network.Network;
import io.github.maskwatch.training.network.Parameter;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The detector with its weights. It answers with one row per cell, [batch, cells, 8]: the levels one after the other, each row by row;
 * columns as in the file that is exported. One thread at a time.
 *
 * <p>Maps of features lie in memory as NHWC, which halves the time of a step here.
 */
@SuppressWarnings("try") // scopes and guards act by being open
public final class DetectorNetwork implements Network {
    /** Of the middle of the pixels' range, and half of it. */
    public static final double MIDDLE = 127.5;

    /** Under the root of the variance. */
    static final double EPSILON = 1e-3;

    /** How much of a batch's statistics goes into the running ones. */
    private static final double MOMENTUM = 0.03;

    /** Share of cells that begin as faces: so that the many that are none do not drown the start (T.-Y. Lin and others, ICCV 2017). */
    private static final double FACE_PRIOR = 0.01;

    private final DetectorConfig config;
    private final Map<String, Weights> weights = new LinkedHashMap<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Parameter> state = new ArrayList<>();

    /** Of one convolution; the offset is the bias where it is not normalized. */
    private record Weights(
            Tensor kernel, Tensor offset, @Nullable Normalization normalization) {}

    private record Normalization(Tensor scale, Tensor mean, Tensor variance) {}

    /** Whether batches that it sees in training go into the running statistics. */
    private final boolean counting;

    /** With fresh weights, which the seed alone decides. */
    public DetectorNetwork(DetectorConfig config, long seed) {
        this.config = config;
        this.counting = true;
        Torch.seed(seed);
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            for (Convolution convolution : DetectorTable.of(config).convolutions()) {
                weights.put(convolution.name(), own(convolution.name(), fresh(convolution)));
            }
        }
    }

    /** A twin of another one. */
    private DetectorNetwork(DetectorNetwork other) {
        this.config = other.config;
        this.counting = false;
        try (PointerScope scope = new PointerScope()) {
            for (Convolution convolution : DetectorTable.of(config).convolutions()) {
                weights.put(convolution.name(), own(convolution.name(), other.weights(convolution.name())));
            }
        }
    }

    private static Weights fresh(Convolution convolution) {
        long out = convolution.out();
        Tensor kernel =
                torch.empty(out, convolution.in() / convolution.groups(), convolution.kernel(), convolution.kernel());
        if (!convolution.normalized()) {
            return new Weights(torch.normal_(kernel, 0, 0.01), bias(convolution), null);
        }
        // K. He et al., "Delving deep into rectifiers", ICCV 2015.
        return new Weights(
                torch.kaiming_normal_(kernel),
                torch.zeros(out),
                new Normalization(torch.ones(out), torch.zeros(out), torch.ones(out)));
    }

    /** Makes these values, not copies of them, this network's own under the convolution's name. */
    private Weights own(String name, Weights values) {
        Normalization normalization = values.normalization;
        return new Weights(
                learned(name + ".weight", values.kernel, true),
                learned(name + (normalization == null ? ".bias" : ".offset"), values.offset, false),
                normalization == null
                        ? null
                        : new Normalization(
                                learned(name + ".scale", normalization.scale, false),
                                counted(name + ".mean", normalization.mean.detach()),
                                counted(name + ".variance", normalization.variance.detach())));
    }

    private static Tensor bias(Convolution convolution) {
        float[] values = new float[convolution.out()];
        if (convolution.name().endsWith(".box" + Architecture.OUTPUT)) {
            values[0] = (float) Math.log(FACE_PRIOR / (1 - FACE_PRIOR));
        }
        return Tensors.copyOf(values, values.length);
    }

    /** The values themselves where they are in order, so that twins share them. */
    private Tensor learned(String name, Tensor values, boolean decays) {
        Tensor ordered = values.dim() == 4 ? values.contiguous(torch.MemoryFormat.ChannelsLast) : values;
        // Out of the scope's hands: from now on close() frees it.
        Tensor kept = ordered.detach().requires_grad_(true).retainReference();
        Parameter parameter = new Parameter(name, kept, decays);
        parameters.add(parameter);
        state.add(parameter);
        return kept;
    }

    private Tensor counted(String name, Tensor values) {
        Tensor kept = values.retainReference();
        state.add(new Parameter(name, kept, false));
        return kept;
    }

    public DetectorConfig config() {
        return config;
    }

    @Override
    public InputFormat input() {
        return config.input();
    }

    @Override
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    @Override
    public List<Parameter> state() {
        return List.copyOf(state);
    }

    /** {@inheritDoc} Sides may be any multiples of 32; {@code training} decides whose statistics normalize: the batch's or the running ones. */
    @Override
    public Tensor forward(Tensor pixels, boolean training) {
        List<Tensor> levels = Architecture.build(config, new Layers(training), scaled(pixels));
        TensorVector rows = new TensorVector();
        for (Tensor level : levels) {
            long cells = level.size(2) * level.size(3);
            rows.push_back(level.permute(0, 2, 3, 1).reshape(level.size(0), cells, Architecture.OUTPUTS));
        }
        return torch.cat(rows, 1);
    }

    @Override
    public Optional<Network> twin() {
        return Optional.of(new DetectorNetwork(this));
    }

    private static Tensor scaled(Tensor pixels) {
        return pixels.mul(new Scalar(1 / MIDDLE)).sub_(new Scalar(1)).contiguous(torch.MemoryFormat.ChannelsLast);
    }

    private final class Layers implements Operations<Tensor> {
        private final boolean training;

        Layers(boolean training) {
            this.training = training;
        }

        @Override
        public Tensor convolve(Tensor input, Convolution convolution) {
            Weights w = weights(convolution.name());
            Normalization normalization = w.normalization;
            TensorOptional bias = normalization == null ? new TensorOptional(w.offset) : new TensorOptional();
            Tensor output = plain(input, convolution, w, bias);
            if (normalization != null) {
                output = torch.batch_norm(
                        output,
                        new TensorOptional(normalization.scale),
                        new TensorOptional(w.offset),
                        running(normalization.mean),
                        running(normalization.variance),
                        training,
                        MOMENTUM,
                        EPSILON,
                        false);
            }
            return convolution.activated() ? torch.relu_(output) : output;
        }

        /** None in the training of a twin, which neither needs nor counts it. */
        private TensorOptional running(Tensor statistic) {
            return training && !counting ? new TensorOptional() : new TensorOptional(statistic);
        }

        private Tensor plain(Tensor input, Convolution convolution, Weights w, TensorOptional bias) {
            return torch.conv2d(
                    input,
                    w.kernel,
                    bias,
                    both(convolution.stride()),
                    both(convolution.padding()),
                    both(1),
                    convolution.groups());
        }

        private static long[] both(long value) {
            return new long[] {value, value};
        }

        @Override
        public Tensor add(Tensor left, Tensor right) {
            return left.add(right);
        }

        @Override
        public Tensor upsample(Tensor input) {
            long[] size = {2 * input.size(2), 2 * input.size(3)};
            return torch.upsample_nearest2d(input, size, new DoubleOptional(), new DoubleOptional());
        }
    }

    private Weights weights(String name) {
        Weights found = weights.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no convolution " + name);
        }
        return found;
    }

    /**
     * A convolution as it is used once training is over: normalization is part of its weights, {@code w s / √(v + ε)}, and of its bias,
     * {@code offset - mean s / √(v + ε)}.
     */
    public FoldedConvolution folded(Convolution convolution) {
        try (PointerScope scope = new PointerScope()) {
            Weights w = weights(convolution.name());
            float[] kernel = Tensors.toArray(w.kernel);
            float[] offset = Tensors.toArray(w.offset);
            Normalization normalization = w.normalization;
            return normalization == null
                    ? new FoldedConvolution(kernel, offset)
                    : FoldedConvolution.fold(
                            kernel,
                            offset,
                            Tensors.toArray(normalization.scale),
                            Tensors.toArray(normalization.mean),
                            Tensors.toArray(normalization.variance),
                            EPSILON);
        }
    }

    /**
     * Takes over the weights of a detector in use, of the same size or of a narrower one, in which normalization is part of the convolutions. It
     * is taken apart again: what the convolutions give for the pixels becomes the statistics, and scale and offset undo them. The
     * answers stay the same, whatever the pixels; how fast it goes on learning depends on their being typical.
     *
     * @param from the shape of that detector
     * @param folded by the convolutions' names
     * @param pixels as for {@link #forward}, some dozens of typical squares
     * @param seed of what disturbs the copies of channels where that detector is narrower
     * @throws IllegalArgumentException if its shape does not fit into this one's
     */
    public void takeOver(DetectorConfig from, Map<String, FoldedConvolution> folded, Tensor pixels, long seed) {
        Map<String, Convolution> theirs = new LinkedHashMap<>();
        DetectorTable.of(from).convolutions().forEach(c -> theirs.put(c.name(), c));
        RandomGenerator random = new SplittableRandom(seed);
        Map<String, FoldedConvolution> fitting = new LinkedHashMap<>();
        for (Convolution own : DetectorTable.of(config).convolutions()) {
            Convolution their = theirs.get(own.name());
            FoldedConvolution values = folded.get(own.name());
            if (their == null || values == null) {
                throw new IllegalArgumentException("there is no convolution " + own.name() + " to take over");
            }
            fitting.put(own.name(), own.equals(their) ? values : Widening.widen(values, their, own, random));
        }
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Architecture.build(config, new TakingOver(fitting), scaled(pixels));
        }
    }

    /** Puts weights into the layers, one after the other, and passes on what they give with these. */
    private final class TakingOver implements Operations<Tensor> {
        private final Map<String, FoldedConvolution> folded;
        private final Layers layers = new Layers(false);

        TakingOver(Map<String, FoldedConvolution> folded) {
            this.folded = folded;
        }

        @Override
        public Tensor convolve(Tensor input, Convolution convolution) {
            FoldedConvolution values = folded.get(convolution.name());
            if (values == null) {
                throw new IllegalArgumentException("there is no convolution " + convolution.name());
            }
            Weights w = weights(convolution.name());
            Tensors.fill(w.kernel, values.weights());
            Tensors.fill(w.offset, values.bias());
            Normalization normalization = w.normalization;
            if (normalization != null) {
                Tensor plain = layers.plain(input, convolution, w, new TensorOptional());
                Tensor mean = plain.mean(0, 2, 3);
                normalization.mean.copy_(mean);
                normalization.variance.copy_(plain.var(new long[] {0, 2, 3}, false, false));
                normalization.scale.copy_(
                        normalization.variance.add(new Scalar(EPSILON)).sqrt());
                w.offset.add_(mean);
            }
            return layers.convolve(input, convolution);
        }

        @Override
        public Tensor add(Tensor left, Tensor right) {
            return layers.add(left, right);
        }

        @Override
        public Tensor upsample(Tensor input) {
            return layers.upsample(input);
        }
    }

    @Override
    public void close() {
        state.forEach(parameter -> parameter.tensor().close());
    }
}
