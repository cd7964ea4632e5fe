package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.network.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam (D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015) with decoupled weight decay (I. Loshchilov and F.
 * Hutter, ICLR 2019) and Keras' constants:
 *
 * <pre>
 * w ← w (1 - rate · decay)
 * m ← m + (1 - β1)(g - m)        v ← β2 v + (1 - β2) g²
 * w ← w - rate / (1 - β1^t) · m / (√(v / (1 - β2^t)) + ε)
 * </pre>
 *
 * <p>Written out, because libtorch's own keeps its moments where Java cannot reach them but through an archive file of its own: here
 * they are tensors like the weights, and a checkpoint has one format. A test holds it against libtorch's.
 */
@SuppressWarnings("try") // scopes and guards act by being open
final class Adam implements AutoCloseable {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-7;

    private final List<Parameter> parameters;
    private final double weightDecay;
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> squares = new ArrayList<>();

    Adam(List<Parameter> parameters, double weightDecay) {
        this.parameters = parameters;
        this.weightDecay = weightDecay;
        for (Parameter parameter : parameters) {
            means.add(zeros(parameter));
            squares.add(zeros(parameter));
        }
    }

    private static Tensor zeros(Parameter like) {
        return torch.zeros_like(like.tensor().detach()).retainReference();
    }

    /** @param t number of this step over the whole run, from 1 */
    void step(double rate, long t) {
        try (NoGradGuard guard = new NoGradGuard()) {
            for (int i = 0; i < parameters.size(); i++) {
                update(parameters.get(i), means.get(i), squares.get(i), rate, t);
            }
        }
    }

    private void update(Parameter parameter, Tensor m, Tensor v, double rate, long t) {
        Tensor w = parameter.tensor();
        Tensor g = w.grad();
        if (weightDecay > 0 && parameter.decays()) {
            w.mul_(new Scalar(1 - rate * weightDecay));
        }
        m.lerp_(g, new Scalar(1 - BETA1));
        v.mul_(new Scalar(BETA2)).addcmul_(g, g, new Scalar(1 - BETA2));
        Tensor root = v.sqrt()
                .div_(new Scalar(Math.sqrt(1 - Math.pow(BETA2, (double) t))))
                .add_(new Scalar(EPSILON));
        w.addcdiv_(m, root, new Scalar(-rate / (1 - Math.pow(BETA1, (double) t))));
    }

    /** All that has to be kept, by name. */
    List<NamedTensor> tensors() {
        List<NamedTensor> all = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            all.add(new NamedTensor("adam.mean/" + parameters.get(i).name(), means.get(i)));
            all.add(new NamedTensor("adam.square/" + parameters.get(i).name(), squares.get(i)));
        }
        return all;
    }

    @Override
    public void close() {
        means.forEach(Tensor::close);
        squares.forEach(Tensor::close);
    }
}
