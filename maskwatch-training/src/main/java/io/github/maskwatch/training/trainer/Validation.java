package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.batch.BatchSource;
import io.github.maskwatch.training.network.Loss;
import io.github.maskwatch.training.network.Network;
import io.github.maskwatch.training.network.Tensors;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/**
 * How a network does on photos it did not learn from.
 *
 * @param loss mean, nats
 * @param accuracy 0–1
 */
@SuppressWarnings("try") // scopes and guards act by being open
record Validation(double loss, double accuracy) {

    /** @return empty if it was stopped before its end */
    static Optional<Validation> of(Network network, Loss loss, BatchSource source, BooleanSupplier stop)
            throws IOException {
        double sum = 0;
        long correct = 0;
        long photos = 0;
        for (Batch batch = source.next(); batch != null; batch = source.next()) {
            TrainingStep.Outcome result = judge(network, loss, batch);
            sum += result.loss() * batch.size();
            correct += result.correct();
            photos += batch.size();
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
        }
        if (photos == 0) {
            throw new IOException("none of the validation photos can be read");
        }
        return Optional.of(new Validation(sum / photos, (double) correct / photos));
    }

    private static TrainingStep.Outcome judge(Network network, Loss loss, Batch batch) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Loss.BatchLoss result =
                    loss.of(network.forward(Tensors.over(batch.pixels(), batch.size(), network.input()), false), batch);
            return new TrainingStep.Outcome(result.mean().item_float(), result.correct());
        }
    }
}
