package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.network.Loss;
import io.github.maskwatch.training.network.Network;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Forward, backward, Adam, average: what happens to the weights for one batch. Owns what it keeps between steps. */
@SuppressWarnings("try") // scopes and guards act by being open
final class TrainingStep<T> implements AutoCloseable {
    private final Network network;
    private final Loss<T> loss;
    private final long seed;
    private final Adam adam;
    private final WeightAverage average;

    /** What a step came to: mean loss per photo, and how many of those judged were judged rightly. */
    record Outcome(double loss, int correct, int judged) {}

    TrainingStep(Network network, Loss<T> loss, TrainingConfig config) {
        this.network = network;
        this.loss = loss;
        this.seed = config.seed();
        Torch.threads(config.threads());
        try (PointerScope scope = new PointerScope()) {
            this.adam = new Adam(network.parameters(), config.weightDecay());
            this.average = new WeightAverage(network.state(), config.weightAverage());
        }
    }

    /**
     * Changes the weights, unless the loss is no finite number.
     *
     * @param done steps done before, over the whole run
     */
    Outcome run(Batch<T> batch, double rate, long done) {
        // Dropout's chance follows from the step's number, so that a resumed run goes on as if it had never been
        // stopped.
        Torch.seed(seed + done);
        try (PointerScope scope = new PointerScope()) {
            adam.forgetGradients();
            Tensor output = network.forward(Tensors.over(batch.pixels(), batch.size(), network.input()), true);
            Loss.BatchLoss result = loss.of(output, batch);
            float mean = result.mean().item_float();
            if (Float.isFinite(mean)) {
                result.mean().backward();
                adam.step(rate, done + 1);
                average.update(done + 1);
            }
            return new Outcome(mean, result.correct(), result.judged());
        }
    }

    WeightAverage average() {
        return average;
    }

    /** All that a later run needs to go on from here. */
    List<NamedTensor> tensors() {
        List<NamedTensor> all = new ArrayList<>(Checkpoints.weights(network));
        all.addAll(adam.tensors());
        all.addAll(average.tensors());
        return all;
    }

    @Override
    public void close() {
        try (adam) {
            average.close();
        }
    }
}
