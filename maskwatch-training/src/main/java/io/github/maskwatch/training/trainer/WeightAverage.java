package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.network.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Exponential moving average of weights: {@code a ← d a + (1 - d) w}, d = min(decay, (1 + t) / (10 + t)), so that the start is soon
 * forgotten (M. Abadi et al., TensorFlow's ExponentialMovingAverage). With decay 0 it is the weights themselves and keeps nothing.
 */
@SuppressWarnings("try") // scopes and guards act by being open
final class WeightAverage implements AutoCloseable {
    private final List<Parameter> parameters;
    private final double decay;
    private final List<Tensor> averages = new ArrayList<>();

    WeightAverage(List<Parameter> parameters, double decay) {
        this.parameters = parameters;
        this.decay = decay;
        if (decay > 0) {
            for (Parameter parameter : parameters) {
                averages.add(parameter.tensor().detach().clone().retainReference());
            }
        }
    }

    /** @param t number of the step over the whole run, from 1 */
    void update(long t) {
        if (averages.isEmpty()) {
            return;
        }
        Scalar share = new Scalar(1 - Math.min(decay, (1.0 + t) / (10.0 + t)));
        try (NoGradGuard guard = new NoGradGuard()) {
            for (int i = 0; i < averages.size(); i++) {
                averages.get(i).lerp_(parameters.get(i).tensor(), share);
            }
        }
    }

    /** Something that may fail with an IOException. */
    interface Action<T> {
        T run() throws java.io.IOException;
    }

    /** Does something while the network has the averaged weights. */
    <T> T whileInPlace(Action<T> action) throws java.io.IOException {
        if (averages.isEmpty()) {
            return action.run();
        }
        try (PointerScope scope = new PointerScope()) {
            List<Tensor> own =
                    parameters.stream().map(p -> p.tensor().detach().clone()).toList();
            try {
                put(averages);
                return action.run();
            } finally {
                put(own);
            }
        }
    }

    private void put(List<Tensor> values) {
        try (NoGradGuard guard = new NoGradGuard()) {
            for (int i = 0; i < values.size(); i++) {
                parameters.get(i).tensor().copy_(values.get(i));
            }
        }
    }

    /** All that has to be kept, by name. */
    List<NamedTensor> tensors() {
        List<NamedTensor> all = new ArrayList<>();
        for (int i = 0; i < averages.size(); i++) {
            all.add(new NamedTensor("average/" + parameters.get(i).name(), averages.get(i)));
        }
        return all;
    }

    @Override
    public void close() {
        averages.forEach(Tensor::close);
    }
}
