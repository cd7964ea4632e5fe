package io.github.maskwatch.training.network;

import io.github.maskwatch.training.batch.InputFormat;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The classic network with its weights; it answers with logits [batch, classes]. One thread at a time.
 *
 * <p>Two things are done in another order than described, for speed, and give the same numbers. Pooling comes before the ReLU: the
 * largest of some numbers, cut at 0, is the largest of the numbers cut at 0; and there are four to sixteen times fewer to cut.
 * Pictures lie in memory as NHWC, which libtorch's convolution (oneDNN) needs no reordering for.
 */
@SuppressWarnings("try") // scopes and guards act by being open
public final class ClassicNetwork implements Network {
    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    private final ClassicNetworkConfig config;
    private final Precision precision;
    private final List<Parameter> parameters;

    /** With fresh weights, which the seed alone decides; trained in float32. */
    public ClassicNetwork(ClassicNetworkConfig config, long seed) {
        this(config, Precision.FLOAT32, seed);
    }

    /**
     * With fresh weights, which the seed alone decides.
     *
     * @param precision of the convolutions in training
     */
    public ClassicNetwork(ClassicNetworkConfig config, Precision precision, long seed) {
        this.config = config;
        this.precision = precision;
        Torch.seed(seed);
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            int channels = config.input().color().channels();
            parameters = List.of(
                    weight("conv1.weight", config.filters1(), channels, config.kernel1(), config.kernel1()),
                    bias("conv1.bias", config.filters1()),
                    weight("conv2.weight", config.filters2(), config.filters1(), config.kernel2(), config.kernel2()),
                    bias("conv2.bias", config.filters2()),
                    weight("dense1.weight", config.denseUnits(), config.flattened()),
                    bias("dense1.bias", config.denseUnits()),
                    lastWeight("dense2.weight", config.classes(), config.denseUnits()),
                    bias("dense2.bias", config.classes()));
        }
    }

    private Parameter weight(String name, long... shape) {
        Tensor values = torch.empty(shape);
        return switch (config.initialization()) {
            case GLOROT -> keep(name, torch.xavier_uniform_(values), true);
            case HE -> keep(name, torch.kaiming_uniform_(values), true);
        };
    }

    private static Parameter lastWeight(String name, long... shape) {
        return keep(name, torch.xavier_uniform_(torch.empty(shape)), true);
    }

    private static Parameter bias(String name, long size) {
        return keep(name, torch.zeros(size), false);
    }

    private static Parameter keep(String name, Tensor values, boolean decays) {
        Tensor ordered = values.dim() == 4 ? values.contiguous(torch.MemoryFormat.ChannelsLast) : values;
        // Out of the scope's hands: from now on close() frees it.
        Tensor kept = ordered.detach().requires_grad_(true).retainReference();
        return new Parameter(name, kept, decays);
    }

    public ClassicNetworkConfig config() {
        return config;
    }

    @Override
    public InputFormat input() {
        return config.input();
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Tensor forward(Tensor pixels, boolean training) {
        Tensor x = scale(pixels).contiguous(torch.MemoryFormat.ChannelsLast);
        torch.ScalarType type = training ? convolutionType() : torch.ScalarType.Float;
        x = convolve(x.to(type), 0, config.kernel1(), config.pool1());
        x = convolve(x, 2, config.kernel2(), config.pool2());
        x = torch.dropout(x.to(torch.ScalarType.Float).flatten(1, -1), config.dropout(), training);
        x = torch.relu_(torch.linear(x, weights(4), new TensorOptional(weights(5))));
        return torch.linear(x, weights(6), new TensorOptional(weights(7)));
    }

    private torch.ScalarType convolutionType() {
        return switch (precision) {
            case FLOAT32 -> torch.ScalarType.Float;
            case BFLOAT16 -> torch.ScalarType.BFloat16;
        };
    }

    private Tensor scale(Tensor pixels) {
        return switch (config.scaling()) {
            case ZERO_TO_ONE -> pixels.mul(Tensors.scalar(1 / 255.0));
            case MINUS_ONE_TO_ONE -> pixels.mul(Tensors.scalar(1 / 127.5)).sub_(Tensors.scalar(1));
            case STANDARDIZED -> standardize(pixels.mul(Tensors.scalar(1 / 255.0)));
        };
    }

    private static Tensor standardize(Tensor x) {
        long[] picture = {1, 2, 3};
        Tensor centered = x.sub_(x.mean(picture, true, new ScalarTypeOptional()));
        Tensor deviation =
                centered.square().mean(picture, true, new ScalarTypeOptional()).sqrt_();
        return centered.div_(deviation.add_(Tensors.scalar(Scaling.SMALLEST_DEVIATION)));
    }

    private Tensor convolve(Tensor x, int weight, int kernel, int pool) {
        long side = config.padding().pixels(kernel);
        // No copy where the type is the same; otherwise the gradient finds its way back through the conversion.
        Tensor kernels = weights(weight).to(x.scalar_type());
        Tensor bias = weights(weight + 1).to(x.scalar_type());
        Tensor y = torch.conv2d(x, kernels, new TensorOptional(bias), ONE, new long[] {side, side}, ONE, 1);
        long[] window = {pool, pool};
        return torch.relu_(pool == 1 ? y : torch.max_pool2d(y, window, window, NONE, ONE, false));
    }

    private Tensor weights(int index) {
        return parameters.get(index).tensor();
    }

    /** Probabilities float32 [batch, classes]; the same pixels as {@link #forward}, without dropout and gradient. */
    public Tensor probabilities(Tensor pixels) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return torch.softmax(forward(pixels, false), 1);
        }
    }

    /** The values of a parameter, row-major: [out, in, height, width] of a convolution, [out, in] of a dense layer, [out] of a bias. */
    public float[] values(String name) {
        try (PointerScope scope = new PointerScope()) {
            return Tensors.toArray(parameter(name).tensor());
        }
    }

    /** The shape of {@link #values}. */
    public long[] shape(String name) {
        return Tensors.shape(parameter(name).tensor());
    }

    private Parameter parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no parameter " + name));
    }

    @Override
    public void close() {
        parameters.forEach(parameter -> parameter.tensor().close());
    }
}
