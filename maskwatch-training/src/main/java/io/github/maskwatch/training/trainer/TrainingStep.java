package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.network.Loss;
import io.github.maskwatch.training.network.Network;
import io.github.maskwatch.training.network.Torch;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;

/** Forward, backward, Adam, average: what happens to the weights for one batch. Owns what it keeps between steps. */
@SuppressWarnings("try") // scopes and guards act by being open
final class TrainingStep<T> implements AutoCloseable {
    private final Network network;
    private final BatchGradient<T> gradient;
    private final long seed;
    private final Adam adam;
    private final WeightAverage average;

    /** What a step came to: mean loss per photo, and how many of those judged were judged rightly. */
    record Outcome(double loss, int correct, int judged) {

        Outcome plus(Outcome other) {
            return new Outcome(loss + other.loss, correct + other.correct, judged + other.judged);
        }
    }

    TrainingStep(Network network, Loss<T> loss, TrainingConfig config) {
        this.network = network;
        this.gradient = new BatchGradient<>(network, loss, config.batchSize(), config.threads());
        this.seed = config.seed();
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
            Outcome outcome = gradient.of(batch);
            if (Double.isFinite(outcome.loss())) {
                adam.step(rate, done + 1);
                average.update(done + 1);
            }
            return outcome;
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
        try (gradient;
                adam) {
            average.close();
        }
    }
}
