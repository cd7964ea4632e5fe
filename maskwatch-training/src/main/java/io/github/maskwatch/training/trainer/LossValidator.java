package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.batch.BatchSource;
import io.github.maskwatch.training.network.Loss;
import io.github.maskwatch.training.network.Network;
import io.github.maskwatch.training.network.Tensors;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/**
 * Judges a network by a loss over all validation photos.
 *
 * @param loss plain, so that runs can be compared
 * @param photos all of them once; each source is closed here
 */
@SuppressWarnings("try") // scopes and guards act by being open
public record LossValidator<T>(Network network, Loss<T> loss, Supplier<BatchSource<T>> photos) implements Validator {

    @Override
    public Optional<Validation> validate(BooleanSupplier stop) throws IOException {
        try (BatchSource<T> source = photos.get()) {
            return judge(source, stop);
        }
    }

    private Optional<Validation> judge(BatchSource<T> source, BooleanSupplier stop) throws IOException {
        double sum = 0;
        long correct = 0;
        long judged = 0;
        long pictures = 0;
        for (Batch<T> batch = source.next(); batch != null; batch = source.next()) {
            TrainingStep.Outcome result = judge(batch);
            sum += result.loss() * batch.size();
            correct += result.correct();
            judged += result.judged();
            pictures += batch.size();
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
        }
        if (pictures == 0) {
            throw new IOException("none of the validation photos can be read");
        }
        return Optional.of(new Validation(sum / pictures, (double) correct / Math.max(1, judged)));
    }

    private TrainingStep.Outcome judge(Batch<T> batch) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Loss.BatchLoss result =
                    loss.of(network.forward(Tensors.over(batch.pixels(), batch.size(), network.input()), false), batch);
            return new TrainingStep.Outcome(result.mean().item_float(), result.correct(), result.judged());
        }
    }
}
